import { DateTime } from 'luxon'
import { quebecHolidays } from './holidays.ts'
import type { HoursFile, Interval } from './hours-shape.ts'

/** When people answer, and how long may pass: what staff keep in `knowledge/desk/hours.yaml`. */
export interface DeskHours {
  readonly timeZone: string
  /** Whether the desk is open at a moment; if not, when it opens next (nothing within a year: unknown). */
  at(moment: Date): { readonly open: true; readonly closesAt: Date } | { readonly open: false; readonly opensAt?: Date }
  /** How many milliseconds of open hours lie between two moments. */
  openBetween(from: Date, to: Date): number
  readonly patience: Patience
}

/** How long may pass before something is done about it, in minutes: of open hours for `pickUp`, at any hour for the rest. */
export interface Patience {
  /** A request that nobody picks up: the person is told and offered the ways out. */
  readonly pickUp: number
  /** A counsellor who does not answer the person's words: reminded … */
  readonly remind: number
  /** … and then the conversation goes back to the queue. */
  readonly takeBack: number
  /** A person who says nothing after the counsellor's words: the conversation is closed. */
  readonly quiet: number
}

/** From when to when the desk is open, in milliseconds since 1970. */
interface Span {
  readonly opens: number
  readonly closes: number
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const A_YEAR = 366

/** Opening hours out of what staff wrote. An opening by date wins over a closure, and both over the week. */
export function openHours(file: HoursFile): DeskHours {
  const { timeZone: zone, patience } = file
  const known = new Map<string, readonly Span[]>()

  const spansOf = (day: DateTime): readonly Span[] => {
    const date = day.toFormat('yyyy-MM-dd')
    const found = known.get(date) ?? intervalsOn(day, date, file).flatMap((interval) => spanOn(day, interval))
    known.set(date, found)
    return found
  }

  /** What is open after a moment, in order; spans that touch, such as those around midnight, are one. */
  function* spansAfter(moment: Date): Generator<Span> {
    let last: Span | undefined
    const today = startOfDay(moment, zone)
    for (let days = 0; days <= A_YEAR; days += 1) {
      for (const span of spansOf(today.plus({ days }))) {
        if (span.closes <= moment.getTime()) continue
        if (last?.closes === span.opens) last = { opens: last.opens, closes: span.closes }
        else {
          if (last) yield last
          last = span
        }
      }
    }
    if (last) yield last
  }

  return {
    timeZone: zone,
    patience,
    at(moment) {
      const [next] = spansAfter(moment)
      if (!next) return { open: false }
      if (next.opens > moment.getTime()) return { open: false, opensAt: new Date(next.opens) }
      return { open: true, closesAt: new Date(next.closes) }
    },
    openBetween(from, to) {
      let sum = 0
      for (let day = startOfDay(from, zone); day.toMillis() < to.getTime(); day = day.plus({ days: 1 })) {
        for (const { opens, closes } of spansOf(day)) {
          sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
        }
      }
      return sum
    },
  }
}

function startOfDay(moment: Date, zone: string): DateTime {
  return DateTime.fromJSDate(moment, { zone }).startOf('day')
}

function intervalsOn(day: DateTime, date: string, file: HoursFile): readonly Interval[] {
  const usual = file.week[WEEKDAYS[day.weekday - 1] ?? 'sunday']
  const opened = file.open.find((each) => each.date === date)
  if (opened) return opened.hours ?? usual
  const closed =
    file.closed.some(({ from, to }) => isWithin(date, from, to)) ||
    (file.holidays === 'Québec' && quebecHolidays(day.year).has(date))
  return closed ? [] : usual
}

/** Bounds without a year hold each year; « 12-24 » to « 01-02 » passes from one year into the next. */
function isWithin(date: string, from: string, to: string): boolean {
  const day = date.slice(-from.length)
  return from <= to ? from <= day && day <= to : day >= from || day <= to
}

function spanOn(day: DateTime, { from, to }: Interval): Span[] {
  const opens = clockOn(day, from).toMillis()
  const closes = clockOn(day, to).toMillis()
  return opens < closes ? [{ opens, closes }] : []
}

/** A time of day; one within the hour that the clocks skip in March is the end of that hour. */
function clockOn(day: DateTime, minutes: number): DateTime {
  if (minutes === 24 * 60) return day.plus({ days: 1 })
  const time = day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  return time.hour * 60 + time.minute === minutes ? time : time.startOf('hour')
}
