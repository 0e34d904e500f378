import type { EscalationReason } from '../conversation/handoff.ts'
import { type Escalation, inOrder, places, type Step, told, waitsSince } from './escalation.ts'
import type { DeskHours } from './hours.ts'

const MINUTE_MS = 60_000

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

/** The place that a conversation takes when whoever holds it gives it back: the one that it had. */
export function placeOnReturn(held: Escalation, open: readonly Escalation[]): number {
  const others = open.filter(({ id, standing }) => id !== held.id && standing.is === 'waiting')
  return 1 + others.filter((each) => inOrder(each, held) < 0).length
}

/** A step back to the queue, of which the person is told together with their place. */
export function withPlaceTold(back: Step, place: number | undefined, at: Date): Step {
  return back.is === 'done' && place !== undefined ? told(back.escalation, { place, at }) : back
}

/** Nobody has taken a request within the open hours that are set for it. */
export function isLeftWaiting(escalation: Escalation, hours: DeskHours, now: Date): boolean {
  if (escalation.standing.is !== 'waiting') return false
  return hours.openBetween(waitsSince(escalation), now) >= hours.patience.pickUp * MINUTE_MS
}
