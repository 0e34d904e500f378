import { fold } from '../language/text.ts'

/** A word of a message as it is looked at: letters and digits that stand together, and what stands before it. */
export interface Word {
  /** As written, digits of every script as 0-9. */
  readonly text: string
  /** Folded, without the Arabic article. */
  readonly plain: string
  readonly start: number
  readonly end: number
  /** What stands between the word before and this one: spaces as one sign, dashes as `-`, marks of direction gone. */
  readonly gap: string
  /** Part of a Web address, whose numbers name a page and nobody. */
  readonly inAddress: boolean
}

/** Told how many signs are looked at, so that a test can count the work. */
export type Look = (signs: number) => void

/** Longer words are read as they are, but compared with nothing. */
export const LONGEST_WORD = 64

/** The words of a message, in one walk over it. */
export function wordsOf(message: string, look: Look): Word[] {
  look(message.length)
  const words: Word[] = []
  let end = 0
  let inAddress = false
  for (const found of message.matchAll(WORD)) {
    const start = found.index
    const gap = readGap(message.slice(end, start))
    const text = westernDigits(found[0])
    const plain = text.length > LONGEST_WORD ? '' : withoutArticle(fold(text))
    if (inAddress) inAddress = !/[ \n<>]/.test(gap)
    if (/^(https?|www)$/.test(plain)) inAddress = true
    end = start + found[0].length
    words.push({ text, plain, start, end, gap, inAddress })
  }
  return words
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** What comes after the last sign of a word, as a gap is read; no more than a few signs of it. */
export function after(message: string, word: Word): string {
  return readGap(message.slice(word.end, word.end + 6))
}

const LONGEST_GAP = 24

function readGap(between: string): string {
  const signs = between.length > LONGEST_GAP ? `${between.slice(0, 12)} \n ${between.slice(-12)}` : between
  return signs
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s*[\r\n]\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
}

/** Where each script of digits begins. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0xff10]

function westernDigits(text: string): string {
  return text.replace(/[^\p{ASCII}\p{L}\p{M}]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code < first + 10)
    return zero === undefined ? sign : String(code - zero)
  })
}

function withoutArticle(plain: string): string {
  return plain.length > 4 ? plain.replace(/^(?:[وفبك]?ال|لل)(?=..)/, '') : plain
}

export function isDigits(word: Word | undefined): word is Word {
  return word !== undefined && /^[0-9]+$/.test(word.text)
}

/** Whether a sentence ends in a gap, so that what was said before no longer tells of what follows. */
export function endsSentence(gap: string, before: Word | undefined): boolean {
  if (/[!?؟\n;]/.test(gap)) return true
  return /\.( |$)/.test(gap) && !ABBREVIATED.has(before?.plain ?? '')
}

const ABBREVIATED = new Set(
  'no nos nro num n tel ph acct ref ext mr mrs ms dr dre mme st ste av ave boul blvd app apt c p b o'.split(' '),
)

/** The words before a place, nearest first, as far as the same sentence goes. */
export function wordsBefore(words: readonly Word[], at: number, most: number): Word[] {
  const near: Word[] = []
  for (let back = at; back > 0 && near.length < most; back--) {
    if (endsSentence(words[back]?.gap ?? '', words[back - 1])) break
    const word = words[back - 1]
    if (word) near.push(word)
  }
  return near
}

/** A set of words written one after the other, as `plain` writes them. */
export function listOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => withoutArticle(fold(word))),
  )
}

/** Ways of saying a thing, separated by commas, each as its words one by one. */
export function waysOf(ways: string): readonly (readonly string[])[] {
  return ways.split(',').map((way) =>
    way
      .trim()
      .split(/\s+/)
      .flatMap((word) => [...listOf(word)]),
  )
}
