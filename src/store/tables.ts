/**
 * The tables, as both databases have them. Only types that both keep alike: text, and whole numbers that JavaScript
 * can count. Moments are milliseconds since 1970; yes and no are 1 and 0; what is opaque to the database is JSON text.
 *
 * Every table that knows a conversation names it in a column `conversation`, at the head of its key wherever it can:
 * a distributed PostgreSQL (Citus) can spread the tables by it, and `erase.ts` finds it.
 */
export interface Tables {
  addresses: AddressRow
  conversations: ConversationRow
  entries: EntryRow
  migrations: MigrationRow
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
  /** An arrival keeps a line of its own, which is not shown. */
  kind: 'message' | 'joined'
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

export interface MigrationRow {
  number: number
  name: string
}
