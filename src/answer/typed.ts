import { forFigures } from './figures.ts'

/** A link, an e-mail or a telephone that was written out: only tokens bring those. */
export interface Typed {
  readonly kind: 'typed-link' | 'typed-email' | 'typed-phone'
  readonly what: string
}

const LINKS =
  /\b[a-z][a-z0-9+.-]{1,11}:\/\/|\bwww\.|\]\(|\b(?:mailto|tel|javascript|data):|(?<![\p{L}@])[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d-]+)*\.(?:ca|com|org|net|info|gov|edu|qc|quebec|fr|io|ly|me|co|app|dev|biz|xyz|online|site)(?![\p{L}\d])|\b(?:point|dot|punto|نقطه)\s+(?:com|ca|org|net|info|qc|كوم)\b/u
const EMAILS = /\S@\S|\b(?:arobase|arroba|at sign)\b|\(at\)|\[at\]/
/** Seven digits and more, and known short numbers beside words of calling. */
const PHONES = /(?<!\d)\+?\d(?:[\s().-]{0,3}\d){6,}(?!\d)/g
const SPELLED =
  /(?:\b(?:zero|un|one|uno|deux|two|dos|trois|three|tres|quatre|four|cuatro|cinq|five|cinco|six|seis|sept|seven|siete|huit|eight|ocho|neuf|nine|nueve)\b[\s,-]+){6,}/
const CALL =
  /\b(?:appele[rz]|composez|telephone[rz]?|textez|call|dial|phone|text|llame|marque|telefono)\b[^.;]{0,40}?(?<!\d)(\d{3,6})(?![\d ]*[$%])|(?:اتصل|اتصلوا|هاتف)[^.;]{0,40}?(?<!\d)(\d{3,6})/u
const LETTERED = /\b1[\s-]?8\d\d[\s-][a-z]{4,}|\b1[\s-]?8\d\d[\s-]\d{3}/

/** What a text types of addresses and numbers that reach somebody. */
export function typedIn(text: string): Typed | undefined {
  const words = forFigures(text)
  const email = EMAILS.exec(words)
  if (email) return { kind: 'typed-email', what: email[0] }
  const link = LINKS.exec(words)
  if (link) return { kind: 'typed-link', what: link[0] }
  const amounts = words.replace(
    /\d{1,3}(?: \d{3})+ ?(?:\$|€)|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}/g,
    ' ; ',
  )
  const phone = PHONES.exec(amounts) ?? SPELLED.exec(words) ?? CALL.exec(words) ?? LETTERED.exec(words)
  PHONES.lastIndex = 0
  return phone ? { kind: 'typed-phone', what: phone[0].trim() } : undefined
}
