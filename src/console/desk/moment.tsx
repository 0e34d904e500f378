import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { sayDuration } from './duration.ts'

type Clock = Pick<Drawing, 'language' | 'now' | 'timeZone'>

/** A moment in the desk's zone: the hour alone today, with its day otherwise. */
export function sayMoment(at: Date, { language, now, timeZone }: Clock): string {
  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone, ...options }).format(date)
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
  const hour = format({ hour: 'numeric', minute: '2-digit' }, at)
  return format(day, at) === format(day, now) ? hour : `${format({ day: 'numeric', month: 'long' }, at)}, ${hour}`
}

export function Moment({ at, drawing }: { at: Date; drawing: Clock }): JSX.Element {
  return <time datetime={at.toISOString()}>{sayMoment(at, drawing)}</time>
}

/** How long ago something was; the browser keeps it true. */
export function Since({ at, drawing }: { at: Date; drawing: Clock }): JSX.Element {
  const ms = drawing.now.getTime() - at.getTime()
  return (
    <time datetime={at.toISOString()} data-since={at.getTime()}>
      {sayDuration(ms, LOCALE[drawing.language])}
    </time>
  )
}
