import type { AnswerStatus } from '../answer/answer.ts'
import type { Language } from '../language/languages.ts'

/** Where a conversation takes place: a channel's name and its own name for the conversation. */
export interface Address {
  readonly channel: string
  readonly conversation: string
}

/** A mark that a person put on an answer by a channel's own buttons. */
export interface AnswerMark {
  readonly helpful: boolean
  /** The position of the question that was answered; where the channel cannot tell, the last answer is meant. */
  readonly position?: number
}

/** One thing that a person did at the counter: said something, arrived, or marked an answer. */
export interface Incoming {
  readonly address: Address
  /** The channel's id of this activity; the same id at the same address is the same words, delivered again. */
  readonly activityId: string
  readonly kind: 'message' | 'joined' | 'marked'
  readonly text: string
  /** What a button carried besides its label; checked before use. */
  readonly value?: unknown
  /** With `marked`. */
  readonly mark?: AnswerMark
  /** BCP-47, as the channel tells it. */
  readonly locale?: string
  readonly person: { readonly id: string; readonly name?: string }
  readonly at: Date
  /** The client's own id of the activity, given back with it so that the client recognises its words. */
  readonly clientId?: string
  /** What the channel needs to reach this person later; opaque to every other floor. */
  readonly wayBack?: unknown
}

/** A thing that a person may pick: what it reads, and what saying it means. */
export interface Choice {
  readonly label: string
  /** What is said when it is picked, where it is not the label. */
  readonly says?: string
}

/** What an answer rests on, numbered as in its text. */
export interface Citation {
  readonly position: number
  readonly passage: string
  readonly digest: string
  readonly title: string
  readonly address: string
  readonly abstract: string
}

/** A plan part by part, in the person's words, for channels that show it as a card; the reply's text says the same. */
export interface PlanOutline {
  readonly intro: string
  readonly stages: readonly {
    readonly heading: string
    readonly steps: readonly {
      readonly title: string
      readonly summary: string
      readonly why?: string
      readonly contact?: string
      readonly source?: { readonly title: string; readonly address: string }
    }[]
    /** Says that there are more steps than these. */
    readonly more?: string
  }[]
  /** Markdown, each a block of its own: what was ruled out, what could not be told, that nothing is decided. */
  readonly notes: readonly string[]
  /** The printable page. */
  readonly page?: { readonly label: string; readonly address: string }
}

/** The same words in another language, by a machine: shown under the original, and as a machine's. */
export interface Translation {
  readonly language: Language
  readonly text: string
}

export type ReplyStatus = AnswerStatus | 'dialog' | 'notice' | 'handoff' | 'counsellor'

/** One thing said to a person, in the counter's words; an edge makes an activity of it. */
export interface Reply {
  /** Markdown, of the part that every channel shows. */
  readonly text: string
  readonly language: Language
  readonly status: ReplyStatus
  /** Article ids, best first. */
  readonly articles: readonly string[]
  readonly publication: number
  readonly dialog?: string
  readonly question?: string
  readonly choices?: readonly Choice[]
  readonly citations?: readonly Citation[]
  readonly plan?: PlanOutline
  /** Who answers from here on, where these words say so. */
  readonly answering?: 'assistant' | 'nobody-yet' | 'counsellor'
  /** The name of the counsellor whose words these are. */
  readonly counsellor?: string
  /** A counsellor's words in the person's language. */
  readonly translation?: Translation
  /** True only where a model wrote the text. */
  readonly byModel?: boolean
  /** It answers a mark, which is no line of the conversation: no channel shows what it replies to. */
  readonly toMark?: boolean
  /** A handoff event of the Bot Framework that this line stands for; such a line has no text. */
  readonly event?: HandoffEvent
}

/** `handoff.initiate`, as it is put on the transcript (Bot Framework, handoffEventNames). */
export interface HandoffEvent {
  readonly name: 'handoff.initiate'
  readonly escalation: string
  /** The event's free context: reason, language, summary, consent … */
  readonly context: Readonly<Record<string, unknown>>
}
