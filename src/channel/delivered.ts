/** What was delivered a moment ago, so that a channel that brings an activity again does not get its answer twice. */
export interface Delivered {
  /** Delivers, unless that was done or is under way; what failed may be delivered again. */
  once(activity: string, deliver: () => Promise<void>): Promise<void>
}

/** Teams brings an activity again after 15 seconds without an answer. */
const REMEMBERED_MS = 5 * 60 * 1000

/** Remembers within this process: after a restart an activity that comes again is answered again, lest nobody did. */
export function rememberDelivered(now: () => Date): Delivered {
  const known = new Map<string, { readonly since: number; readonly done: Promise<void> }>()
  return {
    once: (activity, deliver) => {
      const moment = now().getTime()
      for (const [old, { since }] of known) {
        if (moment - since < REMEMBERED_MS) break
        known.delete(old)
      }
      const before = known.get(activity)
      if (before) return before.done
      const done = deliver()
      known.set(activity, { since: moment, done })
      done.catch(() => known.delete(activity))
      return done
    },
  }
}
