import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { News } from '../conversation/conversation.ts'
import type { Draft, Drafts } from '../knowledge/publication.ts'
import type { Database } from './database.ts'
import { storable, storableId } from './storable.ts'
import type { DraftRow, Tables } from './tables.ts'

/**
 * What is being written, over either database.
 *
 * A draft that is done with leaves its version behind, and the next one of that article counts on from there: who still
 * has the old one open cannot save over the new one by chance.
 * @param tell hears of `draft:<article>` after each change.
 */
export function draftsIn({ rows }: Database, tell: News['tell']): Drafts {
  async function of(article: string): Promise<Draft | undefined> {
    const row = await rows
      .selectFrom('drafts')
      .selectAll()
      .where('article', '=', storableId(article, 'an article'))
      .where('gone', '=', sql.lit(0))
      .executeTakeFirst()
    return row && draftOf(row)
  }

  return {
    of,

    all: async () => {
      const found = await rows
        .selectFrom('drafts')
        .selectAll()
        .where('gone', '=', sql.lit(0))
        .orderBy('at', 'desc')
        .orderBy('article')
        .execute()
      return found.map(draftOf)
    },

    save: async (draft, on) => {
      const row = rowOf({ ...draft, version: on + 1 })
      const saved = await rows.transaction().execute(async (transaction) => {
        if (on > 0) {
          return transaction
            .updateTable('drafts')
            .set(row)
            .where('article', '=', row.article)
            .where('version', '=', on)
            .where('gone', '=', sql.lit(0))
            .returning('version')
            .executeTakeFirst()
        }
        return transaction
          .insertInto('drafts')
          .values(row)
          .onConflict((same) =>
            same
              .column('article')
              .doUpdateSet({ ...row, version: sql<number>`drafts.version + 1` })
              .where('drafts.gone', '=', sql.lit(1)),
          )
          .returning('version')
          .executeTakeFirst()
      })
      if (saved) {
        tell(`draft:${draft.article}`)
        return { is: 'saved', draft: draftOf({ ...row, version: saved.version }) }
      }
      const theirs = await of(draft.article)
      return { is: 'conflict', ...(theirs ? { theirs } : {}) }
    },

    drop: async (article, on) => {
      const gone = await rows.transaction().execute((transaction) => end(transaction, article, on))
      if (gone) tell(`draft:${article}`)
      return gone
    },
  }
}

/**
 * Ends the drafts that a publication is made of. One that was saved again meanwhile stays; it holds what is published
 * now, so that is what it is a change of from here on.
 */
export async function finishDrafts(
  transaction: Transaction<Tables>,
  drafts: ReadonlyMap<string, number>,
  published: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [article, version] of [...drafts].sort()) {
    if (await end(transaction, article, version)) continue
    const newer = await transaction
      .selectFrom('drafts')
      .selectAll()
      .where('article', '=', storableId(article, 'an article'))
      .where('version', '>', version)
      .where('gone', '=', sql.lit(0))
      .executeTakeFirst()
    if (!newer) continue
    const { base, files } = draftOf(newer)
    const paths = new Set([...base.keys(), ...files.keys()])
    const now = [...paths].flatMap((path) => {
      const digest = published.get(path)
      return digest === undefined ? [] : [[path, digest] as const]
    })
    await transaction
      .updateTable('drafts')
      .set({ base: JSON.stringify(Object.fromEntries(now)) })
      .where('article', '=', article)
      .execute()
  }
}

async function end(transaction: Transaction<Tables>, article: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('drafts')
    .set({ gone: 1, files: '{}', base: '{}' })
    .where('article', '=', storableId(article, 'an article'))
    .where('version', '=', version)
    .where('gone', '=', sql.lit(0))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function rowOf({ article, version, at, by, files, base }: Draft): DraftRow {
  return {
    article: storableId(article, 'an article'),
    version,
    at: at.getTime(),
    by_id: storable(by.id),
    by_name: storable(by.name),
    files: JSON.stringify(Object.fromEntries(files)),
    base: JSON.stringify(Object.fromEntries(base)),
    gone: 0,
  }
}

const filesShape = z.record(z.string(), z.string().nullable())
const baseShape = z.record(z.string(), z.string())

function draftOf({ article, version, at, by_id, by_name, files, base }: DraftRow): Draft {
  return {
    article,
    files: new Map(Object.entries(filesShape.parse(JSON.parse(files)))),
    base: new Map(Object.entries(baseShape.parse(JSON.parse(base)))),
    by: { id: by_id, name: by_name },
    at: new Date(at),
    version,
  }
}
