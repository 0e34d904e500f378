const SECOND = 1_000
const MINUTE = 60 * SECOND

/** How long is waited after each failure: eight tries over about an hour. */
export const OVER_AN_HOUR: readonly number[] = [
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
]

/** When to try again after so many failures, no sooner than the other side asks; nothing once it is time to give up. */
export function nextTry(failures: number, now: Date, waits = OVER_AN_HOUR, atLeastMs = 0): Date | undefined {
  const wait = waits[failures - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + Math.max(wait, atLeastMs))
}
