import type { Library } from '../knowledge/library.ts'
import type { Language } from '../language/languages.ts'
import { fold, stem, tokens } from '../language/text.ts'

/** The ordinary words of a library in one language: what begins with a capital and is none of them is a name. */
export interface Vocabulary {
  /** Whether a folded word stands in the library in small letters. */
  isOrdinary(word: string): boolean
  /** Whether any word of that stem stands in the library. */
  isKnown(word: string): boolean
}

const known = new WeakMap<Library, Map<Language, Vocabulary>>()

/** The vocabulary of a library, read once for each language. */
export function vocabularyOf(library: Library, language: Language): Vocabulary {
  const ofLibrary = known.get(library) ?? new Map<Language, Vocabulary>()
  known.set(library, ofLibrary)
  const made = ofLibrary.get(language) ?? read(library, language)
  ofLibrary.set(language, made)
  return made
}

/** What stands in a text for a fact, a source or an address is no word of it. */
const NO_WORDS = /\[\^[^\]]*\]|\{\{[^}]*\}\}|\]\((?:source|article):[^)]*\)/g

function read(library: Library, language: Language): Vocabulary {
  const small = new Set<string>()
  const stems = new Set<string>()
  const bare = new Set<string>()
  for (const { texts } of library.articles.values()) {
    const text = texts[language]
    if (!text) continue
    const words = [
      text.title,
      text.summary,
      ...text.questions,
      ...text.sections.flatMap((each) => [each.heading, each.body]),
    ]
    for (const each of words.map((written) => written.replace(NO_WORDS, ' '))) {
      for (const [word] of each.matchAll(/(?<![\p{L}])\p{Ll}[\p{L}\p{M}]*/gu)) small.add(fold(word))
      for (const word of tokens(each)) {
        stems.add(stem(word, language))
        if (language === 'ar') bare.add(bareArabic(word))
      }
    }
  }
  return {
    isOrdinary: (word) => small.has(word),
    isKnown: (word) => stems.has(stem(word, language)) || bare.has(bareArabic(word)),
  }
}

/** An Arabic word without what is written onto it, of conjugation too: « وادفعوا » and « تدفعون » are one. */
function bareArabic(word: string): string {
  return word
    .replace(/^[وف](?=.{4})/u, '')
    .replace(/^(?:ال|لل|بال|[بلكس])(?=.{3})/u, '')
    .replace(/(?:وها|وه|وا|ون|ين|ان|ات|كم|نا|ها|هم|ته|تها|ه|ي|ا|ت|ن)$/u, (end, at: number) => (at > 2 ? '' : end))
    .replace(/^[ياتن]+(?=.{3})/u, '')
}
