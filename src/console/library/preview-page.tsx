import type { JSX } from 'preact'
import type { Answer } from '../../answer/answer.ts'
import { quotePassage } from '../../answer/quote.ts'
import type { Library } from '../../knowledge/library.ts'
import { direction, LANGUAGES, type Language, LOCALE } from '../../language/languages.ts'
import type { Phrases } from '../../language/phrases.ts'
import { Bubble } from './bubble.tsx'
import { type Drawing, languageName } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'
import type { Opened } from './opened.ts'
import { ArticlePage } from './page.tsx'

export const PLACES = ['web', 'teams'] as const
export type Place = (typeof PLACES)[number]

interface Props {
  readonly opened: Opened
  readonly library: Library
  readonly phrases: Phrases
  readonly language: Language
  readonly place: Place
  readonly asked?: { readonly question: string; readonly answer: Answer }
  readonly drawing: Drawing
}

/** The article as a person would read it with the draft, and a box to ask it. */
export function PreviewPage(props: Props): JSX.Element {
  const { opened, library, phrases, language, place, asked, drawing } = props
  const { say } = drawing
  const { id } = opened
  const passages = library.passages(id, language)
  return (
    <ArticlePage opened={opened} at="preview" heading={say('ways.preview')} drawing={drawing}>
      <form method="get" action={`/library/${id}/publish`} class="front-deeds">
        <button type="submit">{say('deed.publish')}</button>
        <a href={`/library/${id}?part=${language}`}>{say('preview.edit')}</a>
      </form>
      <Choices {...props} />
      <section aria-labelledby="ask-heading" class="ask">
        <h2 id="ask-heading">{say('ask.heading')}</h2>
        <form method="get" action={`/library/${id}/preview#ask-heading`}>
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="place" value={place} />
          <label for="q">{say('ask.label', { language: languageName(language, drawing) })}</label>
          <input
            id="q"
            name="q"
            type="search"
            value={asked?.question ?? ''}
            lang={LOCALE[language]}
            dir={direction(language)}
            autocomplete="off"
            maxlength={500}
          />
          <button type="submit" class="light">
            {say('ask.do')}
          </button>
        </form>
        {asked ? (
          <div class="asked" role="status">
            <p class="quiet">{toldBy(asked.answer, opened, drawing)}</p>
            <Bubble answer={asked.answer} language={language} place={place} />
          </div>
        ) : null}
      </section>
      <section aria-labelledby="shown-heading">
        <h2 id="shown-heading">{say('preview.heading', { language: languageName(language, drawing) })}</h2>
        {passages.length ? (
          <div class="passages">
            {passages.map((passage) => (
              <Bubble
                key={passage.id}
                answer={quotePassage(passage, [], language, { library, phrases })}
                language={language}
                place={place}
              />
            ))}
          </div>
        ) : (
          <p>{say('preview.nothing')}</p>
        )}
      </section>
      <FindingsPart findings={opened.findings} on={opened} drawing={drawing} />
      <section aria-labelledby="proof-heading">
        <h2 id="proof-heading">{say('proof.heading')}</h2>
        <div id="proof" hx-get={`/library/${id}/proof`} hx-trigger="revealed" aria-live="polite">
          <p>
            <a href={`/library/${id}/proof`}>{say('proof.open')}</a>{' '}
            <span class="quiet needs-script">{say('proof.wait')}</span>
          </p>
        </div>
      </section>
    </ArticlePage>
  )
}

function Choices({ opened: { id }, language, place, drawing }: Props): JSX.Element {
  const address = (to: { language: Language; place: Place }) => `/library/${id}/preview?${new URLSearchParams(to)}`
  return (
    <div class="preview-choices">
      <nav class="parts" aria-label={drawing.say('preview.languages')}>
        <ul>
          {LANGUAGES.map((each) => (
            <li key={each}>
              <a href={address({ language: each, place })} aria-current={each === language ? 'page' : undefined}>
                {languageName(each, drawing)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="parts" aria-label={drawing.say('preview.places')}>
        <ul>
          {PLACES.map((each) => (
            <li key={each}>
              <a href={address({ language, place: each })} aria-current={each === place ? 'page' : undefined}>
                {drawing.say(`preview.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** How the assistant came to say it. */
function toldBy({ status, articles }: Answer, { id, content }: Opened, { say }: Drawing): string {
  const [first] = articles
  if (!first) return say(`ask.status.${status}`)
  const title = content.articles.find((article) => article.id === first)?.texts.fr?.title ?? first
  return `${say(`ask.status.${status}`)} ${first === id ? say('ask.this') : say('ask.other', { title })}`
}
