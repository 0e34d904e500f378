import { sql } from 'kysely'
import type { Address } from '../conversation/channel.ts'
import type { Conversation, Conversations, Heard, HeardEntry, News } from '../conversation/conversation.ts'
import { conversationOf, later, rowOfConversation } from './conversation-row.ts'
import type { Database } from './database.ts'
import { entryOf, heardOf, rowOfHeard } from './entries.ts'
import { eraseConversation } from './erase.ts'
import { storableId } from './storable.ts'
import { type Saved, type Turn, writeTurn } from './turn.ts'
import { Undone } from './undone.ts'
import { mustReach } from './write-entries.ts'

/**
 * The ledger of conversations over either database.
 *
 * Whoever adds to a conversation first changes its row and so holds it until the end of the transaction: positions
 * follow one another without a gap, and the lock is always taken in that order, conversation then entries.
 * @param tell is called after the commit: with the conversation where it has new entries, with `deliveries` where some
 * of them wait for theirs, with `desk` where staff see something new.
 */
export function conversationsIn(database: Database, tell: News['tell']): Conversations {
  const { rows } = database

  async function find(address: Address): Promise<Conversation | undefined> {
    const row = await rows
      .selectFrom('addresses')
      .innerJoin('conversations', 'conversations.conversation', 'addresses.conversation')
      .selectAll('conversations')
      .where('addresses.channel', '=', storableId(address.channel, 'a channel'))
      .where('addresses.channel_conversation', '=', storableId(address.conversation, "a channel's conversation"))
      .executeTakeFirst()
    return row && conversationOf(row)
  }

  async function get(id: string): Promise<Conversation | undefined> {
    const row = await rows
      .selectFrom('conversations')
      .selectAll()
      .where('conversation', '=', storableId(id, 'a conversation'))
      .executeTakeFirst()
    return row && conversationOf(row)
  }

  async function open(fresh: Omit<Conversation, 'version'>, after = 0): Promise<Conversation> {
    const row = rowOfConversation(fresh, after)
    const { channel, channel_conversation, conversation } = row
    // Found neither before nor after it was refused: it was erased in between, so its address is free again.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const there = await find(fresh.address)
      if (there) return there
      const opened = await rows.transaction().execute(async (transaction) => {
        const taken = await transaction
          .insertInto('addresses')
          .values({ channel, channel_conversation, conversation })
          .onConflict((same) => same.columns(['channel', 'channel_conversation']).doNothing())
          .returning('conversation')
          .executeTakeFirst()
        if (taken) await transaction.insertInto('conversations').values(row).execute()
        return taken !== undefined
      })
      if (opened) return conversationOf(row)
    }
    throw new Error(`The conversation ${fresh.id} was erased again and again while it was being opened. Open it again.`)
  }

  async function hear(conversation: string, heard: Heard): Promise<HeardEntry> {
    const written = await write(conversation, heard)
    if (!written) return alreadyHeard(conversation, heard.activityId)
    if (heard.kind === 'message') tell(conversation)
    return written
  }

  /** Writes one line, or nothing at all where that activity has a line already. */
  async function write(conversation: string, heard: Heard): Promise<HeardEntry | undefined> {
    try {
      return await rows.transaction().execute(async (transaction) => {
        const { last_position } = await transaction
          .updateTable('conversations')
          .set({
            last_position: sql<number>`last_position + 1`,
            last_heard_at: later(heard.at),
          })
          .where('conversation', '=', storableId(conversation, 'a conversation'))
          .returning('last_position')
          .executeTakeFirstOrThrow(() => noSuch(conversation))
        const row = rowOfHeard(conversation, last_position, heard)
        const added = await transaction
          .insertInto('entries')
          .values(row)
          .onConflict((same) => same.columns(['conversation', 'activity_id']).doNothing())
          .returning('position')
          .executeTakeFirst()
        if (!added) throw new HeardBefore()
        return heardOf(row)
      })
    } catch (error) {
      if (error instanceof HeardBefore) return undefined
      throw error
    }
  }

  async function alreadyHeard(conversation: string, activityId: string): Promise<HeardEntry> {
    const row = await rows
      .selectFrom('entries')
      .selectAll()
      .where('conversation', '=', conversation)
      .where('activity_id', '=', activityId)
      .executeTakeFirstOrThrow(() => noSuch(conversation))
    return heardOf(row)
  }

  async function unanswered(conversation?: string): Promise<readonly HeardEntry[]> {
    const found = await rows
      .selectFrom('entries')
      .selectAll()
      .where('answered', '=', sql.lit(0))
      .$if(conversation !== undefined, (all) => all.where('conversation', '=', conversation ?? ''))
      // By time; but within a conversation by position, whatever the clocks said.
      .orderBy(sql`max(at) over (partition by conversation order by position)`)
      .orderBy('conversation')
      .orderBy('position')
      .execute()
    return found.map(heardOf)
  }

  async function save(turn: Turn): Promise<Saved> {
    const saved = await rows
      .transaction()
      .execute((transaction) => writeTurn(transaction, turn))
      .catch((error: unknown): Saved => {
        if (error instanceof Undone && error.answer === 'conflict') return { is: error.answer }
        throw error
      })
    if (saved.is !== 'saved') return saved
    if (saved.entries.length > 0) tell(turn.conversation.id)
    if (turn.answers === undefined && turn.entries.some(mustReach)) tell('deliveries')
    if (turn.desk) tell('desk')
    return saved
  }

  async function entries(conversation: string, after = 0, most?: number) {
    const found = await rows
      .selectFrom('entries')
      .selectAll()
      .where('conversation', '=', storableId(conversation, 'a conversation'))
      .where('position', '>', after)
      .where('kind', '=', 'message')
      .orderBy('position')
      .$if(most !== undefined, (all) => all.limit(most ?? 0))
      .execute()
    return found.map(entryOf)
  }

  async function quietSince(moment: Date, limit: number): Promise<readonly string[]> {
    const found = await rows
      .selectFrom('conversations')
      .select('conversation')
      .where('last_heard_at', '<', moment.getTime())
      .orderBy('last_heard_at')
      .orderBy('conversation')
      .limit(limit)
      .execute()
    return found.map(({ conversation }) => conversation)
  }

  async function erase(id: string): Promise<Readonly<Record<string, number>>> {
    const gone = await eraseConversation(database, storableId(id, 'a conversation'))
    if (gone.escalations) tell('desk')
    return gone
  }

  return { find, get, open, hear, unanswered, save, entries, erase, quietSince }
}

/** Thrown to undo a transaction that found the words already written. */
class HeardBefore extends Error {}

function noSuch(conversation: string): Error {
  return new Error(`There is no conversation ${conversation}: it was never opened, or was erased. Open it first.`)
}
