import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { DateTime } from 'luxon'

/** The two that the law moves to the Monday where they fall on a Sunday. */
const MOVED_FROM_SUNDAY = ['06-24', '07-01']
/** An employer closes on Good Friday or on Easter Monday; public bodies close on both. */
const EASTER_MONDAY = 'easter 1'

const known = new Map<number, ReadonlySet<string>>()

/** The public holidays of Québec in a year, as YYYY-MM-DD, as public bodies keep them. */
export function quebecHolidays(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? reckoned(year)
  known.set(year, found)
  return found
}

function reckoned(year: number): ReadonlySet<string> {
  const kept = calendar()
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' || rule === EASTER_MONDAY)
  return new Set(kept.flatMap(({ date, rule }) => observed(date.slice(0, 10), rule)))
}

/** The library is large: it is loaded when a day is first asked for, not before the doors open. */
function calendar(): Holidays {
  const Calendar = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return new Calendar('CA', 'QC')
}

function observed(date: string, rule: string): string[] {
  const day = DateTime.fromISO(date, { zone: 'utc' })
  if (day.weekday !== 7 || !MOVED_FROM_SUNDAY.includes(rule)) return [date]
  return [date, day.plus({ days: 1 }).toFormat('yyyy-MM-dd')]
}
