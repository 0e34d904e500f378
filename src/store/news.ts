import type { News } from '../conversation/conversation.ts'
import { openFollowers } from './followers.ts'
import { openLine } from './postgres-line.ts'
import type { Trouble } from './trouble.ts'

/** News that can be told, by the ledger that writes the entries. */
export interface Newsroom {
  readonly news: News
  /** Says that entries were committed: to this process at once, and to the others where there are any. */
  tell(conversation: string): void
  /** Ends once what was told has left. */
  close(): Promise<void>
}

/** News within this process: with SQLite one process serves the conversations. */
export function openNewsHere(trouble: Trouble): Newsroom {
  const followers = openFollowers(trouble)
  return { news: followers, tell: followers.call, close: async () => {} }
}

/**
 * News between the processes that share a PostgreSQL. Whenever the line was down, every follower is called once when
 * it is up again: a listener reads what is new, and may find nothing.
 */
export async function openNewsOnPostgres(url: string, trouble: Trouble): Promise<Newsroom> {
  const followers = openFollowers(trouble)
  const line = await openLine({ url, trouble, heard: followers.call, restored: followers.callAll })
  return {
    news: followers,
    tell: (conversation) => {
      followers.call(conversation)
      line.say(conversation)
    },
    close: line.close,
  }
}
