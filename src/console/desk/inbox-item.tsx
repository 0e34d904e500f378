import type { JSX } from 'preact'
import type { InboxItem } from '../../desk/desk.ts'
import { SKIPPED } from '../../dialog/situation.ts'
import { direction, LOCALE } from '../../language/languages.ts'
import { REGION_NAMES } from '../../language/regions.ts'
import { type Drawing, languageName } from './drawing.ts'
import { Since } from './moment.tsx'
import { isHeldBy, queryOf } from './wish.ts'

export interface ItemProps {
  readonly item: InboxItem
  readonly drawing: Drawing
  /** The request that is open beside the inbox, if one is. */
  readonly open?: string
}

/** One request in the inbox: who waits for what since when, and who has it. */
export function Item({ item, drawing, open }: ItemProps): JSX.Element {
  const { escalation, unread } = item
  const { id, language, reason, question, askedAt } = escalation
  const isOpen = id === open
  const classes = ['item', reason, escalation.standing.is, ...(unread ? ['unread'] : []), ...(isOpen ? ['open'] : [])]
  const answers = answersOf(item, drawing)
  return (
    <li id={`request-${id}`} class={classes.join(' ')} data-request={id} data-standing={escalation.standing.is}>
      <a href={`/desk/${id}${queryOf(drawing.wish)}#who`} aria-current={isOpen ? 'true' : undefined}>
        <span class="what">
          <strong>{answers || drawing.say('inbox.no-answers')}</strong>
          <Since at={askedAt} drawing={drawing} />
        </span>
        <span class="question" lang={LOCALE[language]} dir={direction(language)}>
          {question || drawing.say('inbox.no-question')}
        </span>
        <Marks item={item} drawing={drawing} />
      </a>
      {escalation.standing.is === 'waiting' && open === undefined ? <Claim item={item} drawing={drawing} /> : null}
    </li>
  )
}

/** Trade and place, as the person told them. */
function answersOf({ escalation: { situation, region } }: InboxItem, drawing: Drawing): string {
  const wanted = ['trade', 'where'].filter((name) => (situation[name] ?? SKIPPED) !== SKIPPED)
  const told = drawing.inWords(Object.fromEntries(wanted.map((name) => [name, situation[name] ?? ''])))
  return [...told.map(({ answer }) => answer), REGION_NAMES.get(region ?? '')].filter(Boolean).join(', ')
}

function Marks({ item, drawing }: { item: InboxItem; drawing: Drawing }): JSX.Element {
  const { escalation, place, late, unread } = item
  const { say } = drawing
  const marks: readonly { readonly kind: string; readonly words: string | undefined }[] = [
    { kind: 'reason', words: say(`reason.${escalation.reason}`) },
    { kind: 'unread', words: unread ? say('inbox.unread') : undefined },
    { kind: 'late', words: late ? say('inbox.late') : undefined },
    { kind: 'language', words: languageName(escalation.language, drawing) },
    { kind: 'place', words: place ? say('inbox.place', { place }) : undefined },
    { kind: 'wanted', words: wantedBy(item, drawing) },
    { kind: 'holder', words: holderOf(item, drawing) },
  ]
  return (
    <span class="marks">
      {marks.flatMap(({ kind, words }) =>
        words ? (
          <span key={kind} class={`mark-${kind}`}>
            {words}
          </span>
        ) : (
          []
        ),
      )}
    </span>
  )
}

function wantedBy({ escalation: { wanted } }: InboxItem, drawing: Drawing): string | undefined {
  if (!wanted) return undefined
  return 'counsellor' in wanted
    ? drawing.say('inbox.for', { whom: wanted.counsellor.name })
    : drawing.say('inbox.for', { whom: languageName(wanted.language, drawing) })
}

function holderOf({ escalation }: InboxItem, { member, say }: Drawing): string | undefined {
  if (escalation.standing.is !== 'held' || isHeldBy(escalation, member.id)) return undefined
  return say('inbox.held', { name: escalation.standing.by.name })
}

function Claim({ item: { escalation }, drawing }: { item: InboxItem; drawing: Drawing }): JSX.Element {
  return (
    <form method="post" action={`/desk/${escalation.id}/claim${queryOf(drawing.wish)}`}>
      <button type="submit" class="claim">
        {drawing.say('claim')}
      </button>
    </form>
  )
}
