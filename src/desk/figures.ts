import type { Figures } from './desk.ts'
import type { Escalation } from './escalation.ts'
import type { DeskHours } from './hours.ts'

/** The supervisor's figures: what is open now, and the days before, each in the desk's own time zone. */
export function figuresOf(
  open: readonly Escalation[],
  asked: readonly Escalation[],
  now: Date,
  days: number,
  timeZone: string,
): Figures {
  const waiting = open.filter(({ standing }) => standing.is === 'waiting')
  const oldest = Math.min(...waiting.map(({ askedAt }) => askedAt.getTime()))
  const toClaim = median(asked.flatMap(timeToClaim))
  const toClose = median(asked.flatMap(timeToClose))
  const rated = (rating: Escalation['rating']) => asked.filter((each) => each.rating === rating).length
  const dayOf = dayIn(timeZone)
  return {
    waiting: waiting.length,
    held: open.length - waiting.length,
    ...(waiting.length ? { oldestMs: now.getTime() - oldest } : {}),
    ...(toClaim === undefined ? {} : { toClaimMs: toClaim }),
    ...(toClose === undefined ? {} : { toCloseMs: toClose }),
    rated: { yes: rated('yes'), partly: rated('partly'), no: rated('no') },
    days: lastDays(now, days, dayOf).map((day) => {
      const ofDay = asked.filter(({ askedAt }) => dayOf(askedAt) === day)
      const claims = median(ofDay.flatMap(timeToClaim))
      const ratings = ofDay.flatMap(({ rating }) => rating ?? [])
      return {
        day,
        asked: ofDay.length,
        closed: ofDay.filter(({ standing }) => standing.is === 'closed').length,
        ...(claims === undefined ? {} : { toClaimMs: claims }),
        ...(ratings.length ? { satisfied: ratings.filter((rating) => rating === 'yes').length / ratings.length } : {}),
      }
    }),
  }
}

/** How many claims make enough data to say how long others waited. */
const ENOUGH = 10

/**
 * Half of the requests were taken within so many whole minutes of open hours, for a night says nothing to who asks by
 * day; nothing without enough data.
 */
export function typicalMinutes(
  asked: readonly Escalation[],
  { openBetween }: Pick<DeskHours, 'openBetween'>,
): number | undefined {
  const times = asked.flatMap(({ firstHeldAt, askedAt }) => (firstHeldAt ? [openBetween(askedAt, firstHeldAt)] : []))
  const middle = times.length >= ENOUGH ? median(times) : undefined
  return middle === undefined ? undefined : Math.max(1, Math.ceil(middle / 60_000))
}

function timeToClaim({ firstHeldAt, askedAt }: Escalation): number[] {
  return firstHeldAt ? [firstHeldAt.getTime() - askedAt.getTime()] : []
}

function timeToClose({ firstHeldAt, standing, askedAt }: Escalation): number[] {
  return firstHeldAt && standing.is === 'closed' ? [standing.at.getTime() - askedAt.getTime()] : []
}

function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
}

function dayIn(timeZone: string): (at: Date) => string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at) => day.format(at)
}

const DAY_MS = 24 * 60 * 60 * 1000

/** The days up to today, oldest first. A day at midnight may be 23 or 25 hours long: halves of days are stepped over. */
function lastDays(now: Date, count: number, dayOf: (at: Date) => string): readonly string[] {
  const seen = new Set<string>()
  for (let back = count * 2 + 2; back >= 0; back--) seen.add(dayOf(new Date(now.getTime() - (back * DAY_MS) / 2)))
  return [...seen].slice(-count)
}
