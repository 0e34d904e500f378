import { createHash } from 'node:crypto'

/** The first 12 hexadecimal digits of the SHA-256 of a text, white space folded: how wordings are told apart. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12)
}

/** The SHA-256 of a text, every sign of it: the name under which it is kept. */
export function wholeDigestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
