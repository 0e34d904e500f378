import { h, type JSX } from 'preact'
import { type EditableSection, editableText } from '../../knowledge/edit-text.ts'
import { USUAL_SECTIONS } from '../../knowledge/usual-sections.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import { idOf } from './fields.tsx'
import { Insertable } from './insertable.tsx'
import { MachineMark } from './machine-part.tsx'
import type { Opened } from './opened.ts'
import { Readability } from './readability-part.tsx'

interface Props {
  readonly opened: Opened
  readonly language: Language
  readonly text: string
  readonly drawing: Drawing
  /** What changed in the French since the translation was read. */
  readonly since?: JSX.Element
}

/** The text of one language, by section; a translation has its French beside it. */
export function TextPart({ opened, language, text, drawing, since }: Props): JSX.Element {
  const { say } = drawing
  const own = editableText(text)
  const original = editableText(opened.files.get(`${opened.folder}/${opened.id}/${ORIGINAL}.md`) ?? '')
  const beside = language === ORIGINAL ? undefined : original
  const sections = beside ? inOrderOf(beside.sections, own.sections) : own.sections
  const written = { lang: LOCALE[language], dir: direction(language) } as const
  return (
    <>
      <MachineMark text={text} language={language} drawing={drawing} />
      {own.machine ? <input type="hidden" name="machine" value="true" /> : null}
      {since}
      <Insertable opened={opened} drawing={drawing} />
      <Beside french={beside?.title} drawing={drawing}>
        <label for="title">{say('field.title.label')}</label>
        <p class="explained">{say('field.title.explained')}</p>
        <input id="title" name="title" value={own.title} required autocomplete="off" {...written} />
      </Beside>
      <Beside french={beside?.summary} drawing={drawing}>
        <label for="summary">{say('field.summary.label')}</label>
        <p class="explained">{say('field.summary.explained')}</p>
        <textarea id="summary" name="summary" rows={2} required {...written}>
          {own.summary}
        </textarea>
      </Beside>
      {sections.map((section) => (
        <SectionPart
          key={section.id}
          section={section}
          {...(beside ? { french: beside.sections.find(({ id }) => id === section.id) ?? null } : {})}
          language={language}
          drawing={drawing}
        />
      ))}
      {beside ? null : <NewSection here={sections} drawing={drawing} />}
      <Beside french={beside?.questions.join('\n')} drawing={drawing}>
        <label for="questions">{say('field.questions.label')}</label>
        <p class="explained">{say('field.questions.explained')}</p>
        <textarea id="questions" name="questions" rows={Math.max(7, own.questions.length + 1)} {...written}>
          {own.questions.join('\n')}
        </textarea>
      </Beside>
      {beside ? (
        <p class="field">
          <label class="tick">
            <input type="checkbox" name="follows" value="true" />
            {say('field.follows.label')}
          </label>
          <span class="explained">{say('field.follows.explained')}</span>
        </p>
      ) : null}
      {language === ORIGINAL ? <Readability opened={opened} drawing={drawing} /> : null}
    </>
  )
}

/** A field with the French words that it translates beside it. */
function Beside(props: { french: string | undefined; drawing: Drawing; children: JSX.Element[] }): JSX.Element {
  const { french, drawing, children } = props
  if (french === undefined) return <div class="field">{children}</div>
  return (
    <div class="beside">
      <div class="field">{children}</div>
      <div class="french" lang={LOCALE.fr}>
        <p class="quiet">{languageName('fr', drawing)}</p>
        <p class="as-written">{french || '—'}</p>
      </div>
    </div>
  )
}

interface SectionProps {
  readonly section: EditableSection
  /** The French of a translation; null where the French has no such section. */
  readonly french?: EditableSection | null
  readonly language: Language
  readonly drawing: Drawing
}

function SectionPart({ section, french, language, drawing }: SectionProps): JSX.Element {
  const { say, says } = drawing
  const { id, heading, body } = section
  const field = idOf(`section.${id}.body`)
  const name = says(`section.${id}`) ? say(`section.${id}`) : (french?.heading ?? heading) || id
  const written = { lang: LOCALE[language], dir: direction(language) } as const
  const own = (
    <div class="field">
      {id === 'about' ? null : (
        <>
          <label for={idOf(`section.${id}.heading`)}>{say('field.heading.label')}</label>
          <input
            id={idOf(`section.${id}.heading`)}
            name={`section.${id}.heading`}
            value={heading}
            required
            autocomplete="off"
            {...written}
          />
        </>
      )}
      <label for={field}>{say('field.body.label', { section: name })}</label>
      <Toolbar field={field} drawing={drawing} />
      <textarea id={field} name={`section.${id}.body`} rows={rowsFor(body)} data-inserts {...written}>
        {body}
      </textarea>
    </div>
  )
  return (
    <fieldset class="section" id={`section-${id}`}>
      <legend>{name}</legend>
      {french === undefined ? (
        own
      ) : (
        <div class="beside">
          {own}
          <div class="french" lang={LOCALE.fr}>
            <p class="quiet">{languageName('fr', drawing)}</p>
            <p class="heading">{french?.heading}</p>
            <p class="as-written">{french?.body ?? say('section.not-in-french')}</p>
          </div>
        </div>
      )}
    </fieldset>
  )
}

const TOOLS = [
  { element: 'md-bold', name: 'bold', drawn: 'M4 2h5a3 3 0 0 1 0 6H4zM4 8h6a3 3 0 0 1 0 6H4z' },
  { element: 'md-unordered-list', name: 'list', drawn: 'M6 3h9M6 8h9M6 13h9M1.5 3h1M1.5 8h1M1.5 13h1' },
  {
    element: 'md-ordered-list',
    name: 'steps',
    drawn: 'M7 3h8M7 8h8M7 13h8M2.5 1v3.5M1.5 6.5h2V8h-2v1.5h2M1.5 11.5h2v3h-2M2 13h1.5',
  },
  { element: 'md-quote', name: 'quote', drawn: 'M7 3 3 8l4 5M13 3 9 8l4 5' },
]

/** Buttons for whoever does not write Markdown. */
function Toolbar({ field, drawing: { say } }: { field: string; drawing: Drawing }): JSX.Element {
  return h(
    'markdown-toolbar',
    { for: field, class: 'tools needs-script', 'aria-label': say('tools.heading') },
    TOOLS.map(({ element, name, drawn }) =>
      h(
        element,
        { key: name, role: 'button', tabindex: 0, 'aria-label': say(`tools.${name}`), title: say(`tools.${name}`) },
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d={drawn} fill="none" stroke="currentColor" stroke-width="1.6" />
        </svg>,
      ),
    ),
  )
}

/** A section that is added: one of the usual ones that the text lacks, or any other. */
function NewSection(props: { here: readonly EditableSection[]; drawing: Drawing }): JSX.Element {
  const { say } = props.drawing
  const missing = USUAL_SECTIONS.filter(({ id }) => !props.here.some((section) => section.id === id))
  return (
    <details class="new" id="new-section">
      <summary>{say('section.add')}</summary>
      <div class="field">
        {missing.length ? (
          <>
            <label for="new-id">{say('section.which')}</label>
            <p class="explained" id="new-id-explained">
              {say('section.which-explained')}
            </p>
            <select id="new-id" name="new.section.id" aria-describedby="new-id-explained">
              <option value="">{say('section.other')}</option>
              {missing.map(({ id }) => (
                <option key={id} value={id}>
                  {say(`section.${id}`)}
                </option>
              ))}
            </select>
          </>
        ) : null}
        <label for="new-heading">{say('field.heading.label')}</label>
        <input id="new-heading" name="new.section.heading" autocomplete="off" lang={LOCALE.fr} />
        <label for="new-body">{say('section.new-body')}</label>
        <textarea id="new-body" name="new.section.body" rows={4} data-inserts lang={LOCALE.fr} />
        <button type="submit" class="light" name="then" value="stay">
          {say('section.add-now')}
        </button>
      </div>
    </details>
  )
}

/** The sections of a translation in the order of the French, with those that it lacks still empty. */
function inOrderOf(original: readonly EditableSection[], own: readonly EditableSection[]): EditableSection[] {
  const here = new Map(own.map((section) => [section.id, section]))
  const inOrder = original.map(({ id }) => here.get(id) ?? { id, heading: '', body: '' })
  return [...inOrder, ...own.filter(({ id }) => !original.some((section) => section.id === id))]
}

function rowsFor(body: string): number {
  const lines = body.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 85), 0)
  return Math.min(24, Math.max(4, lines + 1))
}
