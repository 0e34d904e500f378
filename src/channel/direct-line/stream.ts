import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Conversations, News } from '../../conversation/conversation.ts'
import { CHANNEL, positionOf, readLog } from './log.ts'
import type { Tokens } from './tokens.ts'

const PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/

/** What an address is read against; anybody may ask for one that is none, such as `//`. */
const HERE = 'http://localhost'

/** How often an empty frame keeps a stream open through proxies, in milliseconds. */
const KEEP_ALIVE_MS = 20_000

/** How long a client may take to say goodbye when the server stops, in milliseconds. */
const GOODBYE_MS = 1_000

export interface Streams {
  /** Takes an upgrade that is for a stream; gives false where it is not. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** How many streams are open. */
  count(): number
  close(): void
}

/** Streams of activities over WebSocket (Direct Line 3.0): frames `{ activities, watermark }`, empty ones to keep alive. */
export function openStreams(resources: {
  readonly tokens: Tokens
  readonly conversations: Conversations
  readonly news: News
  onError(error: unknown): void
}): Streams {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 })
  return {
    upgrade: (request, socket, head) => {
      const url = URL.canParse(request.url ?? '/', HERE) ? new URL(request.url ?? '/', HERE) : undefined
      const conversation = PATH.exec(url?.pathname ?? '')?.[1]
      if (!url || !conversation) return false
      allowed(url, conversation, resources.tokens)
        .then((after) => {
          if (after === undefined) return refuse(socket)
          sockets.handleUpgrade(request, socket, head, (open) => follow(open, conversation, after, resources))
        })
        .catch((error) => {
          resources.onError(error)
          refuse(socket)
        })
      return true
    },
    count: () => sockets.clients.size,
    close: () => {
      for (const socket of sockets.clients) socket.close(1001, 'The server is stopping.')
      sockets.close()
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, GOODBYE_MS).unref()
    },
  }
}

async function allowed(url: URL, conversation: string, tokens: Tokens): Promise<number | undefined> {
  const grant = await tokens.read(url.searchParams.get('t') ?? '', 'stream')
  if (typeof grant === 'string' || grant.conversation !== conversation) return undefined
  return positionOf(url.searchParams.get('watermark'))
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

/** Follows a conversation while its socket is open: listens first and reads afterwards, so that nothing falls between. */
async function follow(
  socket: WebSocket,
  channelId: string,
  from: number,
  { conversations, news, onError }: { conversations: Conversations; news: News; onError(error: unknown): void },
): Promise<void> {
  socket.on('error', () => socket.terminate())
  const place = await conversations.find({ channel: CHANNEL, conversation: channelId }).catch(onError)
  if (!place) return socket.close(1008, 'There is no such conversation.')
  if (socket.readyState !== socket.OPEN) return
  let after = from
  let reading = Promise.resolve()
  const send = async (): Promise<void> => {
    for (let more = true; more && socket.readyState === socket.OPEN; ) {
      const here = await conversations.find(place.address)
      if (!here) return socket.close(1000, 'The conversation has ended.')
      const set = await readLog(conversations, { id: here.id, channelId, person: here.person.id }, after)
      more = set.activities.length > 0
      if (!more) return
      socket.send(JSON.stringify(set))
      after = Number(set.watermark)
    }
  }
  const tell = (): void => {
    reading = reading.then(send).catch((error) => {
      onError(error)
      socket.close(1011, 'The stream broke: open it again.')
    })
  }
  const stopFollowing = news.follow(place.id, tell)
  const keepAlive = setInterval(() => socket.readyState === socket.OPEN && socket.send(''), KEEP_ALIVE_MS)
  socket.on('close', () => {
    clearInterval(keepAlive)
    stopFollowing()
  })
  tell()
}
