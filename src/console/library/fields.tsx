import type { JSX } from 'preact'
import type { Plain } from '../../knowledge/write-yaml.ts'
import { direction, LANGUAGES, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import type { Field } from './field-of.ts'

export interface FieldProps {
  readonly field: Field
  /** Where the field stands, such as `about.review`. */
  readonly name: string
  readonly value: Plain | undefined
  readonly drawing: Drawing
  /** The articles to choose from, where the field names some. */
  readonly articles?: readonly { readonly id: string; readonly title: string }[]
}

/** A field of a shape as a form asks for it: its name in plain words, a sentence that explains it, and the control. */
export function FieldPart(props: FieldProps): JSX.Element {
  const { field, name, drawing } = props
  const id = idOf(name)
  const label = drawing.say(`field.${field.name}.label`)
  const explained = drawing.say(`field.${field.name}.explained`)
  const drawn = <input type="hidden" name="drawn" value={`${field.kind} ${name}`} />
  if (field.kind === 'choices' || field.kind === 'articles' || field.kind === 'words') {
    return (
      <fieldset class="field" aria-describedby={`${id}-explained`}>
        <legend>{label}</legend>
        <p id={`${id}-explained`} class="explained">
          {explained}
        </p>
        {drawn}
        <Several {...props} />
      </fieldset>
    )
  }
  return (
    <div class="field">
      <label for={id}>
        {label}
        {field.isOptional ? <span class="quiet"> {drawing.say('field.optional')}</span> : null}
      </label>
      <p id={`${id}-explained`} class="explained">
        {explained}
      </p>
      {drawn}
      <One {...props} id={id} />
    </div>
  )
}

function One({ field, name, value, drawing, id }: FieldProps & { id: string }): JSX.Element {
  const words = value === undefined || value === null ? '' : String(value)
  const shared = { id, name, 'aria-describedby': `${id}-explained` }
  if (field.kind === 'choice') {
    return (
      <select {...shared}>
        {[...(field.options.includes(words) ? [] : ['']), ...field.options].map((option) => (
          <option key={option} value={option} selected={option === words}>
            {option && drawing.say(`option.${field.name}.${option}`)}
          </option>
        ))}
      </select>
    )
  }
  if (field.kind === 'yes-no') return <input {...shared} type="checkbox" value="true" checked={value === true} />
  if (field.kind === 'day') return <input {...shared} type="date" value={words} required={!field.isOptional} />
  const line = { ...shared, value: words, required: !field.isOptional, autocomplete: 'off', lang: LOCALE.fr }
  if (field.kind === 'address') return <input {...line} type="url" />
  if (field.kind === 'email') return <input {...line} type="email" />
  return <input {...line} type="text" />
}

function Several({ field, name, value, drawing, articles = [] }: FieldProps): JSX.Element {
  if (field.kind === 'words') {
    const words = (value ?? {}) as Readonly<Record<string, Plain>>
    return (
      <>
        {LANGUAGES.map((language) => (
          <label key={language} class="in-language">
            <span>{languageName(language, drawing)}</span>
            <input
              type="text"
              name={`${name}.${language}`}
              value={String(words[language] ?? '')}
              lang={LOCALE[language]}
              dir={direction(language)}
              autocomplete="off"
            />
          </label>
        ))}
      </>
    )
  }
  const chosen = Array.isArray(value) ? value.map(String) : []
  if (field.kind === 'choices') {
    return (
      <>
        {field.options.map((option) => (
          <label key={option} class="tick">
            <input type="checkbox" name={name} value={option} checked={chosen.includes(option)} />
            {drawing.say(`option.${field.name}.${option}`)}
          </label>
        ))}
      </>
    )
  }
  return (
    <>
      {[...chosen, ''].map((each, at) => (
        <select
          key={`${each}-${at}`}
          name={name}
          aria-label={each ? drawing.say('field.article', { number: at + 1 }) : drawing.say('field.one-more')}
          lang={LOCALE.fr}
        >
          <option value="">{drawing.say(each ? 'field.none' : 'field.one-more')}</option>
          {each && !articles.some(({ id }) => id === each) ? (
            <option value={each} selected>
              {each}
            </option>
          ) : null}
          {articles.map(({ id, title }) => (
            <option key={id} value={id} selected={id === each}>
              {title}
            </option>
          ))}
        </select>
      ))}
    </>
  )
}

export function idOf(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}
