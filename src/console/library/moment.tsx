import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'

/** A moment in the house's zone: the hour alone today, with its day otherwise. */
export function sayMoment(
  at: Date,
  { language, now, timeZone }: Pick<Drawing, 'language' | 'now' | 'timeZone'>,
): string {
  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone, ...options }).format(date)
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const hour = format({ hour: 'numeric', minute: '2-digit' }, at)
  return format(day, at) === format(day, now) ? hour : `${format({ dateStyle: 'long' }, at)}, ${hour}`
}

export function Moment({ at, drawing }: { at: Date; drawing: Drawing }): JSX.Element {
  return <time datetime={at.toISOString()}>{sayMoment(at, drawing)}</time>
}
