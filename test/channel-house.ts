import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { Registry } from 'prom-client'
import type { Server as RestifyServer } from 'restify'
import { type BotDesk, makeBot } from '../src/channel/bot.ts'
import { directLineDoor } from '../src/channel/direct-line/door.ts'
import { openStreams } from '../src/channel/direct-line/stream.ts'
import { openTokens } from '../src/channel/direct-line/tokens.ts'
import type { HubDesk } from '../src/channel/hub.ts'
import { openTeams } from '../src/channel/teams/door.ts'
import type { Conversation, Entry } from '../src/conversation/conversation.ts'
import type { Escalation } from '../src/desk/escalation.ts'
import type { House } from '../src/house.ts'
import { openServer } from '../src/server.ts'
import { freePort, houseForTests } from './open-house.ts'

export const SECRET = 'a-secret-of-the-channel-tests'

/** A request that a loopback server was given. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: Record<string, unknown>
}

/** A server on this machine that plays a channel or a hub: it writes down what it is asked, and answers as it is told. */
export interface Loopback {
  readonly url: string
  readonly asked: readonly Asked[]
  /** What the next requests are answered with, in order; afterwards 200 with an id. */
  answers(
    ...statuses: readonly (number | { readonly status: number; readonly headers: Record<string, string> })[]
  ): void
  /** Waits until so many requests, or one that fits, were asked. */
  until(fits: (asked: Asked) => boolean, times?: number): Promise<readonly Asked[]>
  close(): Promise<void>
}

export async function loopback(): Promise<Loopback> {
  const asked: Asked[] = []
  const next: (number | { readonly status: number; readonly headers: Record<string, string> })[] = []
  const waiting = new Set<() => void>()
  const server: Server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const answer = next.shift() ?? 200
    const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer
    asked.push({
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      authorization: request.headers.authorization,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    })
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(
      JSON.stringify(status < 300 ? { id: `posted-${asked.length}` } : { error: { code: 'x', message: 'no' } }),
    )
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answers: (...statuses) => void next.push(...statuses),
    until: (fits, times = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = asked.filter(fits)
          if (found.length < times) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Waits until something holds. */
export async function until<Thing>(look: () => Promise<Thing | undefined | false>): Promise<Thing> {
  for (;;) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A clock that is moved by hand. */
export function clockForTests() {
  let moment = Date.parse('2026-03-02T15:00:00Z')
  return {
    now: () => new Date(moment),
    pass: (ms: number) => {
      moment += ms
    },
  }
}

export type ChannelHouse = Awaited<ReturnType<typeof channelHouse>>

/** The channels' doors on a real house, apart from the roof: what the tests of this edge share. */
export async function channelHouse(
  more: {
    readonly now?: () => Date
    readonly house?: House
    readonly dataDir?: string
    readonly hub?: HubDesk
    readonly counsellors?: (house: House, teams: ReturnType<typeof openTeams>) => BotDesk['counsellors']
    readonly routes?: (server: RestifyServer, house: House) => void
  } = {},
) {
  const now = more.now ?? (() => new Date())
  const house = more.house ?? (await houseForTests(more.dataDir, now))
  const troubles: unknown[] = []
  const onError = (error: unknown) => void troubles.push(error)
  const told: {
    readonly address: unknown
    readonly state: string
    readonly message?: string
    readonly name?: string
  }[] = []
  const hub: HubDesk = more.hub ?? {
    status: async (address, state, message, name) =>
      void told.push({ address, state, ...(message ? { message } : {}), ...(name ? { name } : {}) }),
    say: async () => {},
  }
  const { conversations, deliveries, news } = house.store
  const port = await freePort()
  const url = `http://localhost:${port}`
  const tokens = openTokens('a-session-secret-of-the-channel-tests', () => new Date())
  const teams = openTeams({ appId: '', password: '', type: 'MultiTenant', tenantId: '' }, onError)
  const counsellors = more.counsellors?.(house, teams)
  const bot = makeBot(house.hearing, now, randomUUID, {
    conversations,
    news,
    hub,
    onError,
    ...(counsellors ? { counsellors } : {}),
  })
  const streams = openStreams({ tokens, conversations, news, deliveries, now, onError })
  const server = openServer({
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ready: house.store.ready,
    routes: (routes) => {
      routes.post('/api/messages', teams.door(bot))
      directLineDoor(routes, {
        tokens,
        hearing: house.hearing,
        conversations,
        deliveries,
        news,
        hub,
        secret: SECRET,
        publicUrl: url,
        now,
        onError,
      })
      more.routes?.(routes, house)
    },
    upgrade: streams.upgrade,
  })
  await new Promise<void>((resolve) => server.listen(port, resolve))

  const post = (activity: Record<string, unknown>) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
  return {
    house,
    url,
    teams,
    told,
    troubles,
    post,
    /** Something that a person says on a channel of the Bot Framework whose service is at an address. */
    says: async (serviceUrl: string, conversation: string, text: string, more: Record<string, unknown> = {}) => {
      const answer = await post({
        type: 'message',
        id: randomUUID(),
        channelId: 'emulator',
        serviceUrl,
        locale: 'fr-CA',
        from: { id: 'someone', name: 'Someone' },
        recipient: { id: 'bot', name: 'Passerelle' },
        conversation: { id: conversation },
        text,
        ...more,
      })
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    },
    close: async () => {
      streams.close()
      server.server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await house.hearing.quiet()
      await house.store.close()
    },
  }
}

/** The conversation at an address. */
export async function conversationAt(house: House, channel: string, conversation: string): Promise<Conversation> {
  const found = await house.store.conversations.find({ channel, conversation })
  if (!found) throw new Error(`There is no conversation ${conversation} on ${channel}.`)
  return found
}

/** A counsellor's word, written in the ledger as the desk does it. */
export async function word(house: House, { id }: Conversation, text: string, at: Date): Promise<Entry> {
  const conversation = await house.store.conversations.get(id)
  if (!conversation) throw new Error('The conversation is gone.')
  const reply = {
    text,
    language: conversation.language,
    status: 'counsellor',
    articles: [],
    publication: 1,
    counsellor: 'Maude',
  } as const
  const saved = await house.store.conversations.save({
    conversation,
    entries: [{ from: 'counsellor', at, text, reply }],
  })
  if (saved.is !== 'saved' || !saved.entries[0]) throw new Error('The word was not saved.')
  return saved.entries[0]
}

/** A person asks a question, and then for somebody; gives the request that waits at the desk. */
export async function request(
  house: House,
  from: { readonly channel: string; readonly conversation: string; readonly wayBack?: unknown },
  more: { readonly now: () => Date; readonly question?: string; readonly shares?: string },
): Promise<Escalation> {
  const { wayBack, ...address } = from
  const says = async (text: string): Promise<void> => {
    const heard = await house.hearing.note({
      address,
      activityId: randomUUID(),
      kind: 'message',
      text,
      person: { id: 'someone' },
      at: more.now(),
      locale: 'fr-CA',
      ...(wayBack === undefined ? {} : { wayBack }),
    })
    await house.hearing.answersTo(heard)
  }
  await says(more.question ?? "C'est quoi le PAFFARC ?")
  await says('parler à une personne')
  await says(more.shares ?? 'Toute la conversation')
  const { id } = await conversationAt(house, address.channel, address.conversation)
  const escalation = await house.store.escalations.openOf(id)
  if (!escalation) throw new Error('The request was not stored.')
  return escalation
}
