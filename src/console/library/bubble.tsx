import type { JSX } from 'preact'
import type { Answer } from '../../answer/answer.ts'
import { direction, type Language, LOCALE } from '../../language/languages.ts'
import { typeset } from '../../language/typography.ts'
import { ShownText } from './shown-text.tsx'

/** An answer as the chat shows it: on our page, or in Teams, where its choices are a card. */
export function Bubble(props: { answer: Answer; language: Language; place: 'web' | 'teams' }): JSX.Element {
  const { answer, language, place } = props
  const sources = new Map(
    answer.passages.flatMap((passage) => passage.sources.map(({ position, address }) => [position, address] as const)),
  )
  return (
    <div class={`shown ${place}`} lang={LOCALE[language]} dir={direction(language)}>
      {place === 'teams' ? (
        <p class="sender">
          <span class="avatar" aria-hidden="true">
            P
          </span>
          Passerelle
        </p>
      ) : null}
      <div class="bubble">
        <ShownText text={typeset(answer.text, language)} sources={sources} />
      </div>
      {answer.leads.length ? (
        <ul class="choices">
          {answer.leads.map(({ label }) => (
            <li key={label}>{typeset(label, language)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
