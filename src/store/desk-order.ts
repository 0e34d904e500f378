import { sql, type Transaction } from 'kysely'
import type { Conversation } from '../conversation/conversation.ts'
import type { DeskOrder } from '../conversation/handoff.ts'
import { type Escalation, endFor, leave, raise, rate, requested, type Step, speaks, wrote } from '../desk/escalation.ts'
import { changeEscalation } from './change-escalation.ts'
import { escalationOf, rowOfEscalation } from './escalation-row.ts'
import type { Tables } from './tables.ts'

type Change = Exclude<DeskOrder, { does: 'request' }>

/**
 * Does what a turn asks of the desk, within the turn's own transaction, in which its conversation's row was changed
 * already. Where there is nothing to change (no open request, nothing left to rate) nothing is.
 * @param after the position of the last line before the request.
 * @throws Undone where staff changed the escalation meanwhile: the turn is taken again.
 */
export async function obey(
  transaction: Transaction<Tables>,
  order: DeskOrder,
  { id, lastHeardAt }: Conversation,
  after: number,
): Promise<void> {
  if (order.does === 'request') {
    const row = rowOfEscalation(requested(order.id, id, order.request, after, lastHeardAt))
    // A request that is open already is kept as it is, and keeps its place.
    await transaction
      .insertInto('escalations')
      .values(row)
      .onConflict((open) => open.column('conversation').where('standing', '<>', sql.lit('closed')).doNothing())
      .execute()
    return
  }
  const escalation = await meant(transaction, order, id)
  const step = escalation && stepOf(order, escalation, lastHeardAt)
  if (step?.is === 'done') await changeEscalation(transaction, step.escalation)
}

/** The escalation that an order is about: what is open, or the last that ended without a word on whether it helped. */
async function meant(
  transaction: Transaction<Tables>,
  order: Change,
  conversation: string,
): Promise<Escalation | undefined> {
  const rows = await transaction
    .selectFrom('escalations')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('standing', order.does === 'rate' ? '=' : '<>', sql.lit('closed'))
    .orderBy('closed_at', 'desc')
    .execute()
  return rows.map(escalationOf).find(({ rating }) => rating === undefined)
}

function stepOf(order: Change, escalation: Escalation, at: Date): Step {
  switch (order.does) {
    case 'withdraw':
      return endFor(escalation, 'withdrawn', at)
    case 'leave':
      return leave(escalation, order)
    case 'wrote':
      return wrote(escalation, at, order.inDistress)
    case 'raise':
      return raise(escalation)
    case 'language':
      return speaks(escalation, order.language)
    case 'rate':
      return rate(escalation, order.rating)
  }
}
