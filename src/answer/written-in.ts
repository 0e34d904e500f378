import { eld } from 'eld/extrasmall'
import { detectLanguage } from '../language/detect.ts'
import { isLanguage, type Language } from '../language/languages.ts'
import { isStopWord, tokens } from '../language/text.ts'

let detector: ReturnType<typeof eld.newInstance> | undefined

/** The code (ISO 639-1) of the language that words are written in, of sixty; nothing where they do not tell. */
export function languageCodeOf(text: string): string | undefined {
  detector ??= eld.newInstance()
  const detected = detector.detect(text)
  return detected.isReliable() ? detected.language : undefined
}

/** Fewer words than this do not tell their language. */
const ENOUGH = 4
const TELLING = 6
const LATIN: readonly Language[] = ['fr', 'en', 'es']

/** Whether a sentence is surely not written in a language. */
export function isOtherLanguage(sentence: string, language: string): boolean {
  const letters = sentence.match(/\p{L}/gu)?.length ?? 0
  const arabic = sentence.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (language === 'ar' ? arabic < letters / 2 : isLanguage(language) && latin < letters) return true
  const words = tokens(sentence)
  if (words.length < ENOUGH) return false
  if (!isLanguage(language)) {
    const code = languageCodeOf(sentence)
    return code !== undefined && ['fr', 'en', 'es', 'ar'].includes(code)
  }
  const small = sentence.replace(/(?<!^)\p{Lu}[\p{L}\d-]*/gu, ' ')
  const detected = tokens(small).length < TELLING ? undefined : detectLanguage(small)
  if (language !== 'ar' && outvoted(words, language)) return true
  return detected !== undefined && detected !== language && !votes(words, language)
}

/** Whether more of the small words are another language's than this one's. */
function outvoted(words: readonly string[], language: Language): boolean {
  const own = words.filter((word) => isStopWord(word, language)).length
  return LATIN.some((other) => {
    if (other === language) return false
    const theirs = words.filter((word) => isStopWord(word, other) && !isStopWord(word, language)).length
    const ours = words.filter((word) => isStopWord(word, language) && !isStopWord(word, other)).length
    return theirs >= 3 && (theirs > ours || own === 0)
  })
}

/** Whether a third of the words are small words of the language: names and terms mislead detection. */
function votes(words: readonly string[], language: Language): boolean {
  return words.length > 0 && words.filter((word) => isStopWord(word, language)).length >= words.length / 3
}
