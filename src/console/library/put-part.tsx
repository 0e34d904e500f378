import type { JSX } from 'preact'
import { direction, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import type { Question } from './proof-questions.ts'

/** A question that was put to both libraries, its language, and where it comes from. */
export function Put(props: { question: Question; title(article: string): string; drawing: Drawing }): JSX.Element {
  const { question, title, drawing } = props
  const { say } = drawing
  const { asked, of, plays, labelled } = question
  const [play] = plays
  const from = [
    languageName(asked.language, drawing),
    ...(of ? [say('proof.of', { title: title(of) })] : []),
    ...(labelled.length ? [say('proof.labelled')] : []),
    ...(play && plays.length === 1 ? [say('proof.play', { play })] : []),
    ...(plays.length > 1 ? [say('proof.plays', { count: plays.length, plays: plays.join(', ') })] : []),
  ]
  const written = asked.foreign ? undefined : (asked.writtenIn ?? asked.language)
  return (
    <p>
      <q {...(written ? { lang: LOCALE[written], dir: direction(written) } : { lang: '', dir: 'auto' as const })}>
        {asked.question}
      </q>{' '}
      <span class="quiet">{from.join(' · ')}</span>
    </p>
  )
}
