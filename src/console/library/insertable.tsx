import type { JSX } from 'preact'
import type { Fact } from '../../knowledge/article.ts'
import { showFact, showWhom, sourceOf } from '../../knowledge/passages.ts'
import { LOCALE, ORIGINAL } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { choicesOf, type Opened } from './opened.ts'

/** What is put into a text from a list: facts, references to sources, links to sources and to other articles. */
export function Insertable({ opened, drawing }: { opened: Opened; drawing: Drawing }): JSX.Element | null {
  const { say } = drawing
  const { article, content, id } = opened
  if (!article) return null
  const known = new Map(content.articles.map((each) => [each.id, each]))
  const facts = Object.entries(article.about.facts ?? {})
  const sources = Object.keys(article.about.sources)
  return (
    <details class="insertable">
      <summary>{say('insert.heading')}</summary>
      <p class="explained">{say('insert.explained')}</p>
      <h3>{say('insert.sources')}</h3>
      <ul>
        {sources.map((name) => {
          const source = sourceOf(article, name, known)
          return (
            <li key={name}>
              <Token
                token={`[^${name}]`}
                label={source ? `${showWhom(source)} — ${source.title}` : name}
                drawing={drawing}
              />
              <Token
                token={`[mots](source:${name})`}
                label={say('insert.link-to-source')}
                name={source ? source.title : name}
                drawing={drawing}
              />
            </li>
          )
        })}
      </ul>
      <h3>{say('insert.facts')}</h3>
      {facts.length ? (
        <ul>
          {facts.map(([name, fact]) => (
            <li key={name}>
              <Token token={`{{${name}}}`} label={plainly(fact)} drawing={drawing} />
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{say('insert.no-facts')}</p>
      )}
      <h3>
        <label for="insert-article">{say('insert.articles')}</label>
      </h3>
      <select id="insert-article" lang={LOCALE.fr} data-inserts-article>
        <option value="">{say('insert.choose')}</option>
        {choicesOf(content, (each) => each.id !== id).map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
    </details>
  )
}

function Token(props: { token: string; label: string; name?: string; drawing: Drawing }): JSX.Element {
  const { token, label, name, drawing } = props
  return (
    <span class="token">
      <button
        type="button"
        class="light needs-script"
        data-insert={token}
        aria-label={drawing.say('insert.this', { what: name ? `${label} : ${name}` : label })}
      >
        {label}
      </button>
      <code class="without-script">{token}</code>
    </span>
  )
}

/** A fact as it is known at sight. */
function plainly(fact: Fact): string {
  return showFact(fact, ORIGINAL).replace(/^\[([^\]]+)\].*$/, '$1')
}
