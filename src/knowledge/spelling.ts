import type { Language } from '../language/languages.ts'
import { isStopWord, stem, typosBetween } from '../language/text.ts'

/** A word of the library that a person may have meant, and how sure we are (0 to 1). */
export interface Meant {
  readonly stem: string
  readonly trust: number
}

const MOST_MEANT = 4
/** An ending of so many letters is a word of its own: `neuropsychologue`. */
const LONG_ENDING = 8

/** The words of a library as they are written, to find what a word that it does not know was meant to be. */
export class Spelling {
  private readonly byLetter = new Map<string, string[]>()
  private readonly words: ReadonlySet<string>

  constructor(
    words: Iterable<string>,
    private readonly language: Language,
  ) {
    this.words = new Set(words)
    for (const word of this.words) {
      const first = word.slice(0, 1)
      const sameLetter = this.byLetter.get(first)
      if (sameLetter) sameLetter.push(word)
      else this.byLetter.set(first, [word])
    }
  }

  /** The words that an unknown word was written together from (`dappoint`, `examenprofessionnel`), if it was. */
  parts(word: string): Meant[] | undefined {
    const elided = this.language === 'fr' ? /^(?:qu|[ldjmnstc])(?=[aeiouyh])/.exec(word)?.[0] : undefined
    if (elided) {
      const rest = word.slice(elided.length)
      if (isStopWord(rest, this.language)) return []
      if (this.words.has(rest)) return [{ stem: stem(rest, this.language), trust: 0.95 }]
    }
    for (let at = 4; at <= word.length - 4; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)]
      if (this.words.has(left) && this.words.has(right)) {
        return [left, right].map((part) => ({ stem: stem(part, this.language), trust: 0.8 }))
      }
    }
    for (let at = 2; at <= word.length - LONG_ENDING; at++) {
      const ending = word.slice(at)
      if (this.words.has(ending)) return [{ stem: stem(ending, this.language), trust: 0.7 }]
    }
    return undefined
  }

  /** Words that an unknown word may be a slip for (one typo, two in a long word) or the beginning of; best first. */
  nearest(word: string): Meant[] {
    if (word.length < 4 || /\d/.test(word)) return []
    const most = word.length >= 8 ? 2 : 1
    const found = new Map<string, number>()
    for (const candidate of this.byLetter.get(word.slice(0, 1)) ?? []) {
      const typos = typosBetween(word, candidate, most)
      const trust = typos <= most ? slip(word, candidate, typos) : sameBeginning(word, candidate)
      if (trust === 0) continue
      const its = stem(candidate, this.language)
      found.set(its, Math.max(found.get(its) ?? 0, trust))
    }
    const best = Math.max(0, ...found.values())
    return [...found]
      .map(([its, trust]) => ({ stem: its, trust }))
      .filter(({ trust }) => trust >= best - 0.1)
      .sort((one, other) => other.trust - one.trust || (one.stem < other.stem ? -1 : 1))
      .slice(0, MOST_MEANT)
  }
}

/** A long word with one typo is nearly sure; one consonant for another is more often another word (heating, hearing). */
function slip(word: string, candidate: string, typos: number): number {
  const trust = 1 - (0.9 * typos) / Math.max(4, word.length - 1)
  if (word.length !== candidate.length) return trust
  const at = [...word].findIndex((letter, place) => letter !== candidate[place])
  const swapped = word[at] === candidate[at + 1] && word[at + 1] === candidate[at]
  const vowels = VOWEL.test(word[at] ?? '') && VOWEL.test(candidate[at] ?? '')
  return swapped || vowels ? trust : trust - 0.3
}

const VOWEL = /[aeiouyاوي]/

/** `ergo` for `ergothérapeute`, `denturology` for `denturologist`. */
function sameBeginning(word: string, candidate: string): number {
  if (candidate.startsWith(word)) return 0.6
  let same = 0
  while (same < word.length && word[same] === candidate[same]) same++
  return same >= 6 && same / Math.max(word.length, candidate.length) >= 0.7 ? 0.6 : 0
}
