import { directed, withLabelsIsolated } from './browser/direction.ts'
import { keep, recall } from './browser/kept.ts'
import { LOOK } from './browser/look.ts'
import { DIRECT_LINE, newWay, type Way, wayBack } from './browser/tokens.ts'
import { type Action, type DirectLine, type Middleware, STATUS, type Store } from './browser/web-chat.ts'
import type { ClientSettings } from './client-settings.ts'

/** The conversation on the page: opens one, finds it again after a reload, opens another where it is gone. */

const settings = JSON.parse(element('settings').textContent ?? '') as ClientSettings
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? ''
const chat = element('chat')
const notice = element('notice')
const wayOut = element('way-out')
const { WebChat } = window
const PAGE_DIRECTION = document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'

/** The conversation that is shown. */
interface Shown {
  readonly line: DirectLine
  readonly store: Store
  open: boolean
  /** Whether something was said since it is shown: what it replays was said before. */
  asked: boolean
}
let shown: Shown | undefined
/** What a button said before there was a conversation to say it in. */
const waiting: string[] = []
let times = 0
let slow: ReturnType<typeof setTimeout> | undefined

/** How long after « effacer mes données » the words are taken off the screen as well, in milliseconds. */
const ERASED_MS = 1500
/** When Web Chat may still be gliding after a first message, in milliseconds. */
const DRAWING_MS = [200, 400, 700, 1000]
/** How long a message may be on its way before we say that the line is down, in milliseconds. */
const SLOW_MS = 4000
const KEEP_MS = 60_000

async function begin(): Promise<void> {
  shown?.line.end()
  wayOut.hidden = true
  const kept = recall()
  const mine = kept && (kept.spoken || kept.language === settings.language) ? kept : undefined
  const back: Way = mine ? await wayBack(mine.conversation, mine.token) : { is: 'gone' }
  if (back.is === 'unreachable') return lose()
  if (back.is === 'open') {
    tell('')
    show(back)
    if (mine && mine.language !== settings.language) say(settings.inLanguage)
    return
  }
  keep(undefined)
  const way = await newWay()
  if (way.is === 'busy') {
    tell(settings.notices.busy.replace('{seconds}', String(way.seconds)))
    setTimeout(begin, way.seconds * 1000)
    return
  }
  if (way.is !== 'open') return lose()
  tell(mine?.spoken ? settings.notices.lost : '')
  show(way)
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
    watching((action) => here === shown && sees(action, here)),
  )
  const here: Shown = { line, store, open: false, asked: false }
  shown = here
  chat.hidden = false
  chat.querySelector('.loading')?.remove()
  const focused = chat.contains(document.activeElement)
  WebChat.renderWebChat(
    {
      key: ++times,
      directLine: line,
      store,
      nonce,
      locale: settings.webChatLocale,
      overrideLocalizedStrings: settings.strings,
      renderMarkdown: directed(WebChat.renderMarkdown),
      sendTypingIndicator: false,
      styleOptions: LOOK,
    },
    chat,
  )
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

/** Tells what goes by in Web Chat's store, and isolates what comes in against the page's direction. */
function watching(tell: (action: Action) => void): Middleware {
  return () => (next) => (action) => {
    const incoming = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY'
    const result = next(incoming ? withLabelsIsolated(action, PAGE_DIRECTION) : action)
    tell(action)
    return result
  }
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
      if (activity?.type === 'message' && activity.from?.role === 'bot') comes(activity.text ?? '', here)
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

/** The assistant said something: what comes first is shown from its beginning, and what was erased leaves the screen. */
function comes(words: string, here: Shown): void {
  if (here.asked && settings.forgotten.includes(words)) {
    remember(false)
    setTimeout(begin, ERASED_MS)
  } else if (!recall()?.spoken) showBeginning()
}

/** Shows what comes first from its first line: Web Chat glides to the end of it, while it is still drawing. */
function showBeginning(): void {
  for (const wait of DRAWING_MS) {
    setTimeout(() => {
      const transcript = chat.querySelector('.webchat__basic-transcript__scrollable')
      const last = [...chat.querySelectorAll('.webchat__basic-transcript__activity')].at(-1)
      if (!transcript || !last || recall()?.spoken) return
      transcript.scrollTop += last.getBoundingClientRect().top - transcript.getBoundingClientRect().top
    }, wait)
  }
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
  if (!shown?.open) waiting.push(words)
  else shown.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: words, method: 'keyboard' } })
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
wayOut.querySelector('button')?.addEventListener('click', () => void begin())
addEventListener('offline', () => tell(settings.notices.interrupted))
addEventListener('online', () => tell(''))
addEventListener('pagehide', () => remember())
setInterval(() => remember(), KEEP_MS)

/** Inside another site, Escape closes the frame, unless it means something where it was pressed. */
if (settings.embedded && parent !== window) {
  addEventListener('keydown', (event) => {
    const busy = event.target instanceof Element && event.target.closest('[role="dialog"], [role="feed"], dialog')
    if (event.key === 'Escape' && !event.defaultPrevented && !busy) parent.postMessage({ passerelle: 'close' }, '*')
  })
}

void begin()
