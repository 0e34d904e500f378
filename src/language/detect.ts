import { eld } from 'eld/extrasmall'
import { isLanguage, type Language } from './languages.ts'

/** Languages told apart from ours, so that their speakers are told which ones we speak. */
const NEIGHBOURS = ['pt', 'it', 'de', 'fa', 'ur', 'ru', 'uk', 'zh', 'ko', 'ja', 'hi', 'vi', 'ro', 'tr', 'tl']

const detector = eld.newInstance()
detector.setLanguageSubset(['fr', 'en', 'es', 'ar', ...NEIGHBOURS])

/** What words are written in: one of our languages, `other` for one that we know not to speak, or nothing where they do not tell. */
export type Written = Language | 'other' | undefined

/** Scripts that none of our languages is written in. */
const FOREIGN_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Ethiopic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Tamil}]/gu
const ARABIC = /\p{Script=Arabic}/gu
const LETTER = /\p{L}/gu

/**
 * The language that words are written in: one of ours, `other` for one that we know not to speak,
 * or nothing where the words do not tell (names, acronyms, a word that several languages share).
 */
export function detectLanguage(text: string): Written {
  const letters = text.match(LETTER)?.length ?? 0
  if (letters < 3) return undefined
  if ((text.match(FOREIGN_SCRIPT)?.length ?? 0) > letters / 2) return 'other'
  const mostlyArabic = (text.match(ARABIC)?.length ?? 0) > letters / 2
  const detected = detector.detect(text)
  if (mostlyArabic) return detected.isReliable() && ['fa', 'ur'].includes(detected.language) ? 'other' : 'ar'
  if (!detected.isReliable()) return undefined
  return isLanguage(detected.language) ? detected.language : 'other'
}

/** How near words are to each of our languages: 1 for the language, of all that are told apart, that they are nearest to. */
export function nearness(text: string): Readonly<Record<Language, number>> {
  const scores: Readonly<Record<string, number>> = detector.detect(text).getScores()
  const most = Math.max(Number.MIN_VALUE, ...Object.values(scores))
  const of = (language: Language) => (scores[language] ?? 0) / most
  return { fr: of('fr'), en: of('en'), es: of('es'), ar: of('ar') }
}
