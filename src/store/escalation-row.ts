import type { Escalation } from '../desk/escalation.ts'
import { readEscalation, writeEscalation } from './remembered-escalation.ts'
import { storableId } from './storable.ts'
import type { EscalationRow } from './tables.ts'

export function rowOfEscalation(escalation: Escalation): EscalationRow {
  const { standing } = escalation
  return {
    escalation: storableId(escalation.id, 'an escalation'),
    conversation: storableId(escalation.conversation, 'a conversation'),
    standing: standing.is,
    distress: escalation.reason === 'distress' ? 1 : 0,
    asked_at: escalation.askedAt.getTime(),
    closed_at: standing.is === 'closed' ? standing.at.getTime() : null,
    version: escalation.version,
    state: writeEscalation(escalation),
  }
}

export function escalationOf(row: EscalationRow): Escalation {
  return {
    ...readEscalation(row.state),
    id: row.escalation,
    conversation: row.conversation,
    askedAt: new Date(row.asked_at),
    version: row.version,
  }
}
