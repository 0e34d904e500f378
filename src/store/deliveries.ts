import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Deliveries, Delivery, News } from '../conversation/conversation.ts'
import type { Database } from './database.ts'
import { storable, storableId } from './storable.ts'
import type { DeliveryRow, Tables } from './tables.ts'

/** So long is a line in one hand: after this, whoever took it is gone, and it is due again. */
const IN_HAND = 60_000

type Lines = ExpressionBuilder<Tables, 'deliveries'>

/**
 * What waits to reach people, over either database.
 * @param tell hears of the conversation, and of `desk`, where staff see something new.
 */
export function deliveriesIn({ rows, dialect }: Database, tell: News['tell']): Deliveries {
  const waiting = sql.lit('waiting' as const)

  /** What is in with a position that the person has; who reads a log so far has read what was given up as well. */
  const isIn = (conversation: string, upTo: number) => (line: Lines) =>
    line.and([
      line('conversation', '=', storableId(conversation, 'a conversation')),
      line('position', '<=', upTo),
      line.or([
        line('standing', '=', waiting),
        line.and([line('standing', '=', 'failed'), line('channel', '=', 'directline')]),
      ]),
    ])

  /** Changes one delivery where it stands like that; says whether it did. */
  async function change(
    conversation: string,
    position: number,
    standing: Delivery['is'],
    to: Partial<Pick<DeliveryRow, 'standing' | 'next_at' | 'trouble'>> & { readonly tries: RawBuilder<number> },
  ): Promise<boolean> {
    const changed = await rows
      .transaction()
      .execute((transaction) =>
        transaction
          .updateTable('deliveries')
          .set(to)
          .where('conversation', '=', storableId(conversation, 'a conversation'))
          .where('position', '=', position)
          .where('standing', '=', standing)
          .executeTakeFirst(),
      )
    return changed.numUpdatedRows > 0n
  }

  const changedFor = (conversation: string) => {
    tell(conversation)
    tell('desk')
  }

  return {
    take: (channels, at, most) =>
      rows.transaction().execute(async (transaction) => {
        const due = await transaction
          .selectFrom('deliveries as line')
          .selectAll()
          .where('standing', '=', waiting)
          .where('next_at', '<=', at.getTime())
          .where('channel', channels === 'directline' ? '=' : '<>', 'directline')
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('deliveries as earlier')
                  .select('earlier.position')
                  .whereRef('earlier.conversation', '=', 'line.conversation')
                  .whereRef('earlier.position', '<', 'line.position')
                  .where('earlier.standing', '=', waiting),
              ),
            ),
          )
          .orderBy('next_at')
          .orderBy('conversation')
          .limit(most)
          // What another process takes at this moment is its own.
          .$if(dialect === 'postgres', (some) => some.forUpdate().skipLocked())
          .execute()
        if (due.length === 0) return []
        await transaction
          .updateTable('deliveries')
          .set({ next_at: at.getTime() + IN_HAND })
          .where((line) => line.or(due.map(({ conversation, position }) => line.and({ conversation, position }))))
          .execute()
        return due.map(deliveryOf)
      }),

    reached: async (conversation, position) => {
      const reached = isIn(conversation, position)
      // Most of what is read held nothing that waited: nobody else is held up for it.
      if (!(await rows.selectFrom('deliveries').select('position').where(reached).executeTakeFirst())) return
      const changed = await rows
        .transaction()
        .execute((transaction) =>
          transaction
            .updateTable('deliveries')
            .set({ standing: 'delivered', trouble: null })
            .where(reached)
            .executeTakeFirst(),
        )
      if (changed.numUpdatedRows > 0n) changedFor(conversation)
    },

    missed: async (conversation, position, trouble, next) => {
      const changed = await change(conversation, position, 'waiting', {
        tries: sql<number>`tries + 1`,
        trouble: storable(trouble),
        ...(next ? { next_at: next.getTime() } : { standing: 'failed' as const }),
      })
      if (!changed) return
      changedFor(conversation)
      // What stood behind it is next.
      if (!next) tell('deliveries')
    },

    again: async (conversation, position, at) => {
      const changed = await change(conversation, position, 'failed', {
        tries: sql<number>`0`,
        standing: 'waiting',
        next_at: at.getTime(),
      })
      if (!changed) return
      changedFor(conversation)
      tell('deliveries')
    },

    of: async (conversation) => {
      const found = await rows
        .selectFrom('deliveries')
        .selectAll()
        .where('conversation', '=', storableId(conversation, 'a conversation'))
        .orderBy('position')
        .execute()
      return found.map(deliveryOf)
    },
  }
}

function deliveryOf({ conversation, position, standing, tries, trouble }: DeliveryRow): Delivery {
  return { conversation, position, is: standing, tries, ...(trouble === null ? {} : { trouble }) }
}
