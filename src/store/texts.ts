import type { Transaction } from 'kysely'
import { wholeDigestOf } from '../knowledge/digest.ts'
import type { Database } from './database.ts'
import { storable } from './storable.ts'
import type { Tables } from './tables.ts'

/** A text as it is kept, with its name: the SHA-256 of its bytes. */
export interface KeptText {
  readonly text: string
  readonly digest: string
}

/** How many texts one statement takes: both databases bound the values of a statement. */
const AT_ONCE = 400

export function keptText(text: string): KeptText {
  const kept = storable(text)
  return { text: kept, digest: wholeDigestOf(kept) }
}

/** Writes the texts that are not there yet, always in one order, so that two writers never wait for each other. */
export async function writeTexts(transaction: Transaction<Tables>, texts: Iterable<KeptText>): Promise<void> {
  const byDigest = new Map([...texts].map(({ text, digest }) => [digest, text]))
  const rows = [...byDigest]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([digest, text]) => ({ digest, text }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await transaction
      .insertInto('texts')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((same) => same.column('digest').doNothing())
      .execute()
  }
}

/** The texts of these digests, by digest. */
export async function readTexts({ rows }: Database, digests: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(digests)]
  const found = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const some = await rows
      .selectFrom('texts')
      .selectAll()
      .where('digest', 'in', wanted.slice(from, from + AT_ONCE))
      .execute()
    for (const { digest, text } of some) found.set(digest, text)
  }
  return found
}
