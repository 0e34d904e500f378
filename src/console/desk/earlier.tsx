import type { JSX } from 'preact'
import type { Opened } from '../../desk/desk.ts'
import type { Escalation } from '../../desk/escalation.ts'
import { direction, LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { Moment } from './moment.tsx'

/** Earlier requests of the same conversation, and how each ended. */
export function Earlier({ opened, drawing }: { opened: Opened; drawing: Drawing }): JSX.Element | null {
  if (opened.earlier.length === 0) return null
  return (
    <details id="earlier" class="earlier">
      <summary>{drawing.say('earlier.heading', { count: opened.earlier.length })}</summary>
      <ol>
        {opened.earlier.map((each) => (
          <li key={each.id}>
            <Moment at={each.askedAt} drawing={drawing} />
            {' · '}
            {drawing.say(`reason.${each.reason}`)}
            <p lang={LOCALE[each.language]} dir={direction(each.language)}>
              {each.question}
            </p>
            <p class="quiet">{endOf(each, drawing)}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** How a request ended, by whom, and whether the person says that it helped. */
export function endOf({ standing, rating }: Escalation, { say }: Pick<Drawing, 'say'>): string {
  if (standing.is !== 'closed') return ''
  const by = standing.by ? say('ended.by', { name: standing.by.name }) : ''
  return [say(`outcome.${standing.outcome}`), by, rating ? say(`rating.${rating}`) : ''].filter(Boolean).join(' · ')
}
