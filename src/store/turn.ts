import { sql, type Transaction } from 'kysely'
import type { Conversations } from '../conversation/conversation.ts'
import { later } from './conversation-row.ts'
import { obey } from './desk-order.ts'
import { writeRemembered } from './remembered.ts'
import type { Tables } from './tables.ts'
import { writeEntries } from './write-entries.ts'
import { writeNoticed } from './write-noticed.ts'

export type Turn = Parameters<Conversations['save']>[0]
export type Saved = Awaited<ReturnType<Conversations['save']>>

/**
 * Saves a turn within a transaction, so that what belongs to the same turn in other tables can be saved with it.
 * One guarded change decides: every save makes the version grow, so that whoever comes second finds nothing to change.
 * An erased conversation is a conflict: taking the turn again will not find it.
 * @throws Undone where the transaction must not be committed.
 */
export async function writeTurn(transaction: Transaction<Tables>, turn: Turn): Promise<Saved> {
  const { conversation, answers, entries, desk, noticed } = turn
  const isAnswered = transaction
    .selectFrom('entries')
    .select('position')
    .where('conversation', '=', conversation.id)
    .where('position', '=', answers ?? 0)
    .where('answered', '=', 1)

  const changed = await transaction
    .updateTable('conversations')
    .set({
      state: writeRemembered(conversation),
      version: conversation.version + 1,
      last_position: sql<number>`last_position + ${sql.lit(entries.length)}`,
      last_heard_at: later(conversation.lastHeardAt),
    })
    .where('conversation', '=', conversation.id)
    .where('version', '=', conversation.version)
    .where(({ not, exists }) => not(exists(isAnswered)))
    .returning(['conversation', 'channel', 'last_position'])
    .executeTakeFirst()
  if (!changed) return { is: (await isAnswered.executeTakeFirst()) ? 'answered' : 'conflict' }

  if (answers !== undefined) {
    const marked = await transaction
      .updateTable('entries')
      .set({ answered: 1 })
      .where('conversation', '=', conversation.id)
      .where('position', '=', answers)
      .executeTakeFirst()
    if (marked.numUpdatedRows === 0n) {
      throw new Error(`Nothing was heard at position ${answers} of the conversation ${conversation.id}. Hear it first.`)
    }
  }
  const written = await writeEntries(transaction, changed, entries, answers !== undefined)
  if (desk) await obey(transaction, desk, conversation, answers ?? changed.last_position - entries.length)
  if (noticed) await writeNoticed(transaction, noticed, conversation)
  return { is: 'saved', entries: written }
}
