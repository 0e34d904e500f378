import { DateTime, IANAZone } from 'luxon'
import { z } from 'zod'

/** Part of a day, in minutes since midnight: 8 h 30 to noon is 510 to 720. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** « 8 h 30 à 12 h », as people write it in Québec, or « 08:30-12:00 ». Midnight at the end of a day is « 24 h ». */
const INTERVAL = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*(?:à|-|–)\s*(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i
const EACH_YEAR = /^\d{2}-\d{2}$/
const A_DATE = /^\d{4}-\d{2}-\d{2}$/
/** A leap year, so that February 29 may be written without a year. */
const SOME_LEAP_YEAR = '2028'

function readInterval(text: string): Interval | string {
  const found = INTERVAL.exec(text.trim())
  if (!found) return `« ${text} » is no interval; write it as « 8 h 30 à 12 h »`
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = found.slice(1).map((digits) => Number(digits ?? 0))
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  if (fromMinute > 59 || toMinute > 59 || to > 24 * 60) return `« ${text} » holds a time that no clock shows`
  if (to <= from)
    return `« ${text} » ends before it begins; for a night, write « 20 h à 24 h », and « 0 h à 2 h » on the next day`
  return { from, to }
}

const interval = z
  .string({ error: 'an interval is written as « 8 h 30 à 12 h »' })
  .transform((text, context): Interval => {
    const read = readInterval(text)
    if (typeof read !== 'string') return read
    context.addIssue({ code: 'custom', message: read })
    return z.NEVER
  })

const hours = z
  .array(interval, { error: 'the hours stand between brackets, such as [8 h 30 à 12 h, 13 h à 16 h 30]; [] is closed' })
  .superRefine((intervals, context) => {
    intervals.forEach(({ from }, at) => {
      const before = intervals[at - 1]
      if (before && from < before.to)
        context.addIssue({ code: 'custom', path: [at], message: 'an interval begins before the one above it ends' })
    })
  })

function isDay(text: string, shape: RegExp): boolean {
  const whole = EACH_YEAR.test(text) ? `${SOME_LEAP_YEAR}-${text}` : text
  return shape.test(text) && DateTime.fromISO(whole, { zone: 'utc' }).isValid
}

const oneDay = z
  .string({ error: 'a day is written as 2027-01-02' })
  .refine((text) => isDay(text, A_DATE), { error: ({ input }) => `« ${input} » is no day; write it as 2027-01-02` })

const dayOrEachYear = z
  .string({ error: 'a day is written as 2027-01-02, or 01-02 for each year' })
  .refine((text) => isDay(text, A_DATE) || isDay(text, EACH_YEAR), {
    error: ({ input }) => `« ${input} » is no day; write it as 2027-01-02, or 01-02 for each year`,
  })

const label = z.string({ error: 'say in a few words why, for your colleagues' }).min(1, 'say in a few words why')

/** Days on which nobody answers: one `date`, or `from` … `to`, both included. */
const closedShape = z
  .strictObject({ label, date: dayOrEachYear.optional(), from: dayOrEachYear.optional(), to: dayOrEachYear.optional() })
  .transform(({ label, date, from = date, to = date }, context) => {
    const wrong = wrongSpan(date, from, to)
    if (wrong === undefined && from && to) return { label, from, to }
    context.addIssue({ code: 'custom', message: wrong ?? 'a closure has a date' })
    return z.NEVER
  })

function wrongSpan(date: string | undefined, from: string | undefined, to: string | undefined): string | undefined {
  if (!from || !to) return 'a closure has either « date », or both « from » and « to »'
  if (date && (from !== date || to !== date))
    return 'a closure has either « date », or « from » and « to », not all three'
  if (EACH_YEAR.test(from) !== EACH_YEAR.test(to)) return '« from » and « to » both have a year, or neither has one'
  if (A_DATE.test(from) && to < from) return '« to » comes before « from »'
  return undefined
}

const minutes = z
  .int({ error: 'a whole number of minutes' })
  .min(1, 'at least 1 minute')
  .max(1440, 'at most 1440 minutes')

const day = hours.optional().transform((intervals) => intervals ?? [])

/** What `knowledge/desk/hours.yaml` holds. */
export const hoursShape = z.strictObject({
  timeZone: z
    .string({ error: 'a time zone is written as America/Toronto' })
    .refine((zone) => IANAZone.isValidZone(zone), {
      error: ({ input }) => `there is no time zone « ${input} »; Montréal and Québec are in America/Toronto`,
    }),
  week: z.strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  }),
  holidays: z.enum(['Québec', 'none'], { error: 'write Québec, or none if the public holidays are days like others' }),
  closed: z.array(closedShape).default([]),
  /** Days on which people answer although they are closed, or at other hours; without `hours`, at those of the week. */
  open: z.array(z.strictObject({ label, date: oneDay, hours: hours.optional() })).default([]),
  patience: z.strictObject({ pickUp: minutes, remind: minutes, takeBack: minutes, quiet: minutes }),
})
export type HoursFile = z.output<typeof hoursShape>
