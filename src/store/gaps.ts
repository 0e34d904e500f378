import { sql } from 'kysely'
import { z } from 'zod'
import { unnamed } from '../answer/unnamed.ts'
import type { BesideGap, Gap, Gaps, Settled } from '../knowledge/gaps.ts'
import type { GapKind, MarkReason } from '../knowledge/noticed.ts'
import type { Database } from './database.ts'
import { readReply } from './remembered.ts'
import { language, oneOf } from './shapes.ts'
import { storable } from './storable.ts'
import type { GapRow } from './tables.ts'

/** So many words of counsellors are shown beside a gap. */
const BESIDE = 10
/** So many ids are asked for in one statement. */
const AT_A_TIME = 500

/** The gaps over either database; a turn writes them (`write-noticed.ts`). */
export function gapsIn({ rows }: Database): Gaps {
  const from = (since: Date) => rows.selectFrom('gaps').where('gaps.at', '>=', since.getTime())

  return {
    list: async (since, most, which = 'open') => {
      const found = await from(since)
        .leftJoin('feedback', (join) =>
          join
            .onRef('feedback.conversation', '=', 'gaps.conversation')
            .onRef('feedback.position', '=', 'gaps.position'),
        )
        .selectAll('gaps')
        .select('feedback.reason')
        .where('settled_at', which === 'open' ? 'is' : 'is not', null)
        .orderBy('gaps.at', 'desc')
        .orderBy('gap')
        .limit(most)
        .execute()
      return found.map(gapOf)
    },

    count: async (since) => {
      const { open } = await from(since)
        .select(({ fn }) => fn.countAll().as('open'))
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(open)
    },

    settle: async (ids, settled) => {
      const set = { settled_at: settled.at.getTime(), settled: storable(JSON.stringify(settled)) }
      return sumOf(ids, (some) =>
        rows.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('gaps')
            .set(set)
            .where('gap', 'in', some)
            .where('settled_at', 'is', null)
            .executeTakeFirst()
          return Number(numUpdatedRows)
        }),
      )
    },

    reopen: (ids) =>
      sumOf(ids, (some) =>
        rows.transaction().execute(async (transaction) => {
          const { numUpdatedRows } = await transaction
            .updateTable('gaps')
            .set({ settled_at: null, settled: null })
            .where('gap', 'in', some)
            .where('settled_at', 'is not', null)
            .executeTakeFirst()
          return Number(numUpdatedRows)
        }),
      ),

    answersBeside: async (ids) => {
      const beside = new Map<string, BesideGap[]>()
      for (const some of inParts(ids)) {
        const found = await rows
          .selectFrom('gaps')
          .innerJoin('entries', (join) =>
            join
              .onRef('entries.conversation', '=', 'gaps.conversation')
              .onRef('entries.position', '>', 'gaps.position'),
          )
          .select(['gaps.gap', 'entries.text', 'entries.at', 'entries.reply'])
          .where('gaps.gap', 'in', some)
          .where('entries.said_by', '=', sql.lit('counsellor'))
          .orderBy('gaps.gap')
          .orderBy('entries.position')
          .execute()
        for (const { gap, text, at, reply } of found) {
          const its = beside.get(gap) ?? []
          if (its.length >= BESIDE) continue
          const name = reply === null ? '' : (readReply(reply).counsellor ?? '')
          beside.set(gap, [...its, { text: unnamed(text), name, at: new Date(at) }])
        }
      }
      return beside
    },
  }
}

function inParts(ids: readonly string[]): string[][] {
  const all = [...new Set(ids)]
  return Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, at) =>
    all.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME),
  )
}

async function sumOf(ids: readonly string[], change: (some: readonly string[]) => Promise<number>): Promise<number> {
  let sum = 0
  for (const some of inParts(ids)) sum += await change(some)
  return sum
}

export const articlesOf = z.array(z.string()).catch([])
const why = oneOf<GapKind>({ 'not-found': true, unsure: true, 'not-helpful': true }).catch('not-found')
export const markReason = oneOf<MarkReason>({
  incorrect: true,
  'off-topic': true,
  'too-complicated': true,
  other: true,
}).catch('other')

const by = z.object({ id: z.string(), name: z.string() }).catch({ id: '', name: '' })
const at = z.coerce.date()
/** What this release does not know is settled all the same. */
const settled = z
  .union([
    z.object({ how: z.enum(['article-begun', 'wording-added']), article: z.string(), by, at }),
    z.object({ how: z.literal('set-aside').catch('set-aside'), by, at }),
  ])
  .transform((read): Settled => read)

function gapOf(row: GapRow & { reason: string | null }): Gap {
  return {
    id: row.gap,
    at: new Date(row.at),
    question: row.question,
    language: language.parse(row.language),
    why: why.parse(row.why),
    articles: articlesOf.parse(JSON.parse(row.articles)),
    publication: row.publication,
    ...(row.reason === null ? {} : { reason: markReason.parse(row.reason) }),
    ...(row.settled === null ? {} : { settled: settled.parse(JSON.parse(row.settled)) }),
  }
}
