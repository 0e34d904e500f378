import type { Language } from '../language/languages.ts'
import { fold } from '../language/text.ts'

/** Number words, folded: what they add, or what they multiply by. « un », « one », « una » are articles more often. */
const UNITS: Readonly<Record<Language, string>> = {
  fr: `deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15
    seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80
    nonante 90 dizaine 10 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 centaine 100 douzaine 12`,
  en: `two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
    fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60
    seventy 70 eighty 80 ninety 90 dozen 12 twice 2 thrice 3`,
  es: `dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15
    dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiun 21 veintiuna 21 veintidos 22 veintitres 23
    veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40
    cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 doscientos 200 doscientas 200 trescientos 300
    trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600
    setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 docena 12
    decena 10 quincena 15 centenar 100`,
  ar: `اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 ثلاث 3 ثلاثه 3 اربع 4 اربعه 4 خمس 5 خمسه 5 سته 6 سبعه 7 ثماني 8 ثمانيه 8
    ثمان 8 تسع 9 تسعه 9 عشر 10 عشره 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 اربعون 40 اربعين 40 خمسون 50 خمسين 50
    ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90 ميتان 200 ميتين 200 مايتان 200 مايتين 200
    ثلاثميه 300 ثلاثمايه 300 اربعميه 400 اربعمايه 400 خمسميه 500 خمسمايه 500 ستميه 600 ستمايه 600 سبعميه 700
    سبعمايه 700 ثمانميه 800 ثمانمايه 800 تسعميه 900 تسعمايه 900 الفان 2000 الفين 2000 مليونان 2000000 مليونين 2000000`,
}
const SCALES: Readonly<Record<Language, string>> = {
  fr: 'cent 100 cents 100 mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000',
  en: 'hundred 100 hundreds 100 thousand 1000 thousands 1000 million 1000000 millions 1000000 billion 1000000000',
  es: 'cien 100 ciento 100 mil 1000 millon 1000000 millones 1000000',
  ar: 'ميه 100 مايه 100 الف 1000 الاف 1000 الفا 1000 مليون 1000000 ملايين 1000000 مليار 1000000000',
}
/** Words that stand between the parts of a number. */
const JOINS: Readonly<Record<Language, string>> = { fr: 'et', en: 'and', es: 'y', ar: 'و' }
/** Words for one, which count only inside a number: « vingt et un ». */
const ONES = new Set(['un', 'une', 'one', 'uno', 'una', 'واحد', 'واحده'])

/** Dual forms hold their number: « أسبوعين » is two weeks. */
const DUALS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:يومان|يومين)(?!\p{L})/gu, '2 ايام'],
  [/(?<!\p{L})(?:اسبوعان|اسبوعين)(?!\p{L})/gu, '2 اسابيع'],
  [/(?<!\p{L})(?:شهران|شهرين)(?!\p{L})/gu, '2 اشهر'],
  [/(?<!\p{L})(?:سنتان|سنتين|عامان|عامين)(?!\p{L})/gu, '2 سنوات'],
  [/(?<!\p{L})(?:ساعتان|ساعتين)(?!\p{L})/gu, '2 ساعات'],
  [/(?<!\p{L})(?:دولاران|دولارين)(?!\p{L})/gu, '2 دولار'],
]

const tableOf = (words: string) => {
  const parts = words.trim().split(/\s+/)
  return new Map(parts.flatMap((word, at) => (at % 2 ? [] : [[fold(word), Number(parts[at + 1])] as const])))
}
const eachLanguage = (
  words: Readonly<Record<Language, string>>,
): Readonly<Record<Language, ReadonlyMap<string, number>>> => ({
  fr: tableOf(words.fr),
  en: tableOf(words.en),
  es: tableOf(words.es),
  ar: tableOf(words.ar),
})
const UNIT = eachLanguage(UNITS)
const SCALE = eachLanguage(SCALES)

/** A folded text with its spelled numbers in digits: « quinze mille dollars » → « 15000 dollars », « 65 millions » → « 65000000 ». */
export function withDigits(folded: string, language: Language): string {
  let text = folded
  if (language === 'ar') for (const [dual, digits] of DUALS) text = text.replace(dual, digits)
  const parts = text.split(/([^\p{L}\p{N}.,]+)/u)
  const out: string[] = []
  for (let at = 0; at < parts.length; ) {
    const number = numberFrom(parts, at, language)
    if (number) {
      out.push(String(number.value))
      at = number.end
    } else {
      out.push(parts[at] ?? '')
      at++
    }
  }
  return out.join('')
}

function numberFrom(
  parts: readonly string[],
  from: number,
  language: Language,
): { readonly value: number; readonly end: number } | undefined {
  let total = 0
  let part = 0
  let words = 0
  let end = from
  for (let at = from; at < parts.length; at += 2) {
    const gap = at > from ? (parts[at - 1] ?? '') : ''
    if (at > from && !/^(?:[\s-]|\u00a0)+$/.test(gap)) break
    const word = wordIn(parts[at] ?? '', language, words > 0)
    const unit = UNIT[language].get(word) ?? (words > 0 && ONES.has(word) ? 1 : undefined)
    const scale = SCALE[language].get(word)
    const digits = words === 0 && /^\d+(?:[.,]\d+)?$/.test(word) && nextIsScale(parts, at, language) ? word : undefined
    if (digits !== undefined) part = readPlain(digits, language)
    else if (unit !== undefined) {
      const twenties = language === 'fr' && unit === 20 && part === 4
      part = twenties ? 80 : part + unit
    } else if (scale === 100) part = (part || 1) * 100
    else if (scale !== undefined) {
      total += (part || 1) * scale
      part = 0
    } else if (words > 0 && word === JOINS[language] && isNumberWord(parts[at + 2] ?? '', language)) continue
    else break
    words++
    end = at + 1
  }
  return words > 0 ? { value: total + part, end } : undefined
}

/** In Arabic « و » (and) is written onto the word that follows. */
function wordIn(part: string, language: Language, inside: boolean): string {
  const word = part.replace(/[.,]+$/, '')
  if (language !== 'ar') return word
  if (UNIT.ar.has(word) || SCALE.ar.has(word)) return word
  return inside ? word.replace(/^و/, '') : word.replace(/^[بل](?=\p{L}{3})/u, '')
}

function isNumberWord(part: string, language: Language): boolean {
  return UNIT[language].has(part) || SCALE[language].has(part) || ONES.has(part)
}

function nextIsScale(parts: readonly string[], at: number, language: Language): boolean {
  return /^\s+$/.test(parts[at + 1] ?? '') && SCALE[language].has(wordIn(parts[at + 2] ?? '', language, true))
}

function readPlain(digits: string, language: Language): number {
  const point = language === 'en' || language === 'ar' ? digits.replaceAll(',', '') : digits.replace(',', '.')
  return Number(point)
}
