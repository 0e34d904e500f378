/** How many subjects are remembered at a time. */
const REMEMBERED = 10_000

/** Lets a thing be done for a subject once in so many milliseconds; what comes in between is left undone. */
export function paced(everyMs: number, now: () => Date): (subject: string) => boolean {
  const last = new Map<string, number>()
  return (subject) => {
    const moment = now().getTime()
    const before = last.get(subject)
    if (before !== undefined && moment - before < everyMs && moment >= before) return false
    last.delete(subject)
    last.set(subject, moment)
    for (const [oldest] of last) {
      if (last.size <= REMEMBERED) break
      last.delete(oldest)
    }
    return true
  }
}
