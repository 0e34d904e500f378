import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'
import { storable, storableId } from './storable.ts'
import type { PostingRow } from './tables.ts'

/** What was posted outside the house about an escalation, and how far what was said since was relayed there. */
export interface Posting {
  readonly escalation: string
  readonly place: PostingRow['place']
  /** The activity that it is there; empty before it was posted. */
  readonly activity: string
  readonly words: readonly string[]
  readonly shown: string
  readonly relayed: number
  readonly tries: number
  readonly ended: boolean
}

/** The ledger of postings, as the channels need it. */
export interface Postings {
  /**
   * Takes a posting in hand for a minute, and makes it where there is none. Nothing where it is in another hand, or
   * not due.
   */
  take(escalation: string, place: Posting['place'], at: Date): Promise<Posting | undefined>
  /** Writes it down; it may be taken again from `next` on. Does nothing where it was dropped. */
  put(posting: Posting, next: Date): Promise<void>
  byActivity(place: Posting['place'], activity: string): Promise<Posting | undefined>
  /** Those that have not ended, and those whose escalation was erased. */
  left(place: Posting['place']): Promise<readonly Posting[]>
  drop(escalation: string, place: Posting['place']): Promise<void>
}

/** So long is a posting in one hand: after this, whoever took it is gone, and it is due again. */
const IN_HAND = 60_000

export function postingsIn({ rows }: Database): Postings {
  return {
    take: async (escalation, place, at) => {
      const until = at.getTime() + IN_HAND
      const taken = await rows.transaction().execute((transaction) =>
        transaction
          .insertInto('postings')
          .values({
            escalation: storableId(escalation, 'an escalation'),
            place,
            activity_id: '',
            words: '[]',
            shown: '',
            relayed: 0,
            tries: 0,
            ended: 0,
            next_at: until,
          })
          .onConflict((there) =>
            there
              .columns(['escalation', 'place'])
              .doUpdateSet({ next_at: until })
              .where('postings.next_at', '<=', at.getTime()),
          )
          .returningAll()
          .executeTakeFirst(),
      )
      return taken && postingOf(taken)
    },

    put: async ({ escalation, place, activity, words, shown, relayed, tries, ended }, next) => {
      await rows.transaction().execute((transaction) =>
        transaction
          .updateTable('postings')
          .set({
            activity_id: storableId(activity, 'an activity'),
            words: JSON.stringify(words),
            shown: storable(shown),
            relayed,
            tries,
            ended: ended ? 1 : 0,
            next_at: next.getTime(),
          })
          .where('escalation', '=', storableId(escalation, 'an escalation'))
          .where('place', '=', place)
          .execute(),
      )
    },

    byActivity: async (place, activity) => {
      const row = await rows
        .selectFrom('postings')
        .selectAll()
        .where('place', '=', place)
        .where('activity_id', '=', storableId(activity, 'an activity'))
        .where('activity_id', '<>', '')
        .executeTakeFirst()
      return row && postingOf(row)
    },

    left: async (place) => {
      const found = await rows
        .selectFrom('postings')
        .selectAll()
        .where('place', '=', place)
        .where(({ eb, or, not, exists, selectFrom }) =>
          or([
            eb('ended', '=', sql.lit(0)),
            not(
              exists(
                selectFrom('escalations')
                  .select('escalations.escalation')
                  .whereRef('escalations.escalation', '=', 'postings.escalation'),
              ),
            ),
          ]),
        )
        .orderBy('next_at')
        .orderBy('escalation')
        .execute()
      return found.map(postingOf)
    },

    drop: async (escalation, place) => {
      await rows
        .transaction()
        .execute((transaction) =>
          transaction
            .deleteFrom('postings')
            .where('escalation', '=', storableId(escalation, 'an escalation'))
            .where('place', '=', place)
            .execute(),
        )
    },
  }
}

const words = z.array(z.string()).catch([])

function postingOf({ activity_id, next_at: _, ...row }: PostingRow): Posting {
  return { ...row, activity: activity_id, words: words.parse(JSON.parse(row.words)), ended: row.ended === 1 }
}
