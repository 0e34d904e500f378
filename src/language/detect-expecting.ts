import { detectLanguage, type Written } from './detect.ts'
import { LANGUAGES, type Language } from './languages.ts'
import { isStopWord, tokens } from './text.ts'

/**
 * The language that words are written in, where one is expected: that of the conversation. French names outvote the
 * short question around them; so the names are set aside, and the small words that are left have the first say.
 */
export function detectExpecting(text: string, expected: Language): Written {
  if (isArabicWithNames(text, expected)) return 'ar'
  if (/[¿¡]/.test(text)) return 'es'
  const detected = detectLanguage(text)
  if (detected === undefined || detected === expected) return detected
  const small = smallWordsOf(text)
  const others = detected === 'other' ? LANGUAGES.filter((each) => each !== expected) : [detected]
  const own = small(expected)
  return own >= 1 / 3 && own > Math.max(...others.map(small)) ? expected : detected
}

/** Which share of the words, names set aside, are small words of a language. */
export function smallWordsOf(text: string): (language: Language) => number {
  const words = tokens(text.replace(NAMES, ' ')).filter((word) => word.length > 1)
  return (language) => words.filter((word) => isStopWord(word, language)).length / Math.max(1, words.length)
}

/** Names, unless a sentence begins with them: capitals, and what binds them (« Office des professions du Québec »). */
const NAMES =
  /(?<!^[\s«"“(¿¡]*)\p{Lu}[\p{L}\p{M}\d'’.-]*(?:(?:\s+\p{Ll}[\p{L}\p{M}'’-]*){0,3}\s+\p{Lu}[\p{L}\p{M}\d'’.-]*)*/gu

/** Nobody but who writes Arabic puts Arabic words around a French name; a few in a sentence of ours are a quotation. */
function isArabicWithNames(text: string, expected: Language): boolean {
  const arabic = text.match(/\p{Script=Arabic}{2,}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0
  return arabic > 0 && latin > 0 && (expected === 'ar' || arabic * 3 >= latin)
}
