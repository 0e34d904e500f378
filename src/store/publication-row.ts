import { z } from 'zod'
import { ORIGINS, type Publication } from '../knowledge/publication.ts'
import type { PublicationRow } from './tables.ts'

/** What a publication changed, by path; null for a file that it took away. */
export type ChangedFiles = Readonly<Record<string, string | null>>

/** So many publications rest on one that is written whole: a publication is read from so many rows at the most. */
const ON_ONE_WHOLE = 50

/**
 * What is written of a publication's files: all of them, or what differs from the one before, so that a ledger of
 * thousands of small edits stays small. `whole` is the number of the publication from which on to read.
 */
export function writtenFiles(
  number: number,
  digests: ReadonlyMap<string, string>,
  before: { readonly digests: ReadonlyMap<string, string>; readonly whole: number } | undefined,
): { readonly files: string; readonly whole: number } {
  if (!before || number - before.whole >= ON_ONE_WHOLE) {
    return { files: JSON.stringify(Object.fromEntries(digests)), whole: number }
  }
  const changed: [string, string | null][] = [...digests].filter(
    ([path, digest]) => before.digests.get(path) !== digest,
  )
  for (const path of before.digests.keys()) if (!digests.has(path)) changed.push([path, null])
  return { files: JSON.stringify(Object.fromEntries(changed)), whole: before.whole }
}

const filesShape = z.record(z.string(), z.string().nullable())

/** The digests after each of these rows, which follow one another and begin with a whole one. */
export function digestsAlong(
  rows: readonly Pick<PublicationRow, 'number' | 'whole' | 'files'>[],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const along = new Map<number, ReadonlyMap<string, string>>()
  let digests = new Map<string, string>()
  for (const { number, whole, files } of rows) {
    const changed = filesShape.parse(JSON.parse(files))
    digests = new Map(whole === number ? [] : digests)
    for (const [path, digest] of Object.entries(changed)) {
      if (digest === null) digests.delete(path)
      else digests.set(path, digest)
    }
    along.set(number, digests)
  }
  return along
}

/** An origin of a newer release counts as an edit: never as one that files may take over. */
const originOf = z.enum(ORIGINS).catch('edit')

export function publicationOf(row: PublicationRow, digests: ReadonlyMap<string, string>): Publication {
  return {
    number: row.number,
    at: new Date(row.at),
    by: { id: row.by_id, name: row.by_name },
    origin: originOf.parse(row.origin),
    reason: row.reason,
    says: row.says,
    digests,
  }
}
