import type { JSX } from 'preact'
import { type Level, readabilityOf } from '../../knowledge/readability.ts'
import { LOCALE, ORIGINAL } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import type { Opened } from './opened.ts'

/** The names of the words for each level. */
const LEVEL: Readonly<Record<Level, string>> = {
  'très facile': 'very-easy',
  facile: 'easy',
  'assez facile': 'rather-easy',
  courant: 'plain',
  'assez difficile': 'rather-hard',
  difficile: 'hard',
  'très difficile': 'very-hard',
}

/** How easily the French is read, and the sentences that are too long. */
export function Readability({ opened, drawing }: { opened: Opened; drawing: Drawing }): JSX.Element | null {
  const { say, says } = drawing
  const text = opened.article?.texts[ORIGINAL]
  if (!text) return null
  const { whole, sections } = readabilityOf(text, opened.content.glossary)
  const long = [...sections].flatMap(([id, { longSentences }]) => longSentences.map((each) => ({ id, ...each })))
  const terms = new Map([...sections.values()].flatMap((each) => each.terms.map((term) => [term.id, term] as const)))
  return (
    <section id="readability" class="readability" aria-labelledby="readability-heading">
      <h2 id="readability-heading">{say('readability.heading')}</h2>
      <p>
        {whole.level && whole.score !== undefined
          ? say('readability.level', {
              level: say(`readability.levels.${LEVEL[whole.level]}`),
              score: Math.round(whole.score),
            })
          : say('readability.nothing')}
      </p>
      {long.length ? (
        <>
          <p>{say('readability.long', { count: long.length })}</p>
          <ul class="plain-list" lang={LOCALE.fr}>
            {long.map((sentence) => (
              <li key={`${sentence.id}-${sentence.from}`}>
                <a href={`#section-${sentence.id}`}>
                  {says(`section.${sentence.id}`) ? say(`section.${sentence.id}`) : sentence.id}
                </a>{' '}
                {say('readability.words', { count: sentence.words })} <mark>{sentence.text}</mark>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {terms.size ? (
        <details>
          <summary>{say('readability.terms', { count: terms.size })}</summary>
          <dl lang={LOCALE.fr}>
            {[...terms.values()].map((term) => (
              <div key={term.id}>
                <dt>{term.official}</dt>
                <dd>{term.also.join(', ') || '—'}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  )
}
