import type { JSX } from 'preact'
import type { Measured } from '../../knowledge/measure.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import type { Came, Moved, Proof } from './proof.ts'
import { Put } from './put-part.tsx'
import { RewordedPart } from './reworded-part.tsx'

/** What the draft would change of the answers, and whether the measure is better or worse for it. */
export function ProofPart(props: { proof: Proof; title(article: string): string; drawing: Drawing }): JSX.Element {
  const { proof, title, drawing } = props
  const { say } = drawing
  const { moved, reworded, asked, before, after } = proof
  const count = reworded.reduce((sum, { questions }) => sum + questions.length, moved.length)
  return (
    <>
      <p>{count ? say('proof.moved', { count, asked }) : say('proof.still', { asked })}</p>
      {moved.length ? (
        <ul class="moved">
          {moved.map((each) => (
            <MovedLine key={JSON.stringify(each.question.asked)} moved={each} title={title} drawing={drawing} />
          ))}
        </ul>
      ) : null}
      <RewordedPart reworded={reworded} title={title} drawing={drawing} />
      {before.n ? (
        <table class="measure">
          <caption>{say('proof.measure', { count: before.n })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('proof.what')}</th>
              <th scope="col">{say('proof.before')}</th>
              <th scope="col">{say('proof.after')}</th>
            </tr>
          </thead>
          <tbody>
            {MEASURES.map(({ name, of }) => (
              <tr key={name}>
                <th scope="row">{say(`proof.measures.${name}`)}</th>
                <td>{percent(of(before), drawing)}</td>
                <td class={changeOf(of(before), of(after))}>{percent(of(after), drawing)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}

const MEASURES: readonly { readonly name: string; of(measured: Measured): number }[] = [
  { name: 'first', of: ({ recall }) => recall['1'] },
  { name: 'among-three', of: ({ recall }) => recall['3'] },
  { name: 'right', of: ({ answered }) => answered.precision },
  { name: 'silent', of: ({ noAnswer }) => noAnswer.recall },
]

function changeOf(before: number, after: number): string {
  return after > before ? 'better' : after < before ? 'worse' : 'same'
}

function percent(share: number, { language }: Drawing): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

function MovedLine(props: { moved: Moved; title(article: string): string; drawing: Drawing }): JSX.Element {
  const { moved, title, drawing } = props
  const { say } = drawing
  const told = ({ status, article }: Came) => `${say(`ask.status.${status}`)}${article ? ` ${title(article)}` : ''}`
  return (
    <li>
      <Put question={moved.question} title={title} drawing={drawing} />
      <p>
        <span class="unseen">{say('proof.before')} : </span>
        <del>{told(moved.before)}</del> <span class="unseen">{say('proof.after')} : </span>
        <ins>{told(moved.after)}</ins>
      </p>
    </li>
  )
}
