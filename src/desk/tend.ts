import type { Conversation } from '../conversation/conversation.ts'
import { type Escalation, endFor, forEverybody, type places, remind, type Step, takeBack, told } from './escalation.ts'
import type { AuditLine } from './escalations.ts'
import { type DeskWords, tellLate, tellPlace, toAssistant, toQueue } from './handed.ts'
import type { DeskHours } from './hours.ts'
import { type Decision, noticesOf } from './ledger.ts'
import { isLeftWaiting, placeOnReturn, withPlaceTold } from './queue.ts'

/** What the desk looks at when it tends to its queue. */
export interface Tending {
  readonly now: Date
  readonly hours: DeskHours
  readonly words: DeskWords
  /** Everything that is open, and the places of those who wait. */
  readonly open: readonly Escalation[]
  readonly places: ReturnType<typeof places>
  /** How long others waited, in minutes, where there is enough data. */
  readonly typical: number | undefined
  /** Counsellors whose pages are closed: nobody there will see what the person writes. */
  readonly gone: ReadonlySet<string>
}

/** A place that changes is told again, but not more often than this. */
const AGAIN_MS = 30_000
const MINUTE_MS = 60_000
/** Whoever was asked what to leave, and said nothing for so long, is not writing any more. */
const WRITING_MS = 15 * MINUTE_MS

/** What is to be done about one conversation; nothing where it has changed meanwhile. */
export type Due = (conversation: Conversation) => Decision | undefined

/** What time and the queue ask for about one escalation; the first that holds, wins. Nothing: it may go on. */
export function due(escalation: Escalation, tending: Tending): Due | undefined {
  for (const look of [reservedTooLong, pickedUpLate, placeChanged, counsellorSilent, counsellorSlow, personQuiet]) {
    const found = look(escalation, tending)
    if (found) return found
  }
  return undefined
}

type Look = (escalation: Escalation, tending: Tending) => Due | undefined

/** Meant for a colleague who has not come: everybody may see to it, and nobody leaves it to them. */
const reservedTooLong: Look = (escalation, { now, hours }) => {
  const isReserved = escalation.wanted !== undefined && 'counsellor' in escalation.wanted
  if (!isReserved || !isLeftWaiting(escalation, hours, now)) return undefined
  return () => decided(forEverybody(escalation), undefined, now)
}

const pickedUpLate: Look = (escalation, { now, hours, words }) => {
  if (escalation.told.lateAt || !isLeftWaiting(escalation, hours, now)) return undefined
  return undisturbed(now, (conversation) =>
    decided(told(escalation, { lateAt: now }), tellLate(conversation, escalation, words), now),
  )
}

const placeChanged: Look = (escalation, { now, hours, words, places: all, typical }) => {
  const place = all.get(escalation.id)
  if (place === undefined || place === escalation.told.place || !hours.at(now).open) return undefined
  const since = escalation.told.at
  if (since && place !== 1 && now.getTime() - since.getTime() < AGAIN_MS) return undefined
  return undisturbed(now, (conversation) =>
    decided(told(escalation, { place, at: now }), tellPlace(conversation, place, typical, words), now),
  )
}

/** Held by somebody who does not answer: a person must not wait in silence, whatever the hour. */
const counsellorSilent: Look = (escalation, { now, hours, words, gone, open }) => {
  const { standing } = escalation
  if (standing.is !== 'held') return undefined
  const patience = gone.has(standing.by.id) ? 0 : hours.patience.takeBack
  if (!waitsFor(escalation, patience, now)) return undefined
  const line = byTheHouse('take-back', escalation, now, standing.by.name)
  const place = hours.at(now).open ? placeOnReturn(escalation, open) : undefined
  const back = { by: standing.by, why: 'given-back', place } as const
  return (conversation) =>
    decided(
      withPlaceTold(takeBack(escalation, now), place, now),
      toQueue(conversation, escalation, back, words),
      now,
      line,
    )
}

const counsellorSlow: Look = (escalation, { now, hours }) => {
  const { standing } = escalation
  if (!waitsFor(escalation, hours.patience.remind, now)) return undefined
  if (standing.is !== 'held' || standing.remindedAt) return undefined
  return () => decided(remind(escalation, now), undefined, now)
}

const personQuiet: Look = (escalation, { now, hours, words }) => {
  const { standing } = escalation
  if (standing.is !== 'held' || standing.personSince) return undefined
  if (now.getTime() - standing.lastWordAt.getTime() < hours.patience.quiet * MINUTE_MS) return undefined
  const line = byTheHouse('close', escalation, now, 'quiet')
  return (conversation) =>
    decided(
      endFor(escalation, 'no-answer', now),
      toAssistant(conversation, standing.by, 'ended-quiet', words, now),
      now,
      line,
    )
}

/** Nobody is interrupted while they write what they leave with their request; who wrote nothing for long does not. */
function undisturbed(now: Date, due: Due): Due {
  return (conversation) => {
    const isWriting = conversation.leaving && now.getTime() - conversation.lastHeardAt.getTime() < WRITING_MS
    return isWriting ? undefined : due(conversation)
  }
}

function waitsFor({ standing }: Escalation, minutes: number, now: Date): boolean {
  if (standing.is !== 'held' || !standing.personSince) return false
  return now.getTime() - standing.personSince.getTime() >= minutes * MINUTE_MS
}

function decided(
  step: Step,
  outcome: { conversation: Conversation; replies: Parameters<typeof noticesOf>[0] } | undefined,
  now: Date,
  audit?: AuditLine,
): Decision | undefined {
  if (step.is === 'refused') return undefined
  return {
    escalation: step.escalation,
    ...(outcome ? { conversation: outcome.conversation, entries: noticesOf(outcome.replies, now) } : {}),
    ...(audit ? { audit } : {}),
  }
}

function byTheHouse(act: AuditLine['act'], { id }: Escalation, at: Date, detail: string): AuditLine {
  return { at, who: 'passerelle', name: 'Passerelle', act, escalation: id, detail }
}
