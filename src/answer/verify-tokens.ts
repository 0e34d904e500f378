import { type Ground, SLOT, wordsOf } from './ground.ts'
import { forNames, isNamed } from './names.ts'
import { findPersonal } from './personal.ts'
import { typedIn } from './typed.ts'
import type { Drafted, Fault, Reason, Seen } from './verified.ts'

export function citationOf({ passages }: Drafted, { given }: Ground): Fault | undefined {
  if (passages.length === 0) return { reason: 'no-citation' }
  const unknown = passages.find((token) => !given.some((each) => each.token === token))
  return unknown === undefined ? undefined : { reason: 'unknown-passage', what: unknown }
}

/** A token must stand in a cited passage; what looks like one and is none is unknown as well. */
export function slotsOf({ text, cited }: Seen): Fault | undefined {
  const stands = (token: string) => cited.some(({ blocks }) => blocks.some(({ slots }) => slots.includes(token)))
  const unknown = [...text.matchAll(SLOT)].map(([, token = '']) => token).find((token) => !stands(token))
  if (unknown) return { reason: 'unknown-token', what: unknown }
  const left = /\{+[^}]*\}*|\[?\[[^\]]*\]\]?|(?<![\p{L}\d])[LTEP]\d{1,2}(?![\p{L}\d])/u.exec(text.replace(SLOT, ' '))
  return left ? { reason: 'unknown-token', what: left[0] } : undefined
}

/** What reaches somebody comes from tokens alone; the bare name of a site may be said where a cited passage says it. */
export function typedOf({ text, cited }: Seen): Fault | undefined {
  const sites = new Set(cited.flatMap((given) => wordsOf(given).match(SITE) ?? []))
  const bare = text.replace(SLOT, ' ').replace(SITE, (site) => (sites.has(site) ? ' ' : site))
  const typed = typedIn(bare)
  return typed ? { reason: typed.kind, what: typed.what } : undefined
}

const SITE = /(?<![\p{L}\d@./:-])[\p{L}\d-]+\.(?:qc\.ca|gouv\.qc\.ca|ca)(?![\p{L}\d/@-]|\.\p{L})/gu

const PERSONAL: Readonly<Record<string, Reason>> = {
  phone: 'typed-phone',
  email: 'typed-email',
  street: 'address',
  'postal-code': 'address',
  name: 'name',
}

/** What looks like a personal stretch must stand in a passage: a public address does. */
export function personalOf({ words, cited }: Seen): Fault | undefined {
  const found = findPersonal(words)
  if (found.length === 0) return undefined
  const carried = cited.map(wordsOf).join('\n')
  const theirs = new Set(findPersonal(carried).map(({ normalised }) => normalised))
  const strange = found.find(
    ({ normalised, start, end }) => !theirs.has(normalised) && !isNamed(words.slice(start, end), forNames(carried)),
  )
  return strange && { reason: PERSONAL[strange.kind] ?? 'personal', what: words.slice(strange.start, strange.end) }
}
