import type { Agreed, EscalationReason, HandoffRequest, Rating } from '../conversation/handoff.ts'
import type { Language } from '../language/languages.ts'
import type { Counsellor } from './staff.ts'

/** How a conversation with a counsellor ended. */
export const OUTCOMES = ['answered', 'referred', 'handed-back', 'no-answer', 'withdrawn', 'failed'] as const
export type OutcomeOfHelp = (typeof OUTCOMES)[number]
/** The outcomes that a counsellor may choose when closing. */
export const CLOSINGS = ['answered', 'referred', 'no-answer'] as const satisfies readonly OutcomeOfHelp[]

export type Standing =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'held'
      readonly by: Counsellor
      readonly since: Date
      /** When the counsellor last said something, or took the conversation. */
      readonly lastWordAt: Date
      /** Since when the person waits for a word, and when they last wrote; nothing while the counsellor spoke last. */
      readonly personSince?: Date
      readonly personAt?: Date
      /** When they were reminded that the person waits for a word. */
      readonly remindedAt?: Date
    }
  | { readonly is: 'closed'; readonly at: Date; readonly by?: Counsellor; readonly outcome: OutcomeOfHelp }

/** A conversation handed to people: a value; every step below gives the next one. */
export interface Escalation {
  readonly id: string
  readonly conversation: string
  readonly standing: Standing
  readonly reason: EscalationReason
  readonly language: Language
  readonly question: string
  /** What the person agreed to share, in the words that they were shown. */
  readonly agreed: Agreed
  /** The person's answers, where the consent lets them through. */
  readonly situation: Readonly<Record<string, string>>
  /** Ids of the articles that were last shown before the request, where the consent lets them through. */
  readonly topic?: readonly string[]
  /** Position of the last line before the request; what follows is always shown. */
  readonly after: number
  /** Its place in the queue, which it keeps through transfers and returns. */
  readonly askedAt: Date
  readonly message?: string
  readonly callBack?: string
  /** The number of the region that the person named while they waited. */
  readonly region?: string
  /** Whom, or which language, a transfer was meant for. */
  readonly wanted?: { readonly counsellor: Counsellor } | { readonly language: Language }
  readonly firstHeldAt?: Date
  /** When it last came back to the queue: who waits for somebody to take it, waits from then on. */
  readonly backAt?: Date
  readonly told: {
    /** The place that the person was last told, and when. */
    readonly place?: number
    readonly at?: Date
    /** When they were told that nobody has picked up. */
    readonly lateAt?: Date
  }
  readonly rating?: Rating
  /** Grows by one with every change saved. */
  readonly version: number
}

/** A step that was taken, or why it may not be. */
export type Step =
  | { readonly is: 'done'; readonly escalation: Escalation }
  | { readonly is: 'refused'; readonly because: Refusal }

export type Refusal =
  /** Somebody holds it. */
  | { readonly why: 'held'; readonly by: Counsellor }
  /** Nobody holds it, or not the one who asks. */
  | { readonly why: 'not-yours'; readonly by?: Counsellor }
  | { readonly why: 'closed' }

const done = (escalation: Escalation): Step => ({ is: 'done', escalation })
const refused = (because: Refusal): Step => ({ is: 'refused', because })

/** A request that a person has just made; waiting. */
export function requested(
  id: string,
  conversation: string,
  request: HandoffRequest,
  after: number,
  at: Date,
): Escalation {
  const { reason, question, agreed, language, situation, topic } = request
  return {
    id,
    conversation,
    standing: { is: 'waiting' },
    reason,
    language,
    question,
    agreed,
    situation,
    ...(topic ? { topic } : {}),
    after,
    askedAt: at,
    told: request.place === undefined ? {} : { place: request.place, at },
    version: 0,
  }
}

/** waiting → held. Claiming what one holds already changes nothing; the second of two reads who has it. */
export function claim(escalation: Escalation, by: Counsellor, at: Date): Step {
  const { standing } = escalation
  if (standing.is === 'closed') return refused({ why: 'closed' })
  if (standing.is === 'held')
    return standing.by.id === by.id ? done(escalation) : refused({ why: 'held', by: standing.by })
  const { wanted: _, ...rest } = escalation
  return done({
    ...rest,
    standing: { is: 'held', by, since: at, lastWordAt: at, personSince: at },
    firstHeldAt: escalation.firstHeldAt ?? at,
  })
}

/** held → held: a word to the person; only whoever holds the conversation may say one. */
export function say(escalation: Escalation, by: Counsellor, at: Date): Step {
  return whileHeld(escalation, by, (held) => {
    return { ...escalation, standing: { is: 'held', by: held.by, since: held.since, lastWordAt: at } }
  })
}

/** The person wrote: while somebody holds the conversation, it waits for their word. In distress it goes first. */
export function wrote(escalation: Escalation, at: Date, inDistress = false): Step {
  const { standing } = escalation
  if (standing.is === 'closed') return refused({ why: 'closed' })
  const raised = inDistress ? { ...escalation, reason: 'distress' as const } : escalation
  if (standing.is === 'waiting') return done(raised)
  return done({ ...raised, standing: { ...standing, personSince: standing.personSince ?? at, personAt: at } })
}

/** held → waiting, in its old place; for everybody, for a colleague, or for whoever speaks a language. */
export function giveBack(escalation: Escalation, by: Counsellor, at: Date, wanted?: Escalation['wanted']): Step {
  return whileHeld(escalation, by, () => waitingAgain(escalation, at, wanted))
}

/** held → closed, by whoever holds it. */
export function close(escalation: Escalation, by: Counsellor, outcome: OutcomeOfHelp, at: Date): Step {
  return whileHeld(escalation, by, () => ({ ...escalation, standing: { is: 'closed', at, by, outcome } }))
}

/** waiting or held → closed: the person wants it no longer, or the desk could not be reached. */
export function endFor(escalation: Escalation, outcome: 'withdrawn' | 'failed' | 'no-answer', at: Date): Step {
  const { standing } = escalation
  if (standing.is === 'closed') return refused({ why: 'closed' })
  const by = standing.is === 'held' ? { by: standing.by } : {}
  return done({ ...escalation, standing: { is: 'closed', at, ...by, outcome } })
}

/** held → held: the counsellor was reminded that the person waits. */
export function remind(escalation: Escalation, at: Date): Step {
  const { standing } = escalation
  if (standing.is !== 'held') return refused({ why: standing.is === 'closed' ? 'closed' : 'not-yours' })
  return done({ ...escalation, standing: { ...standing, remindedAt: at } })
}

/** held → waiting: the counsellor fell silent; it goes back in its place. */
export function takeBack(escalation: Escalation, at: Date): Step {
  const { standing } = escalation
  if (standing.is !== 'held') return refused({ why: standing.is === 'closed' ? 'closed' : 'not-yours' })
  return done(waitingAgain(escalation, at))
}

/** What a person leaves for whoever reads the request; a later one is added below the first. */
export function leave(escalation: Escalation, left: { message?: string; callBack?: string; region?: string }): Step {
  if (escalation.standing.is === 'closed') return refused({ why: 'closed' })
  const message = [escalation.message, left.message].filter(Boolean).join('\n')
  return done({
    ...escalation,
    ...(message ? { message } : {}),
    ...(left.callBack ? { callBack: left.callBack } : {}),
    ...(left.region ? { region: left.region } : {}),
  })
}

/** Distress was seen after the request was made: it goes first from now on. */
export function raise(escalation: Escalation): Step {
  if (escalation.standing.is === 'closed') return refused({ why: 'closed' })
  return done({ ...escalation, reason: 'distress' })
}

/** The person goes on in another language: whoever takes the request answers in it. */
export function speaks(escalation: Escalation, language: Language): Step {
  if (escalation.standing.is === 'closed') return refused({ why: 'closed' })
  return done({ ...escalation, language })
}

/** One answer about whether it helped, after the end; a second one changes nothing. */
export function rate(escalation: Escalation, rating: Rating): Step {
  if (escalation.standing.is !== 'closed') return refused({ why: 'not-yours' })
  return done(escalation.rating ? escalation : { ...escalation, rating })
}

/** What the person was told of the queue. */
export function told(escalation: Escalation, what: Escalation['told']): Step {
  if (escalation.standing.is !== 'waiting') return refused({ why: 'closed' })
  return done({ ...escalation, told: { ...escalation.told, ...what } })
}

/** waiting → waiting: whoever it was meant for did not take it, and it is everybody's again. */
export function forEverybody(escalation: Escalation): Step {
  if (escalation.standing.is !== 'waiting') return refused({ why: 'closed' })
  const { wanted: _, ...rest } = escalation
  return done(rest)
}

/** Since when somebody is expected to take a request that waits. */
export function waitsSince({ askedAt, backAt }: Pick<Escalation, 'askedAt' | 'backAt'>): Date {
  return backAt ?? askedAt
}

/** The order in which requests are taken: distress first, then the oldest. */
export function inOrder(a: Escalation, b: Escalation): number {
  return (
    Number(b.reason === 'distress') - Number(a.reason === 'distress') ||
    a.askedAt.getTime() - b.askedAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  )
}

/** The places of those who wait, by escalation: 1 is next. */
export function places(open: readonly Escalation[]): ReadonlyMap<string, number> {
  const waiting = open.filter(({ standing }) => standing.is === 'waiting').sort(inOrder)
  return new Map(waiting.map(({ id }, at) => [id, at + 1]))
}

function whileHeld(
  escalation: Escalation,
  by: Counsellor,
  step: (held: Extract<Standing, { is: 'held' }>) => Escalation,
): Step {
  const { standing } = escalation
  if (standing.is === 'closed') return refused({ why: 'closed' })
  if (standing.is === 'waiting') return refused({ why: 'not-yours' })
  if (standing.by.id !== by.id) return refused({ why: 'not-yours', by: standing.by })
  return done(step(standing))
}

function waitingAgain(escalation: Escalation, at: Date, wanted?: Escalation['wanted']): Escalation {
  const { wanted: _, ...rest } = escalation
  return { ...rest, standing: { is: 'waiting' }, backAt: at, told: {}, ...(wanted ? { wanted } : {}) }
}
