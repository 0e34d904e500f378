import type { News } from '../conversation/conversation.ts'
import type { Escalation } from '../desk/escalation.ts'
import type { Escalations } from '../desk/escalations.ts'
import { nextTry, OVER_AN_HOUR } from './next-try.ts'
import type { PostedAt, Posting, Postings } from './postings.ts'
import { openRounds } from './rounds.ts'

/** How often what was missed is looked for, besides the news of the desk, in milliseconds. */
const EVERY_MS = 5_000
/** How many escalations are tended to at the same time. */
const AT_ONCE = 4
/** So long a posting is in our hand, in milliseconds; each step that is kept begins it anew. */
const IN_HAND_MS = 60_000
const HOUR_MS = 60 * 60 * 1000

export interface InLineResources {
  readonly postings: Postings
  readonly escalations: Pick<Escalations, 'get' | 'open'>
  readonly news: Pick<News, 'follow'>
  readonly everyMs?: number
  now(): Date
  onError(error: unknown): void
}

/** What is done at one place outside the house. */
export interface Outside {
  readonly place: PostedAt
  /** How long is waited after each failure. */
  readonly waits?: readonly number[]
  /** Brings what is posted in line with an escalation, and keeps each step that was done. May be begun anew. */
  tend(posting: Posting, escalation: Escalation, keep: (done: Posting) => Promise<void>): Promise<Posting>
  /** Whether something of an open one may change that its version does not tell of. */
  mayChange(escalation: Escalation): boolean
  /** Takes away what was posted about an escalation that was erased. */
  clear(posting: Posting): Promise<void>
  /** Hears that it did not work, so many times in a row. */
  missed?(posting: Posting, escalation: Escalation): Promise<void>
}

/**
 * Keeps a place outside in line with the desk: whatever is open, or was and is posted there. Works by rounds; may run in
 * every process at once, for a posting is in one hand at a time.
 */
export function keepInLine(outside: Outside, resources: InLineResources): { close(): Promise<void> } {
  const { postings, escalations, news, now, onError, everyMs = EVERY_MS } = resources
  const { place, waits = OVER_AN_HOUR } = outside
  /** The version of each escalation that is in line already. */
  const settled = new Map<string, number>()

  const bringInLine = async (id: string): Promise<void> => {
    const taken = await postings.take(id, place, now())
    if (!taken) return
    // As it stands now that it is in our hand: what another process showed is never replaced by something older.
    const escalation = await escalations.get(id)
    if (!escalation) return clear(taken)
    let kept = taken
    const keep = async (done: Posting): Promise<void> => {
      kept = done
      await postings.put(done, new Date(now().getTime() + IN_HAND_MS))
    }
    try {
      const done = await outside.tend(taken, escalation, keep)
      await postings.put({ ...done, tries: 0 }, now())
      settled.set(id, escalation.version)
    } catch (error) {
      onError(error)
      const failed = { ...kept, tries: kept.tries + 1 }
      await postings.put(failed, nextTry(failed.tries, now(), waits) ?? new Date(now().getTime() + HOUR_MS))
      await outside.missed?.(failed, escalation)
    }
  }

  const clear = async (posting: Posting): Promise<void> => {
    await outside.clear(posting)
    await postings.drop(posting.escalation, place)
    settled.delete(posting.escalation)
  }

  const round = async (onTime: boolean): Promise<void> => {
    const open = new Map((await escalations.open()).map((escalation) => [escalation.id, escalation]))
    const left = (await postings.left(place)).map(({ escalation }) => escalation).filter((id) => !open.has(id))
    for (const id of settled.keys()) if (!open.has(id)) settled.delete(id)
    const changed = [...open.values()].filter(
      (each) => settled.get(each.id) !== each.version || (onTime && outside.mayChange(each)),
    )
    const due = [...changed.map(({ id }) => id), ...left]
    for (let at = 0; at < due.length; at += AT_ONCE)
      await Promise.all(due.slice(at, at + AT_ONCE).map((id) => bringInLine(id).catch(onError)))
  }

  const rounds = openRounds(round, everyMs, onError)
  const stopFollowing = news.follow('desk', rounds.call)
  rounds.call()
  return {
    close: async () => {
      stopFollowing()
      await rounds.close()
    },
  }
}
