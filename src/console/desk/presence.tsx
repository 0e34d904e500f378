import type { JSX } from 'preact'
import type { Colleague } from '../../desk/staff.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { inOrderFor, isThere } from './colleagues.ts'
import { type Drawing, languageName } from './drawing.ts'
import { queryOf } from './wish.ts'

interface Props {
  readonly colleagues: readonly Colleague[]
  readonly drawing: Drawing
}

/** Whether one is there oneself, in which languages one answers, and which colleagues are there. */
export function Presence({ colleagues, drawing }: Props): JSX.Element {
  const { member, say, wish } = drawing
  const me = colleagues.find(({ id }) => id === member.id)
  const others = inOrderFor(
    colleagues.filter(({ id }) => id !== member.id),
    drawing.language,
    drawing.now,
  )
  const away = me?.presence === 'away'
  const action = `/desk/presence${queryOf(wish)}`
  return (
    <section id="presence" class="presence" aria-labelledby="presence-heading">
      <h2 id="presence-heading" class="unseen">
        {say('presence.heading')}
      </h2>
      <form method="post" action={action}>
        <p class={away ? 'away' : 'available'}>{say(away ? 'presence.you-away' : 'presence.you-available')}</p>
        <button type="submit" class="light" name="presence" value={away ? 'available' : 'away'}>
          {say(away ? 'presence.come' : 'presence.leave')}
        </button>
      </form>
      <details id="my-languages">
        <summary>{say('presence.languages', { languages: spoken(me?.languages ?? ['fr'], drawing) })}</summary>
        <form method="post" action={action}>
          <fieldset>
            <legend>{say('presence.which')}</legend>
            {LANGUAGES.map((each) => (
              <label key={each} class="tick">
                <input
                  type="checkbox"
                  name="languages"
                  value={each}
                  checked={(me?.languages ?? ['fr']).includes(each)}
                />
                {languageName(each, drawing)}
              </label>
            ))}
          </fieldset>
          <button type="submit" class="light">
            {say('presence.keep')}
          </button>
        </form>
      </details>
      <details id="colleagues">
        <summary>
          {say('presence.colleagues', { count: others.filter((each) => isThere(each, drawing.now)).length })}
        </summary>
        <ColleagueList colleagues={others} drawing={drawing} />
      </details>
    </section>
  )
}

function ColleagueList({ colleagues, drawing }: Props): JSX.Element {
  if (colleagues.length === 0) return <p class="quiet">{drawing.say('presence.nobody')}</p>
  return (
    <ul class="colleagues">
      {colleagues.map((each) => (
        <li key={each.id}>{saidOf(each, drawing)}</li>
      ))}
    </ul>
  )
}

/** A colleague in a line: « Maude, disponible (français, espagnol) ». */
export function saidOf(colleague: Colleague, drawing: Drawing): string {
  return drawing.say(isThere(colleague, drawing.now) ? 'presence.is-available' : 'presence.is-away', {
    name: colleague.name,
    languages: spoken(colleague.languages, drawing),
  })
}

function spoken(languages: Colleague['languages'], drawing: Drawing): string {
  return languages.map((each) => languageName(each, drawing)).join(', ')
}
