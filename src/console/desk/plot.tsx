import type { JSX } from 'preact'
import type { Drawing } from './drawing.ts'
import { sayDay } from './figures-table.tsx'

const WIDTH = 640
const HEIGHT = 200
/** Room for what the axes say, around the bars. */
const MARGIN = { top: 12, right: 8, bottom: 28, left: 72 } as const

interface Props {
  readonly title: string
  readonly days: readonly { readonly day: string; readonly value: number | undefined }[]
  /** Round values that the scale may end at, smallest first. */
  readonly rounds: readonly number[]
  sayValue(value: number): string
  readonly drawing: Drawing
}

/** Bars, one a day, with the scale in words. The table beside it says the same. */
export function BarPlot({ title, days, rounds, sayValue, drawing }: Props): JSX.Element {
  const highest = Math.max(0, ...days.map(({ value }) => value ?? 0))
  const top = rounds.find((each) => each >= highest) ?? highest
  const wide = (WIDTH - MARGIN.left - MARGIN.right) / Math.max(1, days.length)
  const high = HEIGHT - MARGIN.top - MARGIN.bottom
  const base = HEIGHT - MARGIN.bottom
  const y = (value: number) => base - (value / top) * high
  const said = labelled(days.length)
  return (
    <figure class="plot">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={drawing.say('figures.plot-said', { title })}>
        <Scale levels={[top / 2, top]} y={y} sayValue={sayValue} />
        <line class="axis" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={base} y2={base} />
        {days.map(({ day, value }, at) => (
          <g key={day}>
            {value ? (
              <rect
                class="bar"
                x={MARGIN.left + at * wide + wide * 0.15}
                y={y(value)}
                width={wide * 0.7}
                height={base - y(value)}
              >
                <title>{`${sayDay(day, drawing)} : ${sayValue(value)}`}</title>
              </rect>
            ) : null}
            {said(at) ? (
              <text
                x={MARGIN.left + (at + 0.5) * wide}
                y={HEIGHT - 8}
                text-anchor={at === days.length - 1 ? 'end' : 'middle'}
              >
                {sayDay(day, drawing)}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  )
}

function Scale(props: { levels: readonly number[]; y(value: number): number; sayValue(value: number): string }) {
  return (
    <g>
      {props.levels.map((level) => (
        <g key={level}>
          <line class="level" x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={props.y(level)} y2={props.y(level)} />
          <text x={MARGIN.left - 8} y={props.y(level) + 4} text-anchor="end">
            {props.sayValue(level)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Which days are named below the bars: the last one, and every so many before it, so that they do not touch. */
function labelled(count: number): (at: number) => boolean {
  const every = Math.max(1, Math.ceil(count / 7))
  return (at) => (count - 1 - at) % every === 0
}
