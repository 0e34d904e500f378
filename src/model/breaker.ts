/** Whether a server is asked at all: a value; every step gives the next one. */
export type Breaker =
  | { readonly is: 'closed'; readonly failures: number }
  /** `trying` since one call was let through to see whether the server is back. */
  | { readonly is: 'open'; readonly until: number; readonly rest: number; readonly trying?: number }

export const CLOSED: Breaker = { is: 'closed', failures: 0 }

/** So many faults in a row open it. */
const MOST_FAILURES = 3
const FIRST_REST_MS = 15_000
const LONGEST_REST_MS = 5 * 60_000

/** Whether a call may go through now; where it is a trial, the breaker that remembers it. */
export function mayAsk(breaker: Breaker, now: number): { readonly may: boolean; readonly breaker: Breaker } {
  if (breaker.is === 'closed') return { may: true, breaker }
  if (now < breaker.until) return { may: false, breaker }
  const tried = breaker.trying !== undefined && now - breaker.trying < FIRST_REST_MS
  return tried ? { may: false, breaker } : { may: true, breaker: { ...breaker, trying: now } }
}

export function succeeded(): Breaker {
  return CLOSED
}

/** After a fault; `rest` where the server itself said how long to stay away, or where trying again soon is in vain. */
export function failed(breaker: Breaker, now: number, rest?: number): Breaker {
  if (rest !== undefined) return open(now, Math.min(rest, LONGEST_REST_MS))
  if (breaker.is === 'open') return open(now, Math.min(breaker.rest * 2, LONGEST_REST_MS))
  const failures = breaker.failures + 1
  return failures >= MOST_FAILURES ? open(now, FIRST_REST_MS) : { is: 'closed', failures }
}

/** After a call that tells nothing of the server's health: a trial may be made again. */
export function undecided(breaker: Breaker): Breaker {
  if (breaker.is === 'closed') return breaker
  const { trying: _, ...rest } = breaker
  return rest
}

function open(now: number, rest: number): Breaker {
  return { is: 'open', until: now + rest, rest }
}
