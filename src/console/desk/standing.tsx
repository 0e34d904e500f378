import type { JSX } from 'preact'
import type { Opened } from '../../desk/desk.ts'
import type { Colleague } from '../../desk/staff.ts'
import { SKIPPED } from '../../dialog/situation.ts'
import { inOrderFor, isThere } from './colleagues.ts'
import { type Drawing, languageName } from './drawing.ts'
import { endOf } from './earlier.tsx'
import { Moment, Since } from './moment.tsx'
import type { Refused } from './refusal.ts'
import { isHeldBy, queryOf } from './wish.ts'

interface Props {
  readonly opened: Opened
  readonly drawing: Drawing
  readonly colleagues: readonly Colleague[]
  /** What was just tried and not done. */
  readonly refused?: Refused
}

/** Whose conversation it is, how it stands, and the button that takes it. */
export function StandingPart({ opened, drawing, colleagues, refused }: Props): JSX.Element {
  const { escalation } = opened
  const { say, wish } = drawing
  const address = `/desk/${escalation.id}/claim${queryOf(wish)}`
  return (
    <header class={`standing ${escalation.standing.is}`}>
      <a class="back" href={`/desk${queryOf(wish)}`}>
        {say('conversation.back')}
      </a>
      <h2 id="who" tabindex={-1}>
        {titleOf(opened, drawing)}
      </h2>
      <p id="standing" role="status">
        <HowItStands opened={opened} drawing={drawing} />
      </p>
      <p class="marks">
        <span class={`mark-reason ${escalation.reason}`}>{say(`reason.${escalation.reason}`)}</span>
        <span class="mark-language">{languageName(escalation.language, drawing)}</span>
        {opened.item.late ? <span class="mark-late">{say('inbox.late')}</span> : null}
      </p>
      <WhoSpeaksIt opened={opened} drawing={drawing} colleagues={colleagues} />
      {isHeldBy(escalation, drawing.member.id) ? (
        <a class="back" href="#reply">
          {say('reply.go')}
        </a>
      ) : null}
      <div id="refusal" class="refusal" role="alert" tabindex={-1} hidden={!refused}>
        <p>{refused?.sentence}</p>
        {refused?.sure ? <Sure to={refused.sure.to} opened={opened} drawing={drawing} /> : null}
      </div>
      {escalation.standing.is === 'waiting' ? (
        <form method="post" action={address} hx-post={address}>
          <button type="submit" class="claim" id="claim">
            {say('claim')}
          </button>
        </form>
      ) : null}
    </header>
  )
}

/** The same transfer once more, to somebody who is not there. */
function Sure({ to, opened, drawing: { say, wish } }: Pick<Props, 'opened' | 'drawing'> & { to: string }): JSX.Element {
  const address = `/desk/${opened.escalation.id}/give-back${queryOf(wish)}`
  return (
    <form method="post" action={address} hx-post={address}>
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="sure" value="yes" />
      <button type="submit" class="light">
        {say('transfer.anyway')}
      </button>
    </form>
  )
}

/** A conversation by the person's trade, or by the moment they asked. */
export function titleOf({ escalation }: Pick<Opened, 'escalation'>, drawing: Drawing): string {
  const { trade } = escalation.situation
  const [told] = trade === undefined || trade === SKIPPED ? [] : drawing.inWords({ trade })
  return told ? drawing.say('conversation.of', { who: told.answer }) : drawing.say('conversation.title')
}

function HowItStands({ opened: { escalation, item }, drawing }: Pick<Props, 'opened' | 'drawing'>): JSX.Element {
  const { say, member } = drawing
  const { standing } = escalation
  if (standing.is === 'waiting') {
    return (
      <>
        {say('standing.waiting')} <Since at={escalation.askedAt} drawing={drawing} />
        {item.place ? ` · ${say('inbox.place', { place: item.place })}` : ''}
      </>
    )
  }
  if (standing.is === 'closed') {
    return (
      <>
        {say('standing.closed')} <Moment at={standing.at} drawing={drawing} /> · {endOf(escalation, drawing)}
      </>
    )
  }
  const words = isHeldBy(escalation, member.id)
    ? say('standing.yours')
    : say('standing.held', { name: standing.by.name })
  return (
    <>
      {words} <Moment at={standing.since} drawing={drawing} />
    </>
  )
}

/** Where the reader does not answer in the person's language: which colleagues do. */
function WhoSpeaksIt({ opened, drawing, colleagues }: Props): JSX.Element | null {
  const { language } = opened.conversation
  const me = colleagues.find(({ id }) => id === drawing.member.id)
  if (!me || me.languages.includes(language) || opened.escalation.standing.is === 'closed') return null
  const there = inOrderFor(colleagues, language, drawing.now).filter(
    (each) => each.languages.includes(language) && isThere(each, drawing.now),
  )
  const words = { language: languageName(language, drawing), names: there.map(({ name }) => name).join(', ') }
  return <p class="speaks">{drawing.say(there.length ? 'speaks.somebody' : 'speaks.nobody', words)}</p>
}
