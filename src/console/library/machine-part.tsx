import type { JSX } from 'preact'
import { editableText } from '../../knowledge/edit-text.ts'
import type { TextPart } from '../../knowledge/to-translate.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import { sectionName } from './difference-part.tsx'
import type { Drawing } from './drawing.ts'
import type { MachineTold } from './machine-told.ts'

interface MarkProps {
  readonly text: string
  readonly language: Language
  readonly drawing: Drawing
  /** It takes the place of the one on the page. */
  readonly isApart?: boolean
}

/** Says of a text that a machine translated it and that nobody has read it yet; empty once somebody has. */
export function MachineMark({ text, language, drawing: { say }, isApart }: MarkProps): JSX.Element | null {
  if (language === ORIGINAL) return null
  const apart = isApart ? { 'hx-swap-oob': 'true' } : {}
  if (!isUnread(text)) return <div id="machine-mark" {...apart} />
  return (
    <div id="machine-mark" class="machine-mark" {...apart}>
      <p>
        <strong>{say('machine.unread')}</strong>
      </p>
      <p>{say('machine.unread-explained', { box: say('field.follows.label') })}</p>
    </div>
  )
}

export function isUnread(text: string): boolean {
  return editableText(text).machine === true
}

/** Asks for a machine's translation, and says what came of it. Its button stands behind those of the form: Enter saves. */
export function MachinePart(props: { readonly told?: MachineTold; readonly drawing: Drawing }): JSX.Element {
  const { told, drawing } = props
  const { say } = drawing
  return (
    <section id="machine" class="machine" aria-labelledby="machine-heading">
      <h2 id="machine-heading">{say('machine.heading')}</h2>
      <div role="status">{told ? <Told told={told} drawing={drawing} /> : null}</div>
      <p>{say('machine.explained')}</p>
      <label class="tick">
        <input type="checkbox" name="replace" value="true" form="edit" />
        {say('machine.replace')}
      </label>
      <button type="submit" class="light" form="edit" name="then" value="machine" data-wait={say('machine.wait')}>
        {say('machine.do')}
      </button>
    </section>
  )
}

function Told({ told, drawing }: { told: MachineTold; drawing: Drawing }): JSX.Element {
  const { filled, refused, silent } = told
  const { say } = drawing
  const isNothing = filled === 0 && refused.length === 0 && !silent
  return (
    <>
      {filled ? <p>{say('machine.filled', { count: filled })}</p> : null}
      {refused.length ? (
        <>
          <p>{say('machine.refused')}</p>
          <ul class="plain-list">
            {refused.map((part) => (
              <li key={part}>
                <a href={`#${fieldOf(part)}`}>{partName(part, drawing)}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {silent ? <p class="trouble">{say(`machine.${reasonOf(silent)}`)}</p> : null}
      {isNothing ? <p>{say('machine.nothing', { box: say('machine.replace') })}</p> : null}
    </>
  )
}

function reasonOf(silent: NonNullable<MachineTold['silent']>): 'spent' | 'slow' | 'silent' {
  return silent === 'spent' || silent === 'slow' ? silent : 'silent'
}

function partName(part: TextPart, drawing: Drawing): string {
  const [, section] = /^section\.(.*)$/.exec(part) ?? []
  return section === undefined ? drawing.say(`field.${part}.label`) : sectionName(section, drawing)
}

function fieldOf(part: TextPart): string {
  return part.replace('.', '-')
}
