import { sql, type Transaction } from 'kysely'
import type { Entry, News } from '../conversation/conversation.ts'
import type { Escalation } from '../desk/escalation.ts'
import type { Escalations } from '../desk/escalations.ts'
import { auditIn, writeAudit } from './audit.ts'
import { changeEscalation } from './change-escalation.ts'
import type { Database } from './database.ts'
import { escalationOf } from './escalation-row.ts'
import { notesIn } from './notes.ts'
import { storableId } from './storable.ts'
import type { Tables } from './tables.ts'
import { writeTurn } from './turn.ts'
import { Undone } from './undone.ts'
import { mustReach, writeEntries } from './write-entries.ts'

type Change = Parameters<Escalations['save']>[0]
type Saved = Awaited<ReturnType<Escalations['save']>>

/**
 * The ledger of escalations over either database. A request comes into it with the turn that makes it.
 *
 * Whoever changes a conversation and its escalation changes the conversation first: nobody waits in a circle.
 */
export function escalationsIn(database: Database, tell: News['tell']): Escalations {
  const { rows } = database
  const all = () => rows.selectFrom('escalations').selectAll()

  async function get(id: string): Promise<Escalation | undefined> {
    const row = await all().where('escalation', '=', storableId(id, 'an escalation')).executeTakeFirst()
    return row && escalationOf(row)
  }

  async function openOf(conversation: string): Promise<Escalation | undefined> {
    const row = await all()
      .where('conversation', '=', storableId(conversation, 'a conversation'))
      .where('standing', '<>', sql.lit('closed'))
      .executeTakeFirst()
    return row && escalationOf(row)
  }

  async function of(conversation: string): Promise<readonly Escalation[]> {
    const found = await all()
      .where('conversation', '=', storableId(conversation, 'a conversation'))
      .orderBy('asked_at')
      .execute()
    // By clocks that disagree or stand still: in the order of the lines that asked.
    return found.map(escalationOf).sort((a, b) => a.after - b.after)
  }

  /** In the order that `inOrder` tells; an index gives it. */
  async function open(): Promise<readonly Escalation[]> {
    const found = await all()
      .where('standing', '<>', sql.lit('closed'))
      .orderBy('distress', 'desc')
      .orderBy('asked_at')
      .orderBy('escalation')
      .execute()
    return found.map(escalationOf)
  }

  async function since(moment: Date): Promise<readonly Escalation[]> {
    const found = await all()
      .where('asked_at', '>=', moment.getTime())
      .orderBy('asked_at')
      .orderBy('escalation')
      .execute()
    return found.map(escalationOf)
  }

  async function save(change: Change): Promise<Saved> {
    try {
      const saved = await rows.transaction().execute((transaction) => writeChange(transaction, change))
      if (saved.entries.length > 0) tell(change.escalation.conversation)
      if (change.entries?.some(mustReach)) tell('deliveries')
      tell('desk')
      return saved
    } catch (error) {
      if (error instanceof Undone) return { is: error.answer }
      throw error
    }
  }

  return { get, openOf, of, open, since, save, ...notesIn(database, tell), ...auditIn(database) }
}

/** @throws Undone where nothing may be written. */
async function writeChange(transaction: Transaction<Tables>, change: Change): Promise<Extract<Saved, { is: 'saved' }>> {
  const entries = await writeLines(transaction, change)
  const escalation = await changeEscalation(transaction, change.escalation)
  if (change.audit) await writeAudit(transaction, change.audit)
  return { is: 'saved', escalation, entries }
}

/** Lines without a changed conversation are added to it as it stands. */
async function writeLines(
  transaction: Transaction<Tables>,
  { escalation, conversation, entries = [] }: Change,
): Promise<readonly Entry[]> {
  const gone = new Undone('conflict', `The conversation ${escalation.conversation} was changed meanwhile, or erased.`)
  if (conversation) {
    const turn = await writeTurn(transaction, { conversation, entries })
    if (turn.is !== 'saved') throw gone
    return turn.entries
  }
  if (entries.length === 0) return []
  const counted = await transaction
    .updateTable('conversations')
    .set({ last_position: sql<number>`last_position + ${sql.lit(entries.length)}` })
    .where('conversation', '=', escalation.conversation)
    .returning(['conversation', 'channel', 'last_position'])
    .executeTakeFirst()
  if (!counted) throw gone
  return writeEntries(transaction, counted, entries, false)
}
