import type { JSX } from 'preact'
import { direction, LOCALE } from '../../language/languages.ts'
import { clippedDifference } from './clipped.ts'
import type { Drawing } from './drawing.ts'
import type { Reworded } from './proof.ts'
import type { Question } from './proof-questions.ts'
import { Put } from './put-part.tsx'

/** So many answers are shown; the others are counted. */
const SHOWN = 4

/** So many plays are named beside the one whose question is shown. */
const NAMED = 6

/** The answers that come from the same article in other words: what went and what came, with one question each. */
export function RewordedPart(props: {
  reworded: readonly Reworded[]
  title(article: string): string
  drawing: Drawing
}): JSX.Element | null {
  const { reworded, title, drawing } = props
  const { say } = drawing
  if (reworded.length === 0) return null
  const rest = countOf(reworded.slice(SHOWN))
  return (
    <>
      <h3>{say('proof.reworded', { count: countOf(reworded) })}</h3>
      <ul class="moved">
        {reworded.slice(0, SHOWN).map(({ language, before, after, questions: [first, ...alike] }) => (
          <li key={`${language} ${before} ${after}`}>
            {first ? <Put question={first} title={title} drawing={drawing} /> : null}
            <p class="as-written" lang={LOCALE[language]} dir={direction(language)}>
              <Difference before={before} after={after} drawing={drawing} />
            </p>
            {alike.length ? <p class="quiet">{alikeIn(alike, drawing)}</p> : null}
          </li>
        ))}
      </ul>
      {rest ? <p>{say('proof.rest', { count: rest })}</p> : null}
    </>
  )
}

function Difference(props: { before: string; after: string; drawing: Drawing }): JSX.Element {
  const { before, after, drawing } = props
  const unseen = (name: string) => (
    <span class="unseen" lang={LOCALE[drawing.language]}>
      {drawing.say(name)}{' '}
    </span>
  )
  return (
    <>
      {clippedDifference(before, after).map(({ is, words }, at) => {
        if (is === 'kept') return <span key={`${at}`}>{words}</span>
        const Mark = is === 'gone' ? 'del' : 'ins'
        return (
          <Mark key={`${at}`}>
            {unseen(is === 'gone' ? 'difference.removed' : 'difference.added')}
            {words}
          </Mark>
        )
      })}
    </>
  )
}

/** How many more questions get the same answer, and the plays in which they are asked. */
function alikeIn(alike: readonly Question[], { say }: Drawing): string {
  const plays = [...new Set(alike.flatMap((each) => each.plays))]
  if (plays.length === 0) return say('proof.alike', { count: alike.length })
  const named = [...plays.slice(0, NAMED), ...(plays.length > NAMED ? ['…'] : [])].join(', ')
  return say('proof.alike-plays', { count: alike.length, plays: named })
}

function countOf(reworded: readonly Reworded[]): number {
  return reworded.reduce((sum, { questions }) => sum + questions.length, 0)
}
