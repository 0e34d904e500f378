import type { JSX } from 'preact'
import type { Opened } from '../../desk/desk.ts'
import { CLOSINGS } from '../../desk/escalation.ts'
import type { Colleague } from '../../desk/staff.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { inOrderFor } from './colleagues.ts'
import { type Drawing, languageName } from './drawing.ts'
import { saidOf } from './presence.tsx'
import { queryOf } from './wish.ts'

interface Props {
  readonly opened: Opened
  readonly drawing: Drawing
  readonly colleagues: readonly Colleague[]
}

/** What whoever holds a conversation may do with it besides answering. */
export function WaysOn(props: Props): JSX.Element {
  const { opened, drawing } = props
  const { say, wish } = drawing
  const address = (act: string) => `/desk/${opened.escalation.id}/${act}${queryOf(wish)}`
  return (
    <div id="ways-on" class="ways-on">
      <form class="close" method="post" action={address('close')} hx-post={address('close')}>
        <fieldset id="outcome" data-kept>
          <legend>{say('close.outcome')}</legend>
          {CLOSINGS.map((outcome, at) => (
            <label key={outcome} class="tick">
              <input type="radio" name="outcome" value={outcome} checked={at === 0} />
              {say(`outcome.${outcome}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="light">
          {say('close.button')}
        </button>
      </form>
      <div class="elsewhere">
        <form method="post" action={address('hand-back')} hx-post={address('hand-back')}>
          <button type="submit" class="light">
            {say('hand-back')}
          </button>
        </form>
        <Transfer {...props} address={address('give-back')} />
      </div>
    </div>
  )
}

/** To a colleague, to whoever speaks a language, or back to everybody; the place in the queue is kept. */
function Transfer({ opened, drawing, colleagues, address }: Props & { address: string }): JSX.Element {
  const { say, member, now } = drawing
  const { language } = opened.conversation
  const others = inOrderFor(
    colleagues.filter(({ id }) => id !== member.id),
    language,
    now,
  )
  const languages = [language, ...LANGUAGES.filter((each) => each !== language)]
  return (
    <details id="transfer" class="transfer">
      <summary>{say('transfer.heading')}</summary>
      <form method="post" action={address} hx-post={address}>
        <label for="transfer-to">{say('transfer.to')}</label>
        <select id="transfer-to" name="to" data-kept>
          <option value="">{say('transfer.everybody')}</option>
          <optgroup label={say('transfer.language')}>
            {languages.map((each) => (
              <option key={each} value={`language:${each}`}>
                {say('transfer.speaks', { language: languageName(each, drawing) })}
              </option>
            ))}
          </optgroup>
          {others.length ? (
            <optgroup label={say('transfer.colleague')}>
              {others.map((each) => (
                <option key={each.id} value={`colleague:${each.id}`}>
                  {saidOf(each, drawing)}
                </option>
              ))}
            </optgroup>
          ) : null}
        </select>
        <p class="quiet">{say('transfer.place')}</p>
        <button type="submit" class="light">
          {say('transfer.button')}
        </button>
      </form>
    </details>
  )
}
