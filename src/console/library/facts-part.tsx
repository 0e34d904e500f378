import type { JSX } from 'preact'
import { factShape } from '../../knowledge/article.ts'
import { type EditableAbout, valueAt } from '../../knowledge/edit-about.ts'
import { showWhom, sourceOf } from '../../knowledge/passages.ts'
import type { Plain } from '../../knowledge/write-yaml.ts'
import { LANGUAGES, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import { type Field, fieldsOf } from './field-of.ts'
import { FieldPart, idOf } from './fields.tsx'
import type { Opened } from './opened.ts'

/** The kinds of fact, each by the field that holds it. */
const KINDS: readonly Field[] = factShape.options.flatMap((shape) =>
  fieldsOf(shape).filter(({ name }) => name !== 'source'),
)

/** Amounts, telephones, e-mail addresses, places: each written once, with the source that says it. */
export function FactsPart(props: { opened: Opened; about: EditableAbout; drawing: Drawing }): JSX.Element {
  const { opened, about, drawing } = props
  const { say } = drawing
  const facts = Object.entries((valueAt(about, ['facts']) ?? {}) as Readonly<Record<string, Plain>>)
  const sources = sourcesOf(opened, about, drawing)
  return (
    <>
      <p>{say('facts.explained')}</p>
      {facts.length ? null : <p class="quiet">{say('facts.none')}</p>}
      {facts.map(([name, fact]) => {
        const kind = KINDS.find((field) => valueAt({ fact }, ['fact', field.name]) !== undefined)
        if (!kind) return null
        return (
          <fieldset key={name} class="fact" id={`fact-${name}`}>
            <legend>
              {say(`fact.${kind.name}`)} <code>{name}</code>
            </legend>
            <FieldPart
              field={kind}
              name={`about.facts.${name}.${kind.name}`}
              value={valueAt({ fact }, ['fact', kind.name])}
              drawing={drawing}
            />
            <SourceOf
              name={`about.facts.${name}.source`}
              value={String(valueAt({ fact }, ['fact', 'source']) ?? '')}
              sources={sources}
              drawing={drawing}
            />
            <UsedIn fact={name} opened={opened} drawing={drawing} />
            <label class="tick">
              <input type="checkbox" name="remove" value={`facts.${name}`} />
              {say('facts.remove')}
            </label>
          </fieldset>
        )
      })}
      {KINDS.map((kind) => (
        <details key={kind.name} class="new">
          <summary>{say(`facts.add.${kind.name}`)}</summary>
          <div class="field">
            <label for={idOf(`new.${kind.name}.name`)}>{say('facts.name')}</label>
            <p class="explained">{say('facts.name-explained')}</p>
            <input id={idOf(`new.${kind.name}.name`)} name={`new.${kind.name}.name`} autocomplete="off" />
          </div>
          <FieldPart
            field={{ ...kind, isOptional: true }}
            name={`new.${kind.name}.${kind.name}`}
            value={undefined}
            drawing={drawing}
          />
          <SourceOf name={`new.${kind.name}.source`} value="" sources={sources} drawing={drawing} />
          <button type="submit" class="light" name="then" value="stay">
            {say('facts.add-now')}
          </button>
        </details>
      ))}
    </>
  )
}

interface SourceChoice {
  readonly name: string
  readonly label: string
}

function SourceOf(props: {
  name: string
  value: string
  sources: readonly SourceChoice[]
  drawing: Drawing
}): JSX.Element {
  const { name, value, sources, drawing } = props
  const id = idOf(name)
  return (
    <div class="field">
      <label for={id}>{drawing.say('field.source.label')}</label>
      <p id={`${id}-explained`} class="explained">
        {drawing.say('field.source.explained')}
      </p>
      <input type="hidden" name="drawn" value={`line ${name}`} />
      <select id={id} name={name} aria-describedby={`${id}-explained`} lang={LOCALE.fr}>
        {[...(sources.some((source) => source.name === value) ? [] : [{ name: value, label: value }]), ...sources].map(
          (source) => (
            <option key={source.name} value={source.name} selected={source.name === value}>
              {source.label}
            </option>
          ),
        )}
      </select>
    </div>
  )
}

function sourcesOf({ article, content }: Opened, about: EditableAbout, { say }: Drawing): readonly SourceChoice[] {
  const known = new Map(content.articles.map((each) => [each.id, each]))
  return Object.keys((valueAt(about, ['sources']) ?? {}) as object).map((name) => {
    const source = article && sourceOf(article, name, known)
    return { name, label: source ? `${showWhom(source)} — ${source.title}` : say('facts.source-named', { name }) }
  })
}

/** Where a fact is shown, so that whoever changes it knows what changes with it. */
function UsedIn({ fact, opened, drawing }: { fact: string; opened: Opened; drawing: Drawing }): JSX.Element {
  const { content, id } = opened
  const used = content.articles.flatMap((article) => {
    const token = article.id === id ? `{{${fact}}}` : `{{${id}.${fact}}}`
    const languages = LANGUAGES.filter((language) =>
      article.texts[language]?.sections.some(({ body }) => body.includes(token)),
    ).map((language) => languageName(language, drawing).toLowerCase())
    return languages.length ? [{ article, languages }] : []
  })
  if (used.length === 0) return <p class="quiet">{drawing.say('facts.unused')}</p>
  return (
    <details>
      <summary>{drawing.say('facts.used-in', { count: used.length })}</summary>
      <ul class="plain-list">
        {used.map(({ article, languages }) => (
          <li key={article.id}>
            <a href={`/library/${article.id}`} lang={LOCALE.fr}>
              {article.texts.fr?.title ?? article.id}
            </a>{' '}
            <span class="quiet">{languages.join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
