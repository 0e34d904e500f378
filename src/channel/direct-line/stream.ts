import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Conversations, Deliveries, News } from '../../conversation/conversation.ts'
import { paced } from '../paced.ts'
import { counsellorTyping, SHOWN_MS } from '../typing.ts'
import { openAcknowledged } from './acknowledged.ts'
import { activitySet, CHANNEL, positionOf, readLog } from './log.ts'
import type { Tokens } from './tokens.ts'
import { typingActivity } from './typing-activity.ts'

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

/** What the streams need. */
export interface StreamResources {
  readonly tokens: Tokens
  readonly conversations: Conversations
  readonly news: Pick<News, 'follow'>
  /** Noted as reached: what came through a socket, of the lines that are delivered apart from any turn. */
  readonly deliveries: Pick<Deliveries, 'reached'>
  now(): Date
  onError(error: unknown): void
}

/** Streams of activities over WebSocket (Direct Line 3.0): frames `{ activities, watermark }`, empty ones to keep alive. */
export function openStreams(resources: StreamResources): Streams {
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
  { conversations, news, deliveries, now, onError }: StreamResources,
): Promise<void> {
  socket.on('error', () => socket.terminate())
  const place = await conversations.find({ channel: CHANNEL, conversation: channelId }).catch(onError)
  if (!place) return socket.close(1008, 'There is no such conversation.')
  if (socket.readyState !== socket.OPEN) return
  const acknowledged = openAcknowledged(deliveries, onError)
  const isTime = paced(SHOWN_MS - 1_000, now)
  acknowledged.watermark(place.id, from)
  let after = from
  let shown = place.id
  let reading = Promise.resolve()
  const isOpen = (): boolean => socket.readyState === socket.OPEN

  /**
   * A frame for each line: the official client brings the lines of one frame to the page one after the other, and
   * would let a later frame overtake them.
   */
  const sendLines = async (): Promise<void> => {
    for (let more = true; more && isOpen(); ) {
      const here = await conversations.find(place.address)
      if (!here) return socket.close(1000, 'The conversation has ended.')
      shown = here.id
      const lines = await readLog(conversations, { id: here.id, channelId, person: here.person.id }, after)
      more = lines.length > 0
      const delivers = lines.findLast(({ isDelivery }) => isDelivery)
      for (const line of lines) {
        socket.send(JSON.stringify(activitySet([line], after)))
        // A socket whose other end is gone takes what is written for minutes: the answer to a ping says that it arrived.
        if (line === delivers) socket.ping(String(line.position))
        after = line.position
      }
    }
  }
  /** Typing is no line of the conversation: its frame has no watermark, and is gone once it was seen. */
  const sendTyping = async (): Promise<void> => {
    const here = await conversations.find(place.address)
    if (here?.handling.by !== 'counsellor' || !isOpen()) return
    socket.send(JSON.stringify({ activities: [typingActivity(channelId, here.handling.name, now())] }))
  }
  const inTurn = (send: () => Promise<void>): void => {
    reading = reading.then(send).catch((error) => {
      onError(error)
      socket.close(1011, 'The stream broke: open it again.')
    })
  }
  socket.on('pong', (upTo) => {
    const position = positionOf(upTo.toString())
    if (position !== undefined && position <= after) acknowledged.arrived(shown, position)
  })
  const following = [
    news.follow(place.id, () => inTurn(sendLines)),
    news.follow(counsellorTyping(place.id), () => isTime(place.id) && inTurn(sendTyping)),
  ]
  const keepAlive = setInterval(() => isOpen() && socket.send(''), KEEP_ALIVE_MS)
  socket.on('close', () => {
    clearInterval(keepAlive)
    for (const stop of following) stop()
  })
  inTurn(sendLines)
}
