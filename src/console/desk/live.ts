import type { Request, Response } from 'restify'
import type { DeskPages } from './resources.ts'

/** A comment that keeps the line open through proxies, and a sign that the counsellor is there. */
const BEAT_MS = 20_000
/** A stream ends after this, and the browser asks again: so that the guard looks again who asks. */
const LONGEST_MS = 15 * 60_000
/** What is told within this is told once more at its end, and not each time. */
const GATHERED_MS = 250

type Signal = 'inbox' | 'conversation' | 'typing'

/** The streams of signals that open pages listen to. */
export interface Live {
  /** Sends signals to one page until it is left; `open` is the request that it shows, where it shows one. */
  stream(
    request: Request,
    response: Response,
    of: {
      readonly member: { readonly id: string; readonly name: string; readonly until: Date }
      readonly open?: string
    },
  ): Promise<void>
  /** Ends every stream: the server stops. */
  close(): void
}

/** Signals say only that something changed; what changed is asked for under the guard like any page. */
export function openLive({ desk, news, now, onError }: Pick<DeskPages, 'desk' | 'news' | 'now' | 'onError'>): Live {
  const endings = new Set<() => void>()
  return {
    stream: async (_request, response, { member, open }) => {
      const conversation = open === undefined ? undefined : await conversationOf(open)
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      })
      response.write('retry: 2000\n\n')
      const { tell, stop } = gathering((signal) => response.write(`event: ${signal}\ndata: \n\n`))
      const ends: (() => void)[] = [stop, news.follow('desk', () => tell('inbox'))]
      if (conversation) {
        ends.push(news.follow(conversation, () => tell('conversation')))
        ends.push(news.follow(`typing:person:${conversation}`, () => tell('typing')))
      }
      const beat = setInterval(() => {
        response.write(': here\n\n')
        desk.setPresence(member, {}, now()).catch(onError)
      }, BEAT_MS)
      const longest = Math.max(0, Math.min(LONGEST_MS, member.until.getTime() - now().getTime()))
      const over = setTimeout(() => end(), longest)
      const end = () => {
        clearInterval(beat)
        clearTimeout(over)
        for (const each of ends.splice(0)) each()
        endings.delete(end)
        response.end()
      }
      endings.add(end)
      response.on('close', end)
      response.on('error', end)
      // What changed between the page's drawing and this moment is caught up with.
      tell('inbox')
      if (conversation) tell('conversation')
    },
    close: () => {
      for (const end of [...endings]) end()
    },
  }

  async function conversationOf(escalation: string): Promise<string | undefined> {
    const items = await desk.inbox(now())
    return items.find((item) => item.escalation.id === escalation)?.escalation.conversation
  }
}

/** Tells the first signal of a kind at once, and what follows shortly once more at the end. */
function gathering(send: (signal: Signal) => void): { tell(signal: Signal): void; stop(): void } {
  const waiting = new Map<Signal, { timer: ReturnType<typeof setTimeout>; again: boolean }>()
  const tell = (signal: Signal): void => {
    const before = waiting.get(signal)
    if (before) {
      before.again = true
      return
    }
    send(signal)
    const timer = setTimeout(() => {
      const { again } = waiting.get(signal) ?? { again: false }
      waiting.delete(signal)
      if (again) tell(signal)
    }, GATHERED_MS)
    waiting.set(signal, { timer, again: false })
  }
  return {
    tell,
    stop: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
