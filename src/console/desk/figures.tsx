import type { JSX } from 'preact'
import type { Figures } from '../../desk/desk.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { sayDuration } from './duration.ts'
import { DaysTable } from './figures-table.tsx'
import { BarPlot } from './plot.tsx'

export const SPANS = [7, 30, 90] as const

interface Props {
  readonly figures: Figures
  readonly days: number
  readonly drawing: Drawing
}

/** The supervisor's view: how long the queue is, how long people wait, whether it helped, and how that changes. */
export function FiguresPart({ figures, days, drawing }: Props): JSX.Element {
  const { say, language } = drawing
  const duration = (ms: number | undefined) =>
    ms === undefined ? say('figures.no-data') : sayDuration(ms, LOCALE[language])
  const { yes, partly, no } = figures.rated
  const rated = yes + partly + no
  const cards = [
    ['waiting', figures.waiting],
    ['oldest', figures.waiting ? duration(figures.oldestMs) : say('figures.nobody-waits')],
    ['held', figures.held],
    ['to-claim', duration(figures.toClaimMs)],
    ['to-close', duration(figures.toCloseMs)],
    ['satisfied', rated ? say('figures.satisfied-of', { yes, partly, no, rated }) : say('figures.no-data')],
  ] as const
  return (
    <>
      <Spans days={days} drawing={drawing} />
      <dl class="figures">
        {cards.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`figures.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="plots">
        <BarPlot
          title={say('figures.plot-asked')}
          days={figures.days.map(({ day, asked }) => ({ day, value: asked }))}
          sayValue={String}
          drawing={drawing}
        />
        <BarPlot
          title={say('figures.plot-claim')}
          days={figures.days.map(({ day, toClaimMs }) => ({ day, value: toClaimMs }))}
          sayValue={duration}
          drawing={drawing}
        />
      </div>
      <DaysTable figures={figures} drawing={drawing} />
    </>
  )
}

function Spans({ days, drawing: { say } }: Pick<Props, 'days' | 'drawing'>): JSX.Element {
  return (
    <nav class="filters" aria-label={say('figures.span')}>
      <ul>
        {SPANS.map((span) => (
          <li key={span}>
            <a href={`/desk/figures?days=${span}`} aria-current={span === days ? 'page' : undefined}>
              {say('figures.days', { days: span })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
