import type { Conversation, Delivery } from '../conversation/conversation.ts'
import type { Language } from '../language/languages.ts'
import type { Brief, Line } from './brief.ts'
import type { Escalation, OutcomeOfHelp, Refusal } from './escalation.ts'
import type { Note } from './escalations.ts'
import type { Colleague, Counsellor, Presence } from './staff.ts'

/** What came of something that a counsellor did: done, or a refusal to be put in a sentence. */
export type Done =
  | { readonly is: 'done'; readonly escalation: Escalation }
  | {
      readonly is: 'refused'
      readonly because: Refusal | { readonly why: 'unknown' | 'empty' | 'too-long' | 'placeholder' }
    }

/** One request in the inbox. */
export interface InboxItem {
  readonly escalation: Escalation
  /** Its place among those who wait. */
  readonly place?: number
  /** Nobody picked it up in time, or its counsellor was reminded. */
  readonly late: boolean
  /** The person said something after the counsellor's last word. */
  readonly unread: boolean
}

/** One conversation, as whoever may see it sees it. */
export interface Opened {
  readonly escalation: Escalation
  readonly conversation: Pick<Conversation, 'id' | 'language'> & { readonly channel: string }
  readonly brief: Brief
  readonly lines: readonly Line[]
  readonly deliveries: readonly Delivery[]
  readonly notes: readonly Note[]
  /** Earlier requests of the same conversation, closed; oldest first. */
  readonly earlier: readonly Escalation[]
  readonly item: InboxItem
}

/** The supervisor's figures over the last days. */
export interface Figures {
  readonly waiting: number
  readonly held: number
  /** Milliseconds since the oldest of those who wait asked. */
  readonly oldestMs?: number
  /** Half of the requests were taken, or closed, within so many milliseconds; nothing without data. */
  readonly toClaimMs?: number
  readonly toCloseMs?: number
  readonly rated: Readonly<Record<'yes' | 'partly' | 'no', number>>
  /** By day of the desk's time zone (YYYY-MM-DD), oldest first, each day of the span. */
  readonly days: readonly {
    readonly day: string
    readonly asked: number
    readonly closed: number
    readonly toClaimMs?: number
    readonly satisfied?: number
  }[]
}

/** The desk: everything that staff may do with escalations. Who may do what is decided here, whatever page asks. */
export interface Desk {
  inbox(now: Date): Promise<readonly InboxItem[]>
  /** One escalation with what the consent lets through; the view is audited. Nothing where it does not exist. */
  open(id: string, by: Counsellor, language: Language, now: Date): Promise<Opened | undefined>
  claim(id: string, by: Counsellor, now: Date): Promise<Done>
  /**
   * A word to the person, stored, then delivered. The same words under the same `key` are said once. Refused while a `{placeholder}` is not
   * filled, when empty, or longer than 4,000 characters.
   */
  say(id: string, by: Counsellor, text: string, key: string, now: Date): Promise<Done>
  note(id: string, by: Counsellor, text: string, key: string, now: Date): Promise<Done>
  /** Back to the queue, in its place; `to` names a colleague or a language that it is meant for. */
  giveBack(id: string, by: Counsellor, now: Date, to?: Escalation['wanted']): Promise<Done>
  /** « Remettre à l'assistant ». */
  handBack(id: string, by: Counsellor, now: Date): Promise<Done>
  close(id: string, by: Counsellor, outcome: OutcomeOfHelp, now: Date): Promise<Done>
  /** It could not be brought to those who answer: the person is told so plainly, and where people are. */
  fail(id: string, now: Date): Promise<Done>
  /** Tries again to deliver a word that was given up. */
  deliverAgain(id: string, by: Counsellor, position: number, now: Date): Promise<Done>
  /** Tells the person's side that a counsellor is typing, if they hold the conversation. */
  typing(id: string, by: Counsellor): Promise<void>
  colleagues(now: Date): Promise<readonly Colleague[]>
  setPresence(
    by: Counsellor,
    change: { presence?: Presence; languages?: readonly Language[] },
    now: Date,
  ): Promise<void>
  figures(now: Date, days: number): Promise<Figures>
  /**
   * Does what time and the queue ask for: tells places, tells those whom nobody picked up, reminds and takes back from
   * counsellors who fell silent, closes what is over. May run in every process at once. Gives how many things it did.
   */
  tend(now: Date): Promise<number>
}
