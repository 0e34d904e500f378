import type { JSX } from 'preact'
import type { Figures } from '../../desk/desk.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { sayDuration } from './duration.ts'
import { DaysTable, sayShare } from './figures-table.tsx'
import { BarPlot } from './plot.tsx'

export const SPANS = [7, 30, 90] as const

const MINUTE_MS = 60_000
/** Where the plots' scales may end; each half is whole as well. */
const COUNTS = [2, 4, 10, 20, 40, 100, 200, 400, 1000, 2000, 10_000]
const STRETCHES = [2, 10, 20, 60, 120, 240, 720, 1440, 2880, 14_400].map((minutes) => minutes * MINUTE_MS)

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
          rounds={COUNTS}
          sayValue={String}
          drawing={drawing}
        />
        <BarPlot
          title={say('figures.plot-claim')}
          days={figures.days.map(({ day, toClaimMs }) => ({ day, value: toClaimMs }))}
          rounds={STRETCHES}
          sayValue={duration}
          drawing={drawing}
        />
        <BarPlot
          title={say('figures.plot-satisfied')}
          days={figures.days.map(({ day, satisfied }) => ({ day, value: satisfied }))}
          rounds={[1]}
          sayValue={(share) => sayShare(share, drawing)}
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
