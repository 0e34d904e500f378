import type { EscalationReason } from '../conversation/handoff.ts'
import { type Escalation, places } from './escalation.ts'

/** The place in the queue of a conversation that waits: 1 is next. */
export function placeOf(conversation: string, open: readonly Escalation[]): number | undefined {
  const mine = open.find((each) => each.conversation === conversation)
  return mine && places(open).get(mine.id)
}

/** The place that a new request takes: behind everybody who waits; in distress, behind those in distress. */
export function placeOfNew(reason: EscalationReason, open: readonly Escalation[]): number {
  const waiting = open.filter(({ standing }) => standing.is === 'waiting')
  return 1 + waiting.filter((each) => reason !== 'distress' || each.reason === 'distress').length
}
