import type { Lead } from '../answer/answer.ts'
import type { Situation } from '../dialog/situation.ts'
import type { Noticed } from '../knowledge/noticed.ts'
import type { Language } from '../language/languages.ts'
import type { Address, Incoming, Reply } from './channel.ts'
import type { Asking, DeskOrder, EscalationReason } from './handoff.ts'

/** Who answers now. */
export type Handling =
  | { readonly by: 'assistant' }
  | { readonly by: 'nobody-yet'; readonly reason: EscalationReason; readonly since: Date }
  | { readonly by: 'counsellor'; readonly name: string; readonly since: Date }

/** How the language came about: what a person chose is never changed by what they say later. */
export type LanguageFrom = 'default' | 'locale' | 'words' | 'chosen'

/** What a label that we offered means when it is picked. */
export type Offer =
  | Exclude<Lead, { to: 'person' }>
  /** A person; `reason` and `question` say what led to it. */
  | { readonly label: string; readonly to: 'person'; readonly reason?: EscalationReason }
  | { readonly label: string; readonly to: 'language'; readonly language: Language }
  | { readonly label: string; readonly to: 'words'; readonly words: string }
  /** A dialog, with what was read of the person's story: it counts once it is picked. */
  | { readonly label: string; readonly to: 'story'; readonly dialog: string; readonly told: Situation }

/** What the last answer was about, so that « et pour les infirmières ? » keeps its subject. */
export interface Subject {
  readonly question: string
  readonly articles: readonly string[]
}

/** The dialog that a person is in. Where they stand in it is derived from what they said. */
export interface OpenDialog {
  readonly id: string
  /** The question that was last asked, so that an old button is known for what it is. */
  readonly asked?: string
  /** Values offered because the words could mean several. */
  readonly confirming?: readonly string[]
  /** How many answers in a row were not understood. */
  readonly unclear: number
  /** Asked beside something else that is already answered: it ends once its question is. */
  readonly aside?: boolean
}

/** The plan that a person last saw, by what it rested on: so that they can be told when a publication touches it. */
export interface ShownPlan {
  readonly dialog: string
  readonly publication: number
  /** By article, the digest of its French as it was read. */
  readonly digests: Readonly<Record<string, string>>
}

/** An answer from the library, of which the person may say whether it helped. */
export interface GivenAnswer {
  /** The position of the question that it answers. */
  readonly position: number
  readonly question: string
  readonly language: Language
  /** The articles that it rests on. */
  readonly articles: readonly string[]
  readonly publication: number
}

/** What is remembered of a conversation, besides its entries. */
export interface Conversation {
  readonly id: string
  readonly address: Address
  readonly language: Language
  readonly languageFrom: LanguageFrom
  readonly handling: Handling
  readonly offers: readonly Offer[]
  readonly subject?: Subject
  /** What the person told us, by question name; it outlives the dialog that asked. */
  readonly situation: Situation
  readonly dialog?: OpenDialog
  readonly plan?: ShownPlan
  /** What the person last asked of the library, in their words. */
  readonly lastAsked?: string
  /** A request for a person that is being made. */
  readonly asking?: Asking
  /** What the person may still leave for whoever reads their request. */
  readonly leaving?: 'message' | 'call-back' | 'region'
  /** A conversation with a counsellor has just ended: the person is asked whether it helped. */
  readonly asksRating?: {
    /** When a counsellor ended it: what is typed just then may still be meant for them. */
    readonly endedAt?: Date
  }
  /** The answer that was just given. */
  readonly given?: GivenAnswer
  /** An answer that did not help: the person was asked why. */
  readonly asksWhy?: GivenAnswer
  /** How many turns in a row found nothing or were unsure. */
  readonly unsureInARow: number
  readonly welcomed: boolean
  readonly person: { readonly id: string; readonly name?: string }
  readonly wayBack?: unknown
  readonly startedAt: Date
  readonly lastHeardAt: Date
  /** Grows by one with every turn saved; a turn saved on an older version is taken again. */
  readonly version: number
}

/** One line of a conversation, in the order of `position` (1, 2, 3 …). */
export interface Entry {
  readonly position: number
  readonly from: 'person' | 'assistant' | 'counsellor'
  readonly at: Date
  /** What was said; a person's words with their personal numbers taken out. */
  readonly text: string
  /** A person's entry: the channel's and the client's ids of the activity. */
  readonly activityId?: string
  readonly clientId?: string
  /** An assistant's or a counsellor's entry: the reply as it was given. */
  readonly reply?: Reply
  /**
   * The position of the person's entry that this one answers. What answers nothing (a counsellor's word, a notice of
   * the desk) is delivered later, apart from any turn.
   */
  readonly answers?: number
}
export type NewEntry = Omit<Entry, 'position'>

/** What a person said, as it is written down before anything is done about it. */
export interface Heard {
  readonly kind: Incoming['kind']
  readonly activityId: string
  readonly clientId?: string
  readonly text: string
  /** True where personal numbers were taken out of the text. */
  readonly redacted: boolean
  readonly value?: unknown
  readonly locale?: string
  readonly at: Date
}

/** A thing heard, with its place in the conversation. */
export interface HeardEntry extends Heard {
  readonly conversation: string
  readonly position: number
  readonly answered: boolean
}

/** The ledger of conversations, as this floor needs it. `store/` keeps it. */
export interface Conversations {
  find(address: Address): Promise<Conversation | undefined>
  get(id: string): Promise<Conversation | undefined>
  /**
   * Opens a conversation at an address, or gives the one that is already there (also when two open it at once).
   * Its entries are numbered after `after`, so that a client's watermark stays true when a conversation starts anew.
   */
  open(fresh: Omit<Conversation, 'version'>, after?: number): Promise<Conversation>
  /**
   * Writes down what was said, before any turn is taken. Durable once it resolves.
   * The same activityId in the same conversation is written once: the first entry is given back, with `answered` as it stands.
   */
  hear(conversation: string, heard: Heard): Promise<HeardEntry>
  /** What was heard and not answered yet, oldest first, over all conversations or in one: work left by a stop. */
  unanswered(conversation?: string): Promise<readonly HeardEntry[]>
  /**
   * Saves a turn in one transaction: the conversation (guarded by its `version`, then one more), the new entries,
   * and the heard entry marked as answered. `conflict`: somebody saved first; nothing was written.
   * `answered`: that heard entry was answered already; nothing was written.
   */
  save(turn: {
    readonly conversation: Conversation
    readonly answers?: number
    readonly entries: readonly NewEntry[]
    /** What the turn asks of the desk, in the same transaction. */
    readonly desk?: DeskOrder
    /** What it tells those who write, in the same transaction. */
    readonly noticed?: Noticed
  }): Promise<
    | { readonly is: 'saved'; readonly entries: readonly Entry[] }
    | { readonly is: 'conflict' }
    | { readonly is: 'answered' }
  >
  /** Entries after a position, in order, so many at the most; what is no words (an arrival, a mark) is not among them. */
  entries(conversation: string, after?: number, most?: number): Promise<readonly Entry[]>
  /** Erases a conversation everywhere in the store; says how many rows of each kind went. */
  erase(id: string): Promise<Readonly<Record<string, number>>>
  /** Conversations last heard before a moment, for retention. */
  quietSince(moment: Date, limit: number): Promise<readonly string[]>
}

/** News that a conversation has new entries, within this process or from another one. */
export interface News {
  /** Calls the listener after entries were saved in that conversation, or a subject was told; gives what ends it. */
  follow(conversation: string, listener: () => void): () => void
  /** Tells of a subject that is no entry (`desk`, `typing:…`): to this process and to the others. Nothing is kept. */
  tell(subject: string): void
}

/** What waits to reach a person, apart from any turn: one line of a conversation, with how its delivery stands. */
export interface Delivery {
  readonly conversation: string
  readonly position: number
  readonly is: 'waiting' | 'delivered' | 'failed'
  readonly tries: number
  /** The last trouble, in a sentence for staff. */
  readonly trouble?: string
}

/** What must reach a person later is stored first, and delivered until it is acknowledged or shown as failed. */
export interface Deliveries {
  /**
   * Takes what is due on these channels, oldest first; what was taken is not due again for a minute, in any process.
   * Of each conversation only the first line that waits is given: order is kept.
   */
  take(channels: 'all-but-directline' | 'directline', at: Date, most: number): Promise<readonly Delivery[]>
  /** What reached the person: every line of the conversation up to that position. */
  reached(conversation: string, position: number): Promise<void>
  /** Delivery did not work: tried again at `next`, or given up where there is none. */
  missed(conversation: string, position: number, trouble: string, next?: Date): Promise<void>
  /** Tries again what was given up. */
  again(conversation: string, position: number, at: Date): Promise<void>
  /** How the lines of a conversation stand, by position. */
  of(conversation: string): Promise<readonly Delivery[]>
}
