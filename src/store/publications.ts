import type { News } from '../conversation/conversation.ts'
import type { Files } from '../knowledge/files.ts'
import type { Publication, Publications } from '../knowledge/publication.ts'
import type { Database } from './database.ts'
import { finishDrafts } from './drafts.ts'
import { digestsAlong, publicationOf, writtenFiles } from './publication-row.ts'
import { storable } from './storable.ts'
import type { PublicationRow } from './tables.ts'
import { keptText, readTexts, writeTexts } from './texts.ts'
import { Undone } from './undone.ts'

/**
 * The ledger of publications over either database. A publication is one transaction; its number is its key, so of two
 * that were made on the same one the second is refused, whatever process it comes from.
 * @param tell hears of `publication` after the commit, and of `draft:<article>` where a draft is done with.
 */
export function publicationsIn(database: Database, tell: News['tell']): Publications {
  const { rows } = database
  /** The newest that was read or written here, with its texts: what is published never changes, so it may be kept. */
  let newest:
    | { readonly publication: Publication; readonly whole: number; texts?: ReadonlyMap<string, string> }
    | undefined

  async function lastNumber(): Promise<number> {
    const row = await rows.selectFrom('publications').select('number').orderBy('number', 'desc').executeTakeFirst()
    return row?.number ?? 0
  }

  /** Publications from one number up to another, oldest first. */
  async function between(
    first: number,
    last: number,
  ): Promise<readonly { row: PublicationRow; publication: Publication }[]> {
    const start = await rows.selectFrom('publications').select('whole').where('number', '=', first).executeTakeFirst()
    if (!start) return []
    const found = await rows
      .selectFrom('publications')
      .selectAll()
      .where('number', '>=', start.whole)
      .where('number', '<=', last)
      .orderBy('number')
      .execute()
    const digests = digestsAlong(found)
    return found
      .filter(({ number }) => number >= first)
      .map((row) => ({ row, publication: publicationOf(row, digests.get(row.number) ?? new Map()) }))
  }

  async function get(number: number): Promise<Publication | undefined> {
    if (newest?.publication.number === number) return newest.publication
    const [found] = await between(number, number)
    return found?.publication
  }

  async function latest(): Promise<Publication | undefined> {
    const number = await lastNumber()
    if (newest && newest.publication.number >= number) return number === 0 ? undefined : newest.publication
    const [found] = await between(number, number)
    if (!found) return undefined
    if (!newest || found.publication.number > newest.publication.number) {
      newest = { ...newest, publication: found.publication, whole: found.row.whole }
    }
    return found.publication
  }

  async function files(publication: Publication): Promise<Files> {
    const known = newest?.texts ?? new Map<string, string>()
    const wanted = [...publication.digests.values()]
    const read = await readTexts(
      database,
      wanted.filter((digest) => !known.has(digest)),
    )
    const texts = new Map<string, string>()
    const found = new Map<string, string>()
    for (const [path, digest] of publication.digests) {
      const text = known.get(digest) ?? read.get(digest)
      if (text === undefined)
        throw new Error(
          `The text ${digest} of publication ${publication.number} is gone. Restore a copy of the database.`,
        )
      texts.set(digest, text)
      found.set(path, text)
    }
    if (newest?.publication.number === publication.number) newest = { ...newest, texts }
    return found
  }

  async function text(digest: string): Promise<string | undefined> {
    return newest?.texts?.get(digest) ?? (await readTexts(database, [digest])).get(digest)
  }

  async function history(most: number, before?: number): Promise<readonly Publication[]> {
    const last = Math.min(before === undefined ? Number.MAX_SAFE_INTEGER : before - 1, await lastNumber())
    if (last < 1 || most < 1) return []
    const found = await between(Math.max(1, last - most + 1), last)
    return found.map(({ publication }) => publication).reverse()
  }

  const publish: Publications['publish'] = async ({ base, at, by, origin, reason, says, files: given, drafts }) => {
    const before = base === 0 ? undefined : await atBase(base)
    if (base !== 0 && !before) return { is: 'conflict', latest: await lastNumber() }
    const kept = keptFiles(given, before)
    const digests = new Map([...kept].map(([path, { digest }]) => [path, digest]))
    const number = base + 1
    const { files: written, whole } = writtenFiles(
      number,
      digests,
      before && { digests: before.publication.digests, whole: before.whole },
    )
    const row: PublicationRow = {
      number,
      at: at.getTime(),
      by_id: storable(by.id),
      by_name: storable(by.name),
      origin,
      reason: storable(reason),
      says: storable(says),
      whole,
      files: written,
    }
    const known = new Set(before?.publication.digests.values())
    try {
      await rows.transaction().execute(async (transaction) => {
        // The row first: whoever publishes on the same number at this moment waits here, and is refused.
        const added = await transaction
          .insertInto('publications')
          .values(row)
          .onConflict((same) => same.column('number').doNothing())
          .returning('number')
          .executeTakeFirst()
        if (!added) throw new Undone('conflict', `Publication ${number} is somebody else's.`)
        await writeTexts(
          transaction,
          [...kept.values()].filter(({ digest }) => !known.has(digest)),
        )
        await finishDrafts(transaction, drafts ?? new Map(), digests)
      })
    } catch (error) {
      if (error instanceof Undone && error.answer === 'conflict') return { is: 'conflict', latest: await lastNumber() }
      throw error
    }
    const publication = publicationOf(row, digests)
    if (!newest || newest.publication.number < number) {
      newest = { publication, whole, texts: new Map([...kept.values()].map(({ text, digest }) => [digest, text])) }
    }
    tell('publication')
    for (const article of drafts?.keys() ?? []) tell(`draft:${article}`)
    return { is: 'published', publication }
  }

  /** The publication that another is made on, with its place in the ledger; nothing where it is not the last one. */
  async function atBase(base: number) {
    if (newest?.publication.number === base) return newest
    const [found] = await between(base, base)
    return found && { publication: found.publication, whole: found.row.whole }
  }

  return { latest, get, history, files, text, publish }
}

/** Files with their digests; a text that is the one it was before is not read again. */
function keptFiles(
  files: Files,
  before: { readonly publication: Publication; readonly texts?: ReadonlyMap<string, string> } | undefined,
) {
  return new Map(
    [...files].map(([path, text]) => {
      const digest = before?.publication.digests.get(path)
      const same = digest !== undefined && before?.texts?.get(digest) === text
      return [path, same ? { text, digest } : keptText(text)]
    }),
  )
}
