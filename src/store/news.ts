import type { News } from '../conversation/conversation.ts'
import { openFollowers } from './followers.ts'
import { openLine } from './postgres-line.ts'
import type { Trouble } from './trouble.ts'

/** News of what the ledgers commit, and of what anybody tells: in this process at once, then in the others. */
export interface Newsroom {
  readonly news: News
  /** Ends once what was told has left. */
  close(): Promise<void>
}

/** News within this process: with SQLite one process serves the conversations. */
export function openNewsHere(trouble: Trouble): Newsroom {
  const { follow, call } = openFollowers(trouble)
  return { news: { follow, tell: call }, close: async () => {} }
}

/**
 * News between the processes that share a PostgreSQL. Whenever the line was down, every follower is called once when
 * it is up again: a listener reads what is new, and may find nothing.
 */
export async function openNewsOnPostgres(url: string, trouble: Trouble): Promise<Newsroom> {
  const { follow, call, callAll } = openFollowers(trouble)
  const line = await openLine({ url, trouble, heard: call, restored: callAll })
  const tell = (subject: string) => {
    call(subject)
    line.say(subject)
  }
  return { news: { follow, tell }, close: line.close }
}
