import type { Transaction } from 'kysely'
import type { Entry, NewEntry } from '../conversation/conversation.ts'
import { entryOf, rowOfEntry } from './entries.ts'
import type { ConversationRow, Tables } from './tables.ts'
import { Undone } from './undone.ts'

/** Whether a line that no turn carries must reach the person: an event has no words, and their own they know. */
export function mustReach({ from, answers, reply }: NewEntry): boolean {
  return from !== 'person' && answers === undefined && reply?.event === undefined
}

/**
 * Writes lines into a conversation whose row was just changed to count them, and with them the deliveries of those
 * that must reach the person later; `isAnswer`: the turn that says them carries them there.
 * @throws Undone where one of the activities has a line already.
 */
export async function writeEntries(
  transaction: Transaction<Tables>,
  { conversation, channel, last_position }: Pick<ConversationRow, 'conversation' | 'channel' | 'last_position'>,
  entries: readonly NewEntry[],
  isAnswer: boolean,
): Promise<readonly Entry[]> {
  if (entries.length === 0) return []
  const first = last_position - entries.length + 1
  const rows = entries.map((entry, index) => rowOfEntry(conversation, first + index, entry))
  const written = await transaction
    .insertInto('entries')
    .values(rows)
    .onConflict((same) => same.columns(['conversation', 'activity_id']).doNothing())
    .returning('position')
    .execute()
  if (written.length < rows.length) {
    throw new Undone('said-before', `An activity of these has its line in the conversation ${conversation} already.`)
  }
  const deliveries = rows.flatMap(({ position, at }, index) => {
    const entry = entries[index]
    return !isAnswer && entry && mustReach(entry)
      ? [{ conversation, position, channel, standing: 'waiting' as const, tries: 0, next_at: at, trouble: null }]
      : []
  })
  if (deliveries.length > 0) await transaction.insertInto('deliveries').values(deliveries).execute()
  return rows.map(entryOf)
}
