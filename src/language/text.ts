import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { LANGUAGES, type Language } from './languages.ts'
import { stemArabic } from './stem-arabic.ts'
import { STOP_WORDS } from './stop-words.ts'

/** A text without what people leave out or write in several ways: case, accents, ligatures, Arabic vowel signs. Its words and signs stay in place. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, '')
    .toLowerCase()
    .replace(/[œæßٱىةک\u2018\u2019\u02bc\u00b4\u2010\u2011]/g, (letter) => ONE_FORM[letter] ?? letter)
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
}

const ONE_FORM: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '\u2010': '-',
  '\u2011': '-',
}

/**
 * The words of a text, folded. An elision is a word of its own (`l'ordre`: l, ordre), so are the parts of a compound
 * (`micro-prêt`: micro, pret); `R.A.C.` is one word, `15 000` one number; Chinese and Japanese come in pairs of signs.
 */
export function tokens(text: string): string[] {
  const joined = fold(text)
    .replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''))
    .replace(/(?<![\d-])(\d{1,3})[\s.,](?=\d{3}(?!\d|-))/g, '$1')
  const words: string[] = []
  for (const [word] of joined.matchAll(WORD)) {
    if (HAN.test(word)) for (let at = 0; at + 1 < word.length; at++) words.push(word.slice(at, at + 2))
    else words.push(word.replace(',', '.'))
  }
  return words
}

const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether a folded word says nothing of what a text is about: articles, pronouns, question words, politeness. */
export function isStopWord(word: string, language: Language): boolean {
  return (word.length === 1 && !/\d/.test(word)) || STOP_WORDS[language].has(word)
}

/** What the forms of a folded word have in common: number, gender and endings are taken off. */
export function stem(word: string, language: Language): string {
  const known = stems[language].get(word)
  if (known !== undefined) return known
  const found = /^[a-z]/.test(word) ? stemLatin(word, language) : ARABIC.test(word) ? stemArabic(word) : word
  if (stems[language].size > 50_000) stems[language].clear()
  stems[language].set(word, found)
  return found
}

const ARABIC = /\p{Script=Arabic}/u
const stems = Object.fromEntries(LANGUAGES.map((language) => [language, new Map<string, string>()])) as Readonly<
  Record<Language, Map<string, string>>
>

/** Snowball wants the accents that folding took; each language first gets back the endings that it needs. */
function stemLatin(word: string, language: Language): string {
  const apart = APART[language]?.get(word)
  if (apart !== undefined) return apart
  if (language === 'fr') return french(masculine(word))
  if (language === 'es') {
    const restored = word.replace(/([cs])iones$|([cs])ion$/, '$1$2ión').replace(/([aeiou][dlnrz])es$/, '$1')
    return fold(spanish(restored)).replace(/i$/, '')
  }
  return english(word.replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')).replace(/i$/, '')
}

/** Folded French feminines as their masculine: `etrangere` → `etranger`, `diplomees` → `diplome`. */
function masculine(word: string): string {
  return word
    .replace(/(.{3,})ees?$/, '$1e')
    .replace(/eres?$/, 'er')
    .replace(/euses?$/, 'eur')
    .replace(/trices?$/, 'teur')
    .replace(/ennes?$/, 'en')
    .replace(/elles?$/, 'el')
    .replace(/ives?$/, 'if')
}

/** Words that their endings bring to the wrong place, with the stem that is theirs (« français » is not « France »). */
const APART: Readonly<Partial<Record<Language, ReadonlyMap<string, string>>>> = {
  fr: new Map([
    ...['francais', 'francaise', 'francaises'].map((word) => [word, 'francais'] as const),
    ...['anglais', 'anglaise', 'anglaises'].map((word) => [word, 'anglais'] as const),
    ...['reconnaitre', 'reconnait', 'reconnu', 'reconnue', 'reconnus', 'reconnues'].map(
      (word) => [word, 'reconnaiss'] as const,
    ),
    ...['paye', 'payee', 'payes', 'payees'].map((word) => [word, 'pai'] as const),
  ]),
  en: new Map([
    ...['licence', 'licences', 'licenced'].map((word) => [word, 'licens'] as const),
    ...['practise', 'practises', 'practised', 'practising'].map((word) => [word, 'practic'] as const),
  ]),
  es: new Map([
    ['prestamos', 'prestam'],
    ...['frances', 'francesa', 'franceses', 'francesas'].map((word) => [word, 'frances'] as const),
  ]),
}

/** The stems of a text's words, in order, without those that say nothing: what two texts are compared by. */
export function terms(text: string, language: Language): string[] {
  return tokens(text)
    .filter((word) => !isStopWord(word, language))
    .map((word) => stem(word, language))
}

/** How many letters must be put in, left out, changed or swapped with their neighbour; more than `most` is `most + 1`. */
export function typosBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let typos = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) typos = Math.min(typos, (before[j - 2] ?? 0) + 1)
      row.push(typos)
      least = Math.min(least, typos)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[other.length] ?? 0, most + 1)
}
