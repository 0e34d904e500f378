import type { Conversations } from './conversation.ts'

/** How many conversations are erased at a time, so that a turn never waits long. */
const AT_A_TIME = 100
const DAY_MS = 24 * 60 * 60 * 1000

/** Erases every conversation in which nothing was said for so many days; gives how many went. */
export async function forgetQuiet(conversations: Conversations, now: Date, days: number): Promise<number> {
  const before = new Date(now.getTime() - days * DAY_MS)
  let gone = 0
  for (;;) {
    const quiet = await conversations.quietSince(before, AT_A_TIME)
    for (const id of quiet) await conversations.erase(id)
    gone += quiet.length
    if (quiet.length < AT_A_TIME) return gone
  }
}
