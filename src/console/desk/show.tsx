import { randomUUID } from 'node:crypto'
import type { JSX } from 'preact'
import { toldOf } from '../../conversation/plan-words.ts'
import type { Opened } from '../../desk/desk.ts'
import { may } from '../session.ts'
import type { Visit } from '../visit.ts'
import type { ConversationProps } from './conversation.tsx'
import type { Drawing } from './drawing.ts'
import type { DeskFiles } from './files.ts'
import { addressOf } from './from-library.ts'
import { DeskPage } from './page.tsx'
import type { Refused } from './refusal.ts'
import type { DeskPages } from './resources.ts'
import { titleOf } from './standing.tsx'
import { readWish } from './wish.ts'

/** What a page is drawn with, for one visit. */
export function drawingOf(visit: Visit, query: unknown, files: DeskFiles, pages: DeskPages): Drawing {
  const { language, member } = visit
  const now = pages.now()
  return {
    language,
    say: (name, words) => files.words.say(name, language, words),
    member: { id: member.id, name: member.name },
    mayAudit: may(member, 'administrator'),
    now,
    timeZone: pages.hours(now).timeZone,
    wish: readWish(query),
    inWords: (situation) => toldOf(Object.keys(situation), situation, language, { ...pages, library: pages.library() }),
    articleAddress: (article) => addressOf(article, pages.library()),
  }
}

/** What belongs in the head of every page of the desk. */
export function headOf({ script, style }: DeskFiles, { nonce }: Visit): JSX.Element {
  return (
    <>
      <link rel="stylesheet" href={style.address} nonce={nonce} />
      <meta
        name="htmx-config"
        content='{"includeIndicatorStyles":false,"allowEval":false,"timeout":20000,"historyEnabled":false,"defaultSettleDelay":0,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"404|409|422","swap":true,"error":true},{"code":"...","swap":false,"error":true}]}'
      />
      <script defer src={script.address} nonce={nonce} />
    </>
  )
}

/** A conversation ready to be drawn, each form with a key of its own. */
export async function shownOf(
  opened: Opened,
  drawing: Drawing,
  { desk, canned }: DeskPages,
  refused?: Refused,
): Promise<ConversationProps> {
  return {
    opened,
    drawing,
    colleagues: await desk.colleagues(drawing.now),
    replies: canned(drawing.now),
    keys: { reply: randomUUID(), note: randomUUID() },
    ...(refused ? { refused } : {}),
  }
}

/** The whole page, with its title: the number of those who wait, and whose conversation is open. */
export async function deskPageOf(
  drawing: Drawing,
  { desk }: DeskPages,
  shown?: ConversationProps,
): Promise<{ title: string; children: JSX.Element }> {
  const items = await desk.inbox(drawing.now)
  const colleagues = shown?.colleagues ?? (await desk.colleagues(drawing.now))
  const waiting = items.filter(({ escalation }) => escalation.standing.is === 'waiting').length
  const name = shown ? `${titleOf(shown.opened, drawing)} – ${drawing.say('title')}` : drawing.say('title')
  const open = shown ? { open: shown.opened.escalation.id, shown } : {}
  return {
    title: waiting ? `(${waiting}) ${name}` : name,
    children: <DeskPage items={items} colleagues={colleagues} drawing={drawing} {...open} />,
  }
}
