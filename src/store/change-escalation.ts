import type { Transaction } from 'kysely'
import type { Escalation } from '../desk/escalation.ts'
import { rowOfEscalation } from './escalation-row.ts'
import type { Tables } from './tables.ts'
import { Undone } from './undone.ts'

/**
 * Writes a changed escalation, guarded by the version that it had; gives it with the version that it has now.
 * @throws Undone where somebody changed it first, or it was erased.
 */
export async function changeEscalation(transaction: Transaction<Tables>, escalation: Escalation): Promise<Escalation> {
  const next = { ...escalation, version: escalation.version + 1 }
  const { numUpdatedRows } = await transaction
    .updateTable('escalations')
    .set(rowOfEscalation(next))
    .where('escalation', '=', escalation.id)
    .where('version', '=', escalation.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Undone('conflict', `The escalation ${escalation.id} was changed meanwhile.`)
  return next
}
