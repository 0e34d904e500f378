import { LANGUAGES } from '../language/languages.ts'
import { fold } from '../language/text.ts'

/** A date as far as a text tells it. */
export interface PartialDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 0 is Monday. */
  readonly weekday?: number
  /** Minutes after midnight. */
  readonly time?: number
}

/** What a text tells of time, and the text without it: its other figures are no dates. */
export interface Dated {
  readonly dates: readonly PartialDate[]
  /** Dates that can be read in two ways, such as 03/04/2025. */
  readonly ambiguous: readonly string[]
  readonly rest: string
}

/** Months that the Arab world calls by other names than the one that Intl knows; all folded when read. */
const OTHER_MONTHS: readonly string[] = [
  'كانون الثاني|جانفي',
  'شباط|فيفري',
  'اذار',
  'نيسان|افريل',
  'ايار|ماي',
  'حزيران|جوان',
  'تموز|جويليه|يوليوز',
  'اب|غشت|اوت',
  'ايلول|شتنبر',
  'تشرين الاول',
  'تشرين الثاني|نونبر',
  'كانون الاول|دجنبر',
]
/** Words that are a month only beside a day or a year. */
const ALSO_WORDS = new Set(['may', 'march', 'mar', 'dec', 'jan', 'sept', 'sep', 'oct', 'nov', 'اب', 'ماي'].map(fold))

const monthWords = new Map<string, number>()
const weekdayWords = new Map<string, number>()
const known = new Set<string>()

/** Learns what our languages and another one call their months and days; nothing is learnt before it is needed. */
function know(language: string): void {
  if (known.has(language)) return
  if (known.size === 0) {
    for (const ours of LANGUAGES) learn(ours)
    OTHER_MONTHS.forEach((names, month) => {
      for (const name of names.split('|')) monthWords.set(fold(name), month + 1)
    })
  }
  if (!known.has(language)) learn(language)
  patterns = undefined
}

function learn(language: string): void {
  known.add(language)
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
    const inDate = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
    for (let at = 0; at < 12; at++) {
      const day = new Date(Date.UTC(2024, at, 15))
      const named = inDate.formatToParts(day).find(({ type }) => type === 'month')?.value
      for (const name of [month.format(day), named ?? '']) {
        const word = fold(name).replace(/\.$/, '')
        if (/^\p{L}{3,}/u.test(word)) monthWords.set(word, at + 1)
      }
    }
    for (let at = 0; at < 7; at++) weekdayWords.set(fold(weekday.format(new Date(Date.UTC(2024, 0, 1 + at)))), at)
  }
}

let patterns: ReturnType<typeof patternsOf> | undefined

function patternsOf() {
  const either = (words: Iterable<string>) =>
    [...words]
      .sort((one, other) => other.length - one.length)
      .map((word) => word.replaceAll('.', '\\.'))
      .join('|')
  const month = `(?<![\\p{L}])[وبفل]?(?:ال)?(${either(monthWords.keys())})\\.?(?!\\p{L})`
  const of = '\\s*(?:de |del |of |من )?\\s*'
  const day = '(?<!\\d)(\\d{1,2})\\s?(?:er|st|nd|rd|th|º|°)?'
  const year = '((?:19|20|21)\\d{2})(?!\\d)'
  const global = (source: string) => new RegExp(source, 'gu')
  return {
    iso: /(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/g,
    han: /(\d{4})\s*年\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?/g,
    numeric: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g,
    dayMonthYear: global(`${day}${of}${month}${of}${year}`),
    monthDayYear: global(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*${year}`),
    monthYear: global(`${month}${of}${year}`),
    dayMonth: global(`${day}${of}${month}`),
    monthDay: global(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`),
    month: global(month),
    weekday: global(`(?<!\\p{L})(?:ال)?(${either(weekdayWords.keys())})s?(?!\\p{L})`),
    clock: /(?<![\d.,])(\d{1,2})\s?(?:h|:|heures?|horas?)\s?(\d{2})(?!\d)\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?)?/g,
    hour: /(?<![\d.,])(\d{1,2})\s?(?:(a\.?\s?m\b\.?|p\.?\s?m\b\.?)|h(?![\p{L}\d]))/gu,
    years: /(?<![\d$€.,/-])((?:19|20)\d{2})\s?[-–/]\s?((?:19|20)?\d{2})(?![\d.,]?\d)/g,
    year: /(?<![\d$€.,]|[$€] )((?:19|20)\d{2})(?![\d]|[.,]\d|\s?(?:\$|€|%|dollar|دولار|dolar|\d{3}(?!\d)))/g,
  }
}

/** Finds the dates, days and hours of a folded text. */
export function readDates(folded: string, language: string): Dated {
  know(language)
  patterns ??= patternsOf()
  const dates: PartialDate[] = []
  const ambiguous: string[] = []
  let rest = folded
  const take = (pattern: RegExp, read: (...groups: readonly string[]) => PartialDate | undefined) => {
    rest = rest.replace(pattern, (whole: string, ...groups: string[]) => {
      const date = read(...groups)
      if (!date) return whole
      dates.push(date)
      return ' ; '
    })
  }
  const monthOf = (word = '') => monthWords.get(word) ?? 0
  const of = (year?: string, month?: number | string, day?: string): PartialDate | undefined => {
    const date = {
      ...(year ? { year: Number(year) } : {}),
      ...(month ? { month: Number(month) } : {}),
      ...(day ? { day: Number(day) } : {}),
    }
    return (date.month ?? 1) > 12 || (date.day ?? 1) > 31 ? undefined : date
  }
  take(patterns.iso, (year, month, day) => of(year, month, day))
  take(patterns.han, (year, month, day) => of(year, month, day))
  rest = rest.replace(patterns.numeric, (whole, one: string, other: string, short: string) => {
    const year = short.length === 2 ? `20${short}` : short
    if (Number(one) <= 12 && Number(other) <= 12 && one !== other) ambiguous.push(whole)
    else dates.push((Number(one) > 12 ? of(year, other, one) : of(year, one, other)) ?? {})
    return ' ; '
  })
  take(patterns.dayMonthYear, (day, month, year) => of(year, monthOf(month), day))
  take(patterns.monthDayYear, (month, day, year) => of(year, monthOf(month), day))
  take(patterns.monthYear, (month, year) => of(year, monthOf(month)))
  take(patterns.dayMonth, (day, month) => of(undefined, monthOf(month), day))
  take(patterns.monthDay, (month, day) => of(undefined, monthOf(month), day))
  take(patterns.month, (month = '') => (ALSO_WORDS.has(month) ? undefined : of(undefined, monthOf(month))))
  take(patterns.weekday, (day = '') => ({ weekday: weekdayWords.get(day) ?? 0 }))
  take(patterns.clock, (hour, minute, half) => ({ time: timeOf(hour, minute, half) }))
  take(patterns.hour, (hour, half) => ({ time: timeOf(hour, '0', half) }))
  rest = rest.replace(patterns.years, (_, from: string, to: string) => {
    dates.push({ year: Number(from) }, { year: Number(to.length === 2 ? `${from.slice(0, 2)}${to}` : to) })
    return ' ; '
  })
  take(patterns.year, (year) => of(year))
  return { dates, ambiguous, rest }
}

function timeOf(hour = '0', minute = '0', half?: string): number {
  const afternoon = half?.startsWith('p') && Number(hour) < 12 ? 12 : 0
  const midnight = half?.startsWith('a') && Number(hour) === 12 ? -12 : 0
  return (Number(hour) + afternoon + midnight) * 60 + Number(minute)
}

/** Whether one of the dates tells all that this one does. */
export function isTold(date: PartialDate, dates: readonly PartialDate[]): boolean {
  const parts = Object.entries(date) as [keyof PartialDate, number][]
  return dates.some((other) => parts.every(([part, value]) => other[part] === value))
}
