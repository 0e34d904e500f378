import type { JSX } from 'preact'
import type { Figures } from '../../desk/desk.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { sayDuration } from './duration.ts'

/** The plots' figures in words, for whoever reads rather than looks: newest day first, days without anything left out. */
export function DaysTable({ figures, drawing }: { figures: Figures; drawing: Drawing }): JSX.Element {
  const { say, language } = drawing
  const days = figures.days.filter(({ asked, closed }) => asked || closed).reverse()
  if (days.length === 0) return <p class="quiet">{say('figures.nothing')}</p>
  const heads = ['day', 'asked', 'closed', 'to-claim-short', 'satisfied-short'] as const
  return (
    <section class="table" tabindex={0} aria-labelledby="days-caption">
      <table>
        <caption id="days-caption">{say('figures.table')}</caption>
        <thead>
          <tr>
            {heads.map((name) => (
              <th key={name} scope="col">
                {say(`figures.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, asked, closed, toClaimMs, satisfied }) => (
            <tr key={day}>
              <th scope="row">{sayDay(day, drawing)}</th>
              <td>{asked}</td>
              <td>{closed}</td>
              <td>{toClaimMs === undefined ? '–' : sayDuration(toClaimMs, LOCALE[language])}</td>
              <td>{satisfied === undefined ? '–' : sayShare(satisfied, drawing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A day of the calendar (YYYY-MM-DD), short. */
export function sayDay(day: string, { language }: Pick<Drawing, 'language'>): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', day: 'numeric', month: 'short' })
  return format.format(new Date(`${day}T12:00:00Z`))
}

export function sayShare(share: number, { language }: Pick<Drawing, 'language'>): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'percent' }).format(share)
}
