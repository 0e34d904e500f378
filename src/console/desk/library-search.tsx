import type { JSX } from 'preact'
import { direction, type Language, LOCALE, ORIGINAL } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import type { FoundPassage } from './from-library.ts'
import { Link, Markdown } from './markdown.tsx'

/** The library, searched beside the reply: a passage and its link go where the caret is. */
export function LibrarySearch({ spoken, drawing }: { spoken: Language; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  return (
    <details id="library" class="panel" name="to-insert" data-kept>
      <summary>{say('library.heading')}</summary>
      <SearchForm spoken={spoken} drawing={drawing} />
      <div id="found" aria-live="polite" />
    </details>
  )
}

interface FormProps {
  readonly spoken: Language
  readonly drawing: Drawing
  readonly query?: string
}

export function SearchForm({ spoken, drawing, query }: FormProps): JSX.Element {
  const { say } = drawing
  return (
    <form
      id="library-form"
      method="get"
      action="/desk/search"
      hx-get="/desk/search"
      hx-target="#found"
      hx-swap="innerHTML"
      hx-trigger="input changed delay:250ms from:#library-search, change from:#library-language, submit"
    >
      <label for="library-search">{say('library.search')}</label>
      <input id="library-search" type="search" name="q" maxlength={300} autocomplete="off" value={query} />
      <label for="library-language">{say('library.language')}</label>
      <select id="library-language" name="language">
        {[...new Set([spoken, ORIGINAL, drawing.language])].map((each) => (
          <option key={each} value={each} selected={each === spoken}>
            {languageName(each, drawing)}
          </option>
        ))}
      </select>
      <button type="submit" class="light">
        {say('library.go')}
      </button>
    </form>
  )
}

interface FoundProps {
  readonly found: readonly FoundPassage[]
  readonly language: Language
  readonly query: string
  readonly drawing: Drawing
}

/** What was found: each passage to be read, and put into the reply. */
export function FoundPassages({ found, language, query, drawing }: FoundProps): JSX.Element {
  const { say } = drawing
  if (!query.trim()) return <p class="quiet">{say('library.hint')}</p>
  if (found.length === 0) return <p class="quiet">{say('library.none')}</p>
  return (
    <ul class="insertable">
      {found.map((passage) => (
        <li key={`${passage.article}#${passage.heading}`}>
          <p class="title" lang={LOCALE[language]} dir={direction(language)}>
            {[passage.title, passage.heading].filter(Boolean).join(' – ')}
          </p>
          <div class="wording">
            <div lang={LOCALE[language]} dir={direction(language)} class="passage">
              <Markdown text={passage.text} />
            </div>
            {passage.address ? (
              <p class="quiet">
                <Link address={passage.address}>{passage.address}</Link>
              </p>
            ) : null}
            <button
              type="button"
              class="light needs-script"
              data-insert={toInsert(passage)}
              aria-label={say('library.insert-which', { title: passage.title })}
            >
              {say('library.insert')}
            </button>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A passage as it is said to a person: its words, then where they are from. */
function toInsert({ text, title, address }: FoundPassage): string {
  const words = text.trim()
  return address ? `${words}\n\n[${title.replace(/[[\]]/g, '')}](${address})` : words
}
