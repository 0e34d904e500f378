import type { JSX } from 'preact'
import type { Opened } from '../../desk/desk.ts'
import type { Drawing } from './drawing.ts'
import { Moment } from './moment.tsx'
import { queryOf } from './wish.ts'

interface Props {
  readonly opened: Opened
  readonly drawing: Drawing
  /** One form, one note, however often it is sent. */
  readonly noteKey: string
  /** What was written in a form that was refused. */
  readonly draft?: string
}

/** What colleagues tell one another of a conversation; plainly marked, for the person never reads it. */
export function Notes({ opened, drawing, noteKey, draft }: Props): JSX.Element {
  const { say, wish } = drawing
  const address = `/desk/${opened.escalation.id}/note${queryOf(wish)}`
  return (
    <section id="notes" class="notes" aria-labelledby="notes-heading">
      <h3 id="notes-heading">{say('notes.heading')}</h3>
      <p class="quiet">{say('notes.never-shown')}</p>
      {opened.notes.length ? (
        <ul>
          {opened.notes.map(({ id, name, at, text }) => (
            <li key={id} id={`note-${id}`}>
              <p class="by">
                <strong>{name}</strong> <Moment at={at} drawing={drawing} />
              </p>
              <p class="as-written">{text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <form method="post" action={address} hx-post={address} data-writes="note">
        <label for="note">{say('notes.label')}</label>
        <textarea id="note" name="text" rows={2} maxlength={4000} required data-kept>
          {draft}
        </textarea>
        <input id="note-key" type="hidden" name="key" value={noteKey} data-kept />
        <button type="submit" class="light">
          {say('notes.add')}
        </button>
      </form>
    </section>
  )
}
