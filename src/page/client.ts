import { type Answering, ASSISTANT, answeringAfter, sayAnswering } from './browser/answering.ts'
import { type Awaited, awaiting } from './browser/awaited.ts'
import { onDevice } from './browser/device.ts'
import { draw } from './browser/draw.ts'
import { find } from './browser/find.ts'
import { keep, recall } from './browser/kept.ts'
import { openLeaving } from './browser/leaving.ts'
import { toEnd } from './browser/scroll.ts'
import { DIRECT_LINE, newWay, type Way, wayBack } from './browser/tokens.ts'
import { turnsTo } from './browser/turns.ts'
import { isReply, watching } from './browser/watching.ts'
import { type Action, type Activity, type DirectLine, STATUS, type Store } from './browser/web-chat.ts'
import type { ClientSettings } from './client-settings.ts'

/** The conversation on the page: opens one, finds it again after a reload or while an answer is awaited, opens another where it is gone. */

const settings = JSON.parse(element('settings').textContent ?? '') as ClientSettings
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? ''
const chat = element('chat')
const notice = element('notice')
const wayOut = element('way-out')
const banner = element('answering')
const askPerson = element('ask-person')
const foundAgain = element('found-again')
const { WebChat } = window
const PAGE_DIRECTION = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'

/** The conversation that is shown. */
interface Shown {
  readonly line: DirectLine
  readonly store: Store
  readonly awaited: Awaited
  open: boolean
  /** Whether something was said since it is shown: what it replays was said before. */
  asked: boolean
  answering: Answering
}
let shown: Shown | undefined
/** What a button said before there was a conversation to say it in. */
const waiting: string[] = []
let times = 0
let slow: ReturnType<typeof setTimeout> | undefined
let settling: ReturnType<typeof setTimeout> | undefined

/** How long after « effacer mes données » the words are taken off the screen as well, in milliseconds. */
const ERASED_MS = 1500
/** How long lines may follow one another until it is said who answers, once for all of them, in milliseconds. */
const SETTLES_MS = 100
/** How long a message may be on its way before we say that the line is down, in milliseconds. */
const SLOW_MS = 4000
const KEEP_MS = 60_000

async function begin(): Promise<void> {
  shown?.line.end()
  wayOut.hidden = true
  const found = await find(settings.language)
  if (found.is === 'unreachable') return lose()
  if (found.is !== 'none') {
    if (found.is === 'device' && turnsTo(found.language, settings.language)) return
    tell('')
    if (found.is === 'device' || !shown) foundAgain.hidden = onDevice()?.conversation !== found.way.conversation
    show(found.way)
    if (found.is === 'tab' && found.language !== settings.language) say(settings.inLanguage)
    return
  }
  foundAgain.hidden = true
  const way = await newWay()
  if (way.is === 'busy') {
    tell(settings.notices.busy.replace('{seconds}', String(way.seconds)))
    setTimeout(begin, way.seconds * 1000)
    return
  }
  if (way.is !== 'open') return lose()
  tell(found.lost ? settings.notices.lost : '')
  show(way)
}

/** Another conversation, at the person's wish: this device forgets the one before, in every tab. */
async function beginAnew(): Promise<void> {
  const conversation = shown?.line.conversationId
  if (conversation) leaving.tell(conversation)
  element('conversation').focus({ preventScroll: true })
  await leave()
}

async function leave(): Promise<void> {
  if (shown) shown.open = false
  shown?.awaited.leave()
  keep(undefined)
  await begin()
  if (!notice.textContent) tell(settings.notices.left)
}

function show(way: Way & { is: 'open' }): void {
  const line = WebChat.createDirectLine({
    domain: new URL(DIRECT_LINE, location.href).href,
    token: way.token,
    ...(way.conversation ? { conversationId: way.conversation } : {}),
    webSocket: true,
    conversationStartProperties: { locale: settings.locale },
  })
  const store = WebChat.createStore(
    {},
    watching(
      { chat, direction: PAGE_DIRECTION, spoken: recall()?.spoken ?? false, cameBack: !foundAgain.hidden },
      (action) => {
        if (here === shown) sees(action, here)
      },
    ),
  )
  const answering = (way.conversation && shown?.answering) || ASSISTANT
  const awaited = awaiting(line, settings.language)
  const here: Shown = { line, store, awaited, open: false, asked: false, answering }
  shown = here
  sayWhoAnswers()
  chat.hidden = false
  chat.querySelector('.loading')?.remove()
  const focused = chat.contains(document.activeElement)
  draw({ key: ++times, line, store, nonce, settings }, chat)
  if (focused) chat.querySelector('textarea')?.focus()
  line.connectionStatus$.subscribe((status) => {
    if (here !== shown) return
    if (status === STATUS.online) {
      here.open = true
      remember()
    }
    if (status === STATUS.expired || status === STATUS.failed) setTimeout(again, 0)
  })
}

/** The line broke for good: back into the conversation where that can be, else into a new one, else the way out. */
function again(): void {
  const opened = shown?.open
  if (shown) shown.open = false
  if (opened) void begin()
  else lose()
}

function sees({ type, payload }: Action, here: Shown): void {
  const activity = payload?.activity
  switch (type) {
    case 'DIRECT_LINE/CONNECT_FULFILLED':
      setTimeout(() => waiting.splice(0).forEach(say), 0)
      return
    case 'DIRECT_LINE/POST_ACTIVITY':
      if (activity?.type === 'message') leaves(here)
      return
    case 'DIRECT_LINE/POST_ACTIVITY_FULFILLED':
      clearTimeout(slow)
      if (notice.textContent === settings.notices.interrupted) tell('')
      return
    case 'DIRECT_LINE/POST_ACTIVITY_REJECTED':
      void stillThere()
      return
    case 'DIRECT_LINE/INCOMING_ACTIVITY':
      if (activity && isReply(activity)) comes(activity, here)
  }
}

/** A message of the person is on its way. */
function leaves(here: Shown): void {
  here.asked = true
  remember(true)
  tell('')
  clearTimeout(slow)
  slow = setTimeout(() => tell(settings.notices.interrupted), SLOW_MS)
}

/** Something was said to the person: what was erased leaves the screen, and the page says who answers. */
function comes(activity: Activity, here: Shown): void {
  if (here.asked && settings.forgotten.includes(activity.text ?? '')) {
    remember(false)
    here.awaited.leave()
    foundAgain.hidden = true
    here.answering = ASSISTANT
    setTimeout(begin, ERASED_MS)
  }
  here.answering = answeringAfter(activity, here.answering)
  clearTimeout(settling)
  settling = setTimeout(() => {
    sayWhoAnswers()
    void here.awaited.answeredBy(here.answering.by)
  }, SETTLES_MS)
}

/** Says who answers, and has a counsellor told that the person is typing: the assistant does not look. */
function sayWhoAnswers(): void {
  if (!shown) return
  const words = sayAnswering(shown.answering, settings.answering)
  if (banner.textContent !== words) banner.textContent = words
  const isPerson = shown.answering.by === 'counsellor'
  banner.classList.toggle('by-person', isPerson)
  if (isPerson && document.activeElement === askPerson) element('conversation').focus({ preventScroll: true })
  askPerson.hidden = isPerson
  shown.store.dispatch({ type: 'WEB_CHAT/SET_SEND_TYPING_INDICATOR', payload: { sendTypingIndicator: isPerson } })
}

/** A message was refused: where the conversation is gone, another one begins. */
async function stillThere(): Promise<void> {
  const kept = recall()
  if (!kept) return
  const way = await wayBack(kept.conversation, kept.token)
  if (way.is === 'gone') await begin()
}

/** Says words into the conversation, as if they had been typed; they wait until it is open. */
function say(words: string): void {
  if (!shown?.open) {
    waiting.push(words)
    return
  }
  toEnd()
  shown.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: words, method: 'keyboard' } })
}

/** Keeps the conversation for a reload, with the token of the moment. */
function remember(spoken = recall()?.spoken ?? false): void {
  const { conversationId, token } = shown?.line ?? {}
  if (shown?.open && conversationId && token)
    keep({ conversation: conversationId, token, language: settings.language, spoken })
}

function tell(words: string): void {
  notice.textContent = words
}

function lose(): void {
  tell('')
  chat.hidden = shown === undefined
  wayOut.hidden = false
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no element « ${id} ».`)
  return found
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-says]')) {
  button.addEventListener('click', () => say(button.dataset.says ?? ''))
}
const leaving = openLeaving((conversation) => {
  if (shown?.line.conversationId === conversation) void leave()
})
foundAgain.querySelector('button')?.addEventListener('click', () => void beginAnew())
wayOut.querySelector('button')?.addEventListener('click', () => void begin())
addEventListener('offline', () => tell(settings.notices.interrupted))
addEventListener('online', () => tell(''))
addEventListener('pagehide', () => remember())
setInterval(() => {
  remember()
  if (shown?.open) void shown.awaited.answeredBy(shown.answering.by)
}, KEEP_MS)

/** Inside another site, Escape closes the frame, unless it means something where it was pressed. */
if (settings.embedded && parent !== window) {
  addEventListener('keydown', (event) => {
    const busy = event.target instanceof Element && event.target.closest('[role="dialog"], [role="feed"], dialog')
    if (event.key === 'Escape' && !event.defaultPrevented && !busy) parent.postMessage({ passerelle: 'close' }, '*')
  })
}

void begin()
