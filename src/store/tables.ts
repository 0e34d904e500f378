import type { Incoming } from '../conversation/channel.ts'
import type { Delivery } from '../conversation/conversation.ts'
import type { Standing } from '../desk/escalation.ts'
import type { Act } from '../desk/escalations.ts'
import type { Presence } from '../desk/staff.ts'
import type { Origin } from '../knowledge/publication.ts'

/**
 * The tables, as both databases have them. Only types that both keep alike: text, and whole numbers that JavaScript
 * can count. Moments are milliseconds since 1970; yes and no are 1 and 0; what is opaque to the database is JSON text.
 *
 * Every table that knows a conversation names it in a column `conversation`, at the head of its key wherever it can:
 * a distributed PostgreSQL (Citus) can spread the tables by it, and `erase.ts` finds it.
 */
export interface Tables {
  addresses: AddressRow
  audit: AuditRow
  conversations: ConversationRow
  deliveries: DeliveryRow
  drafts: DraftRow
  entries: EntryRow
  escalations: EscalationRow
  feedback: FeedbackRow
  gaps: GapRow
  link_checks: LinkCheckRow
  migrations: MigrationRow
  notes: NoteRow
  postings: PostingRow
  publications: PublicationRow
  spending: SpendingRow
  staff: StaffRow
  texts: TextRow
  usage: UsageRow
  vectors: VectorRow
}

/** Which conversation takes place at an address. Its key is the address: no two conversations share one. */
export interface AddressRow {
  channel: string
  channel_conversation: string
  conversation: string
}

/** Key: conversation. */
export interface ConversationRow {
  conversation: string
  channel: string
  channel_conversation: string
  /** What is remembered besides the columns, as `remembered.ts` writes and reads it. */
  state: string
  version: number
  /** The position of the last line; the next one takes the number after it. */
  last_position: number
  started_at: number
  last_heard_at: number
}

/** One line of a conversation. Key: conversation, position. An activity is written once: conversation, activity_id. */
export interface EntryRow {
  conversation: string
  position: number
  said_by: 'person' | 'assistant' | 'counsellor'
  /** An arrival, or a mark on an answer, keeps a line of its own, which is not shown. */
  kind: Incoming['kind']
  at: number
  text: string
  activity_id: string | null
  client_id: string | null
  /** 0 only for what a person said and nobody has answered. */
  answered: number
  redacted: number
  value: string | null
  locale: string | null
  reply: string | null
  answers: number | null
}

/** A conversation handed to people. Key: escalation. A conversation has one at the most that is not closed. */
export interface EscalationRow {
  escalation: string
  conversation: string
  standing: Standing['is']
  /** 1 for what goes first. */
  distress: number
  asked_at: number
  /** For whoever counts in the database; the standing in the state says the same. */
  closed_at: number | null
  version: number
  /** What is kept besides the columns, as `remembered-escalation.ts` writes and reads it. */
  state: string
}

/** What colleagues read beside a conversation. Key: conversation, note. */
export interface NoteRow {
  conversation: string
  note: string
  escalation: string
  said_by: string
  name: string
  at: number
  text: string
}

/** What staff did. Key: line. It outlives what a person had erased, and so never names a conversation. */
export interface AuditRow {
  /** Tells apart, in their order, lines of one moment. */
  line: string
  at: number
  who: string
  name: string
  act: Act
  escalation: string | null
  detail: string | null
}

/** Who is at the desk. Key: counsellor. */
export interface StaffRow {
  counsellor: string
  name: string
  presence: Presence
  /** A JSON list. */
  languages: string
  seen_at: number
}

/** A line that reaches the person apart from any turn, and how that stands. Key: conversation, position. */
export interface DeliveryRow {
  conversation: string
  position: number
  channel: string
  standing: Delivery['is']
  tries: number
  /** Not before this moment; nobody else has it in hand then. */
  next_at: number
  trouble: string | null
}

/**
 * What was posted outside the house about an escalation. Key: escalation, place. It names no conversation: what was
 * posted is still taken away after the conversation was erased, and the row goes then.
 */
export interface PostingRow {
  escalation: string
  place: 'teams' | 'hub'
  activity_id: string
  /** A JSON list. */
  words: string
  shown: string
  relayed: number
  tries: number
  ended: number
  /** Not before this moment; nobody else has it in hand then. */
  next_at: number
}

/** One text of the library, kept once whatever publications hold it. Key: digest. */
export interface TextRow {
  /** The SHA-256 of the text, in hexadecimal digits. */
  digest: string
  text: string
}

/** A state of the library that people read. Key: number. A row is never changed. */
export interface PublicationRow {
  number: number
  at: number
  by_id: string
  by_name: string
  origin: Origin
  reason: string
  says: string
  /** The number of the publication from which on rows are read to know the files of this one; its own where it is whole. */
  whole: number
  /** JSON: path to digest, of all files or of those that differ from the publication before; null where one was taken away. */
  files: string
}

/** An article as it is being written. Key: article. */
export interface DraftRow {
  article: string
  version: number
  at: number
  by_id: string
  by_name: string
  /** JSON: path to text, null where the file is to be taken away. */
  files: string
  /** JSON: path to the digest that was published when the draft was begun. */
  base: string
  /** 1 once it was published or thrown away: the row is kept for its version. */
  gone: number
}

/** A question that the library left open. Key: conversation, position of the question. */
export interface GapRow {
  conversation: string
  position: number
  /** Its id, by which staff know it: it tells nothing of the conversation. */
  gap: string
  at: number
  /** Without personal details. */
  question: string
  language: string
  why: string
  /** A JSON list. */
  articles: string
  publication: number
  settled_at: number | null
  /** How, by whom and when, as JSON. */
  settled: string | null
}

/** Whether an answer helped. Key: conversation, position of the question. */
export interface FeedbackRow {
  conversation: string
  position: number
  at: number
  /** A JSON list. */
  articles: string
  publication: number
  helpful: number
  reason: string | null
}

/**
 * How often people were led to an article in one day. Key: article, day, part. It names no conversation, and outlives
 * them. A day is counted in parts, so that turns taken at once need not wait for one another.
 */
export interface UsageRow {
  article: string
  /** ISO 8601, UTC. */
  day: string
  part: number
  asked: number
  answered: number
  good: number
  bad: number
}

/** What models cost in one day. Key: day. */
export interface SpendingRow {
  /** ISO 8601, UTC. */
  day: string
  input: number
  output: number
  /** Money, in billionths. */
  billionths: number
}

/** What a passage means to an embedding model. Key: digest, of the model and of the words. */
export interface VectorRow {
  digest: string
  /** Numbers of 32 bits, little-endian, in base 64. */
  vector: string
}

/** What the last check of addresses found, and the one that is under way. Key: library; there is one row. */
export interface LinkCheckRow {
  library: string
  /** Of the check that is under way, and since when it is. */
  check_id: string | null
  since: number | null
  /** When the last whole check ended. */
  at: number | null
  checked: number
  reached: number
  /** A JSON list. */
  findings: string
}

export interface MigrationRow {
  number: number
  name: string
}
