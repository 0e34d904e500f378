import type { JSX } from 'preact'
import { sourceShape } from '../../knowledge/article.ts'
import { type EditableAbout, valueAt } from '../../knowledge/edit-about.ts'
import type { Plain } from '../../knowledge/write-yaml.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { fieldsOf } from './field-of.ts'
import { FieldPart, idOf } from './fields.tsx'
import type { Opened } from './opened.ts'

const FIELDS = fieldsOf(sourceShape)

/** The pages that the article rests on. */
export function SourcesPart(props: { opened: Opened; about: EditableAbout; drawing: Drawing }): JSX.Element {
  const { about, drawing } = props
  const { say } = drawing
  const sources = Object.entries((valueAt(about, ['sources']) ?? {}) as Readonly<Record<string, Plain>>)
  return (
    <>
      <p>{say('sources.explained')}</p>
      {sources.map(([name, source]) => (
        <fieldset key={name} class="source" id={`source-${name}`}>
          <legend>
            {say('sources.one')} <code>{name}</code>
          </legend>
          {typeof source === 'string' ? (
            <Elsewhere source={source} drawing={drawing} />
          ) : (
            FIELDS.map((field) => (
              <FieldPart
                key={field.name}
                field={field}
                name={`about.sources.${name}.${field.name}`}
                value={valueAt({ source }, ['source', field.name])}
                drawing={drawing}
              />
            ))
          )}
          <label class="tick">
            <input type="checkbox" name="remove" value={`sources.${name}`} />
            {say('sources.remove')}
          </label>
        </fieldset>
      ))}
      <details class="new">
        <summary>{say('sources.add')}</summary>
        <div class="field">
          <label for={idOf('new.source.name')}>{say('sources.name')}</label>
          <p class="explained">{say('sources.name-explained')}</p>
          <input id={idOf('new.source.name')} name="new.source.name" autocomplete="off" />
        </div>
        {FIELDS.map((field) => (
          <FieldPart
            key={field.name}
            field={{ ...field, isOptional: true }}
            name={`new.source.${field.name}`}
            value={field.name === 'consulted' ? drawing.today : field.name === 'level' ? 'confirmed' : undefined}
            drawing={drawing}
          />
        ))}
        <button type="submit" class="light" name="then" value="stay">
          {say('sources.add-now')}
        </button>
      </details>
    </>
  )
}

/** A source that another article holds: it is changed there. */
function Elsewhere({ source, drawing }: { source: string; drawing: Drawing }): JSX.Element {
  const [article = '', name = ''] = source.split('/')
  return (
    <p>
      {drawing.say('sources.elsewhere')}{' '}
      <a href={`/library/${article}?part=sources#source-${name}`} lang={LOCALE.fr}>
        {source}
      </a>
    </p>
  )
}
