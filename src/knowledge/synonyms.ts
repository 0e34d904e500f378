import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'

/** A group of synonyms found among words: from the word `from` on, `length` words mean `sense`. */
export interface Sense {
  readonly from: number
  readonly length: number
  readonly sense: string
}

/** Finds words and phrases that mean the same; each group of synonyms has a name, its sense. */
export class Senses {
  private readonly words = new Set<string>()
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly sense: string }[]>()

  constructor(groups: readonly (readonly string[])[], language: Language) {
    groups.forEach((group, number) => {
      const known = new Set<string>()
      for (const phrase of group) {
        const words = terms(phrase, language)
        const [first] = words
        const key = words.join(' ')
        if (first === undefined || known.has(key)) continue
        known.add(key)
        for (const word of words) this.words.add(word)
        this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, sense: `≈${number}` }])
      }
    })
  }

  /** Whether some synonym holds the word. */
  knows(word: string): boolean {
    return this.words.has(word)
  }

  /** Every sense among the words, in the order of the words. */
  among(words: readonly string[]): Sense[] {
    return words.flatMap((word, from) =>
      (this.byFirst.get(word) ?? [])
        .filter((phrase) => phrase.words.every((part, at) => words[from + at] === part))
        .map((phrase) => ({ from, length: phrase.words.length, sense: phrase.sense })),
    )
  }
}
