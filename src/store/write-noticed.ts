import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { unnamed } from '../answer/unnamed.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Mark, Noticed, NoticedGap } from '../knowledge/noticed.ts'
import { storable, storableId } from './storable.ts'
import type { Tables, UsageRow } from './tables.ts'

type Counts = Partial<Pick<UsageRow, 'asked' | 'answered' | 'good' | 'bad'>>

/** The longest question that is kept, in characters. */
const LONGEST = 500

/** Into so many parts the counts of a day are split. */
const PARTS = 8

/**
 * Writes what a turn noticed within the turn's own transaction, in which its conversation's row was changed already. No
 * personal detail passes this door.
 */
export async function writeNoticed(
  transaction: Transaction<Tables>,
  { gap, mark, asked }: Noticed,
  { id, lastHeardAt }: Conversation,
): Promise<void> {
  if (mark) await writeMark(transaction, mark, id, lastHeardAt)
  if (gap) await writeGap(transaction, gap, id, lastHeardAt)
  if (asked) {
    await count(transaction, asked.articles, lastHeardAt, { asked: 1, ...(asked.answered ? { answered: 1 } : {}) })
  }
}

/** A question is a gap once, however often it is marked. */
async function writeGap(
  transaction: Transaction<Tables>,
  { position, question, language, why, articles, publication }: NoticedGap,
  conversation: string,
  at: Date,
): Promise<void> {
  const words = storable(unnamed(question)).trim().slice(0, LONGEST)
  if (!/\p{L}/u.test(words)) return
  await transaction
    .insertInto('gaps')
    .values({
      conversation,
      position,
      gap: randomUUID(),
      at: at.getTime(),
      question: words,
      language,
      why,
      articles: JSON.stringify(articles),
      publication,
      settled_at: null,
      settled: null,
    })
    .onConflict((same) => same.columns(['conversation', 'position']).doNothing())
    .execute()
}

/** The last word on an answer counts: what was counted before is taken back, and whoever was helped after all leaves no gap. */
async function writeMark(
  transaction: Transaction<Tables>,
  { position, helpful, reason, articles, publication }: Mark,
  conversation: string,
  at: Date,
): Promise<void> {
  const before = await transaction
    .selectFrom('feedback')
    .select(['at', 'helpful'])
    .where('conversation', '=', conversation)
    .where('position', '=', position)
    .executeTakeFirst()
  const said = { at: at.getTime(), helpful: helpful ? 1 : 0, reason: reason ?? null }
  await transaction
    .insertInto('feedback')
    .values({ conversation, position, articles: JSON.stringify(articles), publication, ...said })
    .onConflict((same) => same.columns(['conversation', 'position']).doUpdateSet(said))
    .execute()
  if (helpful) {
    await transaction
      .deleteFrom('gaps')
      .where('conversation', '=', conversation)
      .where('position', '=', position)
      .where('why', '=', 'not-helpful')
      .where('settled_at', 'is', null)
      .execute()
  }
  if (before?.helpful === said.helpful) return
  if (before) await count(transaction, articles, new Date(before.at), helpful ? { bad: -1 } : { good: -1 })
  await count(transaction, articles, at, helpful ? { good: 1 } : { bad: 1 })
}

/** Adds to the counts of articles; always in one order, so that no two turns wait for one another in a circle. */
async function count(
  transaction: Transaction<Tables>,
  articles: readonly string[],
  at: Date,
  counts: Counts,
): Promise<void> {
  const part = Math.floor(Math.random() * PARTS)
  const added = { asked: 0, answered: 0, good: 0, bad: 0, ...counts }
  const rows = [...new Set(articles)]
    .sort()
    .map((article) => ({ article: storableId(article, 'an article'), day: dayOf(at), part, ...added }))
  if (rows.length === 0) return
  await transaction
    .insertInto('usage')
    .values(rows)
    .onConflict((same) =>
      same.columns(['article', 'day', 'part']).doUpdateSet({
        asked: sql<number>`usage.asked + ${sql.lit(added.asked)}`,
        answered: sql<number>`usage.answered + ${sql.lit(added.answered)}`,
        good: sql<number>`usage.good + ${sql.lit(added.good)}`,
        bad: sql<number>`usage.bad + ${sql.lit(added.bad)}`,
      }),
    )
    .execute()
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
