import { sql } from 'kysely'
import type { Conversation } from '../conversation/conversation.ts'
import { readRemembered, writeRemembered } from './remembered.ts'
import { storableId } from './storable.ts'
import type { ConversationRow } from './tables.ts'

/** The later of that moment and the one in the column: what was heard last, in whatever order it was written. */
export function later(at: Date) {
  const moment = sql.lit(at.getTime())
  return sql<number>`case when last_heard_at < ${moment} then ${moment} else last_heard_at end`
}

/** A conversation that begins; its first line takes the position after `after`. */
export function rowOfConversation(fresh: Omit<Conversation, 'version'>, after: number): ConversationRow {
  return {
    conversation: storableId(fresh.id, 'a conversation'),
    channel: storableId(fresh.address.channel, 'a channel'),
    channel_conversation: storableId(fresh.address.conversation, "a channel's conversation"),
    state: writeRemembered(fresh),
    version: 0,
    last_position: after,
    started_at: fresh.startedAt.getTime(),
    last_heard_at: fresh.lastHeardAt.getTime(),
  }
}

export function conversationOf(row: ConversationRow): Conversation {
  return {
    ...readRemembered(row.state),
    id: row.conversation,
    address: { channel: row.channel, conversation: row.channel_conversation },
    startedAt: new Date(row.started_at),
    lastHeardAt: new Date(row.last_heard_at),
    version: row.version,
  }
}
