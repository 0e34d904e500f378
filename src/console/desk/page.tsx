import type { ComponentChildren, JSX } from 'preact'
import type { InboxItem } from '../../desk/desk.ts'
import type { Colleague } from '../../desk/staff.ts'
import { ConversationPart, type ConversationProps } from './conversation.tsx'
import type { Drawing } from './drawing.ts'
import { Inbox } from './inbox.tsx'
import { Keys } from './keys.tsx'
import { Presence } from './presence.tsx'
import { SaidByScript } from './said-by-script.tsx'
import { queryOf } from './wish.ts'

interface InboxSide {
  readonly items: readonly InboxItem[]
  readonly colleagues: readonly Colleague[]
  readonly drawing: Drawing
  readonly open?: string
}

/** The inbox with who is there: what is drawn again whenever something changes at the desk. */
export function InboxPart({ items, colleagues, drawing, open }: InboxSide): JSX.Element {
  return (
    <>
      <Presence colleagues={colleagues} drawing={drawing} />
      <h2 id="inbox-heading" class="unseen">
        {drawing.say('inbox.heading')}
      </h2>
      <Inbox items={items} drawing={drawing} {...(open ? { open } : {})} />
    </>
  )
}

/** The desk: the inbox, and the conversation that is open beside it where one is. Both draw themselves again when told. */
export function DeskPage(props: InboxSide & { readonly shown?: ConversationProps }): JSX.Element {
  const { drawing, shown, open } = props
  const { wish } = drawing
  const live = `/desk/live${queryOf({ show: 'all' }, open ? { of: open } : {})}`
  return (
    <main id="main" tabindex={-1} class={shown ? 'desk one-open' : 'desk'} hx-ext="sse, morph" sse-connect={live}>
      <DeskHead drawing={drawing} />
      <section
        id="inbox"
        class="inbox"
        aria-labelledby="inbox-heading"
        hx-get={`/desk/inbox${queryOf(wish, open ? { open } : {})}`}
        hx-trigger="sse:inbox, every 60s"
        hx-target="this"
        hx-swap="morph:innerHTML"
      >
        <InboxPart {...props} />
      </section>
      {shown && open ? (
        <section
          id="conversation"
          class="conversation"
          aria-labelledby="who"
          hx-get={`/desk/${open}/part${queryOf(wish)}`}
          hx-trigger="sse:conversation, sse:inbox"
          hx-target="this"
          hx-swap="morph:innerHTML"
        >
          <ConversationPart {...shown} />
        </section>
      ) : (
        <Nothing drawing={drawing} />
      )}
      <Announced drawing={drawing} />
      <Keys drawing={drawing} />
    </main>
  )
}

function DeskHead({ drawing: { say, mayAudit } }: { drawing: Drawing }): JSX.Element {
  return (
    <div class="desk-head">
      <h1>{say('title')}</h1>
      <ul>
        <li>
          <a href="/desk/figures">{say('figures.link')}</a>
        </li>
        {mayAudit ? (
          <li>
            <a href="/desk/audit">{say('audit.link')}</a>
          </li>
        ) : null}
        <li class="needs-script">
          <button id="sound" type="button" class="plain" aria-pressed="false">
            {say('script.sound-off')}
          </button>
        </li>
        <li class="needs-script keyboard">
          <button id="show-keys" type="button" class="plain">
            {say('keys.heading')} <kbd>?</kbd>
          </button>
        </li>
      </ul>
    </div>
  )
}

function Nothing({ drawing: { say } }: { drawing: Drawing }): JSX.Element {
  return (
    <section class="conversation nothing" aria-labelledby="nothing-heading">
      <h2 id="nothing-heading">{say('nothing.heading')}</h2>
      <p>{say('nothing.text')}</p>
      <p class="needs-script keyboard">{say('nothing.keys')}</p>
    </section>
  )
}

/** Where the script tells what is new, once, to whoever does not see it; and that the person is typing. */
function Announced({ drawing }: { drawing: Drawing }): JSX.Element {
  return (
    <div class="announced">
      <p id="announce" class="unseen" aria-live="polite" />
      <p id="trouble" class="trouble" role="alert" hidden />
      <p id="typing" class="typing" role="status" hx-trigger="sse:typing" />
      <SaidByScript drawing={drawing} />
    </div>
  )
}

/** A page of the desk that is neither inbox nor conversation. */
export function OtherPage({ title, drawing, children }: OtherProps): JSX.Element {
  return (
    <main id="main" tabindex={-1} class="desk-other">
      <p>
        <a href={`/desk${queryOf(drawing.wish)}`}>{drawing.say('conversation.back')}</a>
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

/**
 * In the place of a conversation that is there no longer, its whole section and the page's title with it: nothing of it
 * stays on the page, and nothing asks for it again.
 */
export function Gone({ drawing: { say, wish } }: { drawing: Drawing }): JSX.Element {
  return (
    <>
      <title>{`${say('unknown.title')} – ${say('title')}`}</title>
      <section id="conversation" class="conversation" aria-labelledby="who">
        <header class="standing">
          <a class="back" href={`/desk${queryOf(wish)}`}>
            {say('conversation.back')}
          </a>
          <h2 id="who" tabindex={-1}>
            {say('unknown.title')}
          </h2>
          <p role="alert">{say('unknown.text')}</p>
        </header>
      </section>
    </>
  )
}

interface OtherProps {
  readonly title: string
  readonly drawing: Drawing
  readonly children: ComponentChildren
}
