const MINUTE_MS = 60_000
const HOUR_MIN = 60
const DAY_MIN = 24 * HOUR_MIN

/** A stretch of time in few characters: « < 1 min », « 12 min », « 1 h 5 min », « 2 j 3 h ». The browser says the same. */
export function sayDuration(ms: number, locale: string): string {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS)
  const unit = (count: number, name: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count)
  const both = (large: number, one: 'day' | 'hour', small: number, other: 'hour' | 'minute') =>
    small ? `${unit(large, one)} ${unit(small, other)}` : unit(large, one)
  if (minutes < 1) return `< ${unit(1, 'minute')}`
  if (minutes < HOUR_MIN) return unit(minutes, 'minute')
  if (minutes < DAY_MIN) return both(Math.floor(minutes / HOUR_MIN), 'hour', minutes % HOUR_MIN, 'minute')
  return both(Math.floor(minutes / DAY_MIN), 'day', Math.floor((minutes % DAY_MIN) / HOUR_MIN), 'hour')
}
