import { type Situation, SKIPPED } from '../dialog/situation.ts'
import type { Language } from '../language/languages.ts'
import type { HandoffEvent } from './channel.ts'

/** What led to a request for a person. */
export type EscalationReason = 'asked' | 'dialog' | 'not-found' | 'unsure' | 'distress'

/** How much of what was said before the request a counsellor may see; what is said after it, they always see. */
export const CONSENTS = ['everything', 'summary', 'question'] as const
export type Consent = (typeof CONSENTS)[number]

/** What a person agreed to share, in the very words that they were shown. */
export interface Agreed {
  readonly to: Consent
  readonly wording: string
  readonly language: Language
  readonly at: Date
}

/** A request for a person that is being made: nothing is stored for the desk before the person agreed. */
export interface Asking {
  readonly reason: EscalationReason
  /** What the person last asked, in their words, where they asked something. */
  readonly question?: string
  readonly asks: 'consent' | 'question'
  readonly agreed?: Agreed
  /** Said something else instead: asked again once, and then let go. */
  readonly passedOver?: boolean
}

/** A request as it is stored with the turn that made it. Only what the consent lets through is in it. */
export interface HandoffRequest {
  readonly reason: EscalationReason
  readonly question: string
  readonly agreed: Agreed
  readonly language: Language
  /** From the person's answers, by question name; empty where the consent withholds it. */
  readonly situation: Readonly<Record<string, string>>
  /** Ids of the articles that were last shown, best first; none where the consent withholds them. */
  readonly topic?: readonly string[]
  /** The place in the queue that the person is told with the request; out of hours none is. */
  readonly place?: number
}

export const RATINGS = ['yes', 'partly', 'no'] as const
export type Rating = (typeof RATINGS)[number]

/** What a turn asks of the desk; done in the same transaction as the turn is saved. */
export type DeskOrder =
  | { readonly does: 'request'; readonly id: string; readonly request: HandoffRequest }
  /** The person no longer wants to wait, or goes back to the assistant. */
  | { readonly does: 'withdraw' }
  /** What the person leaves for whoever reads the request: a message, a way to be reached, the number of their region. */
  | { readonly does: 'leave'; readonly message?: string; readonly callBack?: string; readonly region?: string }
  /** The person wrote while a counsellor holds the conversation. */
  | { readonly does: 'wrote'; readonly inDistress?: boolean }
  /** Distress was seen: the request goes first. */
  | { readonly does: 'raise' }
  /** The person goes on in another language while they wait. */
  | { readonly does: 'language'; readonly language: Language }
  /** Whether it helped: of the last escalation that ended. */
  | { readonly does: 'rate'; readonly rating: Rating }

/** The desk, as a turn sees it. Where nobody could ever answer there is none. */
export interface DeskToday {
  /** Whether people answer at a moment; if not, when they do again, where that is known. */
  hours(at: Date): { readonly open: true } | { readonly open: false; readonly opensAt?: Date }
  /** The desk's time zone, in which moments are told (IANA). */
  timeZone(at: Date): string
  /** The place in the queue of a conversation that waits: 1 is next. */
  place(conversation: string): Promise<number | undefined>
  /** The place that a new request takes. */
  placeOfNew(reason: EscalationReason): Promise<number>
}

/** How many articles tell what a conversation was about. */
const TOPIC = 3

/** The event that puts a request on the transcript; its context holds no more than the consent lets through. */
export function initiated(escalation: string, request: HandoffRequest): HandoffEvent {
  const { reason, question, agreed, language, topic = [] } = request
  const shares = agreed.to !== 'question'
  const situation = shares ? request.situation : {}
  const told = toldOnly(situation)
  const summary = [question, ...Object.entries(told).map(([name, value]) => `${name}: ${value}`)].filter(Boolean)
  return {
    name: 'handoff.initiate',
    escalation,
    context: {
      escalation,
      reason,
      language,
      question,
      consent: agreed.to,
      ...(summary.length ? { summary: summary.join('\n') } : {}),
      ...(shares && topic.length ? { topic: topic.slice(0, TOPIC) } : {}),
      ...(shares ? { situation } : {}),
      ...(told.trade ? { skill: told.trade } : {}),
      ...(told.region ? { region: told.region } : {}),
    },
  }
}

/** What was answered; to rather not say tells nothing of a person. */
function toldOnly(situation: Situation): Situation {
  return Object.fromEntries(Object.entries(situation).filter(([, value]) => value && value !== SKIPPED))
}
