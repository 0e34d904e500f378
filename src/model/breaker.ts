/** How often in a row a purpose was too slow, whatever else succeeded meanwhile. */
type Slow = Readonly<Record<string, number>>

/** Whether a server is asked at all: a value; every step gives the next one. */
export type Breaker =
  /** `rest` where it was open and a purpose is still too slow: the next rest is longer. */
  | { readonly is: 'closed'; readonly weight: number; readonly slow: Slow; readonly rest?: number }
  /** `trying` since one call was let through to see whether the server is back. */
  | {
      readonly is: 'open'
      readonly until: number
      readonly rest: number
      readonly slow: Slow
      readonly trying?: number
    }

export const CLOSED: Breaker = { is: 'closed', weight: 0, slow: {} }

/** Three faults in a row open it, or two silences: people wait for a silence. */
const MOST_WEIGHT = 6
const WEIGHT = { fault: 2, silence: 3 }
/** So often in a row one purpose may be too slow. */
const MOST_SLOW = 2
const FIRST_REST_MS = 15_000
const LONGEST_REST_MS = 5 * 60_000

/** Whether a call may go through now; where it is a trial, the breaker that remembers it. */
export function mayAsk(breaker: Breaker, now: number): { readonly may: boolean; readonly breaker: Breaker } {
  if (breaker.is === 'closed') return { may: true, breaker }
  if (now < breaker.until) return { may: false, breaker }
  const tried = breaker.trying !== undefined && now - breaker.trying < FIRST_REST_MS
  return tried ? { may: false, breaker } : { may: true, breaker: { ...breaker, trying: now } }
}

/** After a call that succeeded; that another purpose is too slow is not forgotten for it. */
export function succeeded(breaker: Breaker, purpose: string): Breaker {
  const { [purpose]: _, ...slow } = breaker.slow
  if (Object.keys(slow).length === 0) return CLOSED
  return { is: 'closed', weight: 0, slow, ...(breaker.rest === undefined ? {} : { rest: breaker.rest }) }
}

/** After a fault; `rest` where the server itself said how long to stay away, or where trying again soon is in vain. */
export function failed(breaker: Breaker, now: number, rest?: number): Breaker {
  if (rest !== undefined) return opened(breaker, now, Math.min(rest, LONGEST_REST_MS))
  return weighed(breaker, now, WEIGHT.fault)
}

/** After a call that took too long; `purpose` where somebody waits for it, and a slow one is as good as none. */
export function tooSlow(breaker: Breaker, now: number, purpose?: string): Breaker {
  const slow = purpose === undefined ? breaker.slow : { ...breaker.slow, [purpose]: (breaker.slow[purpose] ?? 0) + 1 }
  const isTooOften = purpose !== undefined && (slow[purpose] ?? 0) >= MOST_SLOW
  return weighed({ ...breaker, slow }, now, isTooOften ? MOST_WEIGHT : WEIGHT.silence)
}

/** After a call that tells nothing of the server's health: a trial may be made again. */
export function undecided(breaker: Breaker): Breaker {
  if (breaker.is === 'closed') return breaker
  const { trying: _, ...rest } = breaker
  return rest
}

/** A call that was under way when it opened tells nothing new; a trial that failed makes the rest longer. */
function weighed(breaker: Breaker, now: number, weight: number): Breaker {
  if (breaker.is === 'open') return breaker.trying === undefined ? breaker : opened(breaker, now, longer(breaker.rest))
  const whole = breaker.weight + weight
  return whole < MOST_WEIGHT
    ? { ...breaker, weight: whole }
    : opened(breaker, now, breaker.rest === undefined ? FIRST_REST_MS : longer(breaker.rest))
}

function longer(rest: number): number {
  return Math.min(rest * 2, LONGEST_REST_MS)
}

function opened({ slow }: Breaker, now: number, rest: number): Breaker {
  return { is: 'open', until: now + rest, rest, slow }
}
