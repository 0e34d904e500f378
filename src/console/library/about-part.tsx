import type { JSX } from 'preact'
import { aboutShape } from '../../knowledge/article.ts'
import { type EditableAbout, valueAt } from '../../knowledge/edit-about.ts'
import type { Drawing } from './drawing.ts'
import { fieldsOf } from './field-of.ts'
import { FieldPart } from './fields.tsx'
import { choicesOf, type Opened } from './opened.ts'

/** Where the article stands among the others: for whom, until when, whom it leads to. */
export function AboutPart(props: { opened: Opened; about: EditableAbout; drawing: Drawing }): JSX.Element {
  const { opened, about, drawing } = props
  const others = choicesOf(opened.content, ({ id }) => id !== opened.id)
  const contacts = choicesOf(
    opened.content,
    ({ id, kind }) => id !== opened.id && (kind === 'contact' || kind === 'order'),
  )
  return (
    <>
      {fieldsOf(aboutShape).map((field) => (
        <FieldPart
          key={field.name}
          field={field}
          name={`about.${field.name}`}
          value={valueAt(about, [field.name])}
          drawing={drawing}
          articles={field.name === 'contacts' ? contacts : others}
        />
      ))}
    </>
  )
}
