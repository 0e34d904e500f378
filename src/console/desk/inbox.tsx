import type { JSX } from 'preact'
import type { InboxItem } from '../../desk/desk.ts'
import type { Drawing } from './drawing.ts'
import { Filters } from './filters.tsx'
import { Item } from './inbox-item.tsx'
import { isHeldBy, wishedFor } from './wish.ts'

export interface InboxProps {
  readonly items: readonly InboxItem[]
  readonly drawing: Drawing
  readonly open?: string
}

/** The requests of the moment, in the order they should be taken: one's own, those who wait, what colleagues have. */
export function Inbox({ items, drawing, open }: InboxProps): JSX.Element {
  const { member, say, wish } = drawing
  const shown = wishedFor(items, wish, member.id)
  const waiting = items.filter(({ escalation }) => escalation.standing.is === 'waiting')
  const groups = [
    ['mine', shown.filter(({ escalation }) => isHeldBy(escalation, member.id))],
    ['waiting', shown.filter(({ escalation }) => escalation.standing.is === 'waiting')],
    ['others', shown.filter(({ escalation }) => escalation.standing.is === 'held' && !isHeldBy(escalation, member.id))],
  ] as const
  return (
    <>
      <div id="counts" data-waiting={waiting.map(({ escalation }) => escalation.id).join(' ')} />
      <Filters items={items} drawing={drawing} />
      {shown.length === 0 ? <p class="quiet">{say(items.length ? 'inbox.none-wished' : 'inbox.none')}</p> : null}
      {groups.map(([name, those]) =>
        those.length ? (
          <section key={name} id={`group-${name}`} aria-labelledby={`group-${name}-heading`}>
            <h3 id={`group-${name}-heading`}>{say(`inbox.${name}`, { count: those.length })}</h3>
            <ol class="requests">
              {those.map((item) => (
                <Item key={item.escalation.id} item={item} drawing={drawing} {...(open ? { open } : {})} />
              ))}
            </ol>
          </section>
        ) : null,
      )}
    </>
  )
}
