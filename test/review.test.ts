import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Incoming } from '../src/conversation/channel.ts'
import { openReception } from '../src/conversation/hear.ts'
import { callerOf } from '../src/page/caller.ts'
import { freePort, houseForTests, serverForTests } from './open-house.ts'

const SECRET = 'a-secret-of-the-tests'
let server: Awaited<ReturnType<typeof serverForTests>>
beforeAll(async () => {
  server = await serverForTests({ DIRECT_LINE_SECRET: SECRET })
})
afterAll(() => server.close())

/** Sends bytes as they are, and gives what came back. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(server.port, 'localhost', () => socket.write(text))
    socket.on('data', (data) => {
      got += data
      socket.end()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(got))
    socket.setTimeout(3_000, () => socket.destroy())
  })
}

const upgrade = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`

describe('nobody can end the process', () => {
  it('by an upgrade to an address that is none', async () => {
    expect(await raw(upgrade('//'))).toMatch(/^HTTP\/1.1 404/)
  })

  it('by a compressed body, broken or without end', async () => {
    for (const body of [Buffer.from('not gzip'), gzipSync(Buffer.alloc(1_000_000))]) {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
      expect((await fetch(`${server.url}/chat/token`, { method: 'POST', headers, body })).status).toBe(415)
    }
  })

  it('or leave a file on the disk', async () => {
    const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith('upload_'))
    const before = files()
    const body = new FormData()
    body.set('file', new Blob(['a passport']), 'passport.pdf')
    await fetch(`${server.url}/chat/token`, { method: 'POST', body })
    expect(files()).toEqual(before)
  })
})

describe('the Bot Framework door', () => {
  const post = async (more: Record<string, unknown>) => {
    const activity = {
      type: 'message',
      channelId: 'msteams',
      from: { id: 'p' },
      recipient: { id: 'bot' },
      text: 'bonjour',
      ...more,
    }
    const headers = { 'content-type': 'application/json' }
    return fetch(`${server.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })
  }

  it('answers an activity once however often Teams brings it, and does not acknowledge what it could not deliver', async () => {
    const port = await freePort()
    let arrived = 0
    let hangs = false
    const teams = createServer((request, response) => {
      request.resume().on('end', () => {
        arrived += 1
        if (hangs) return
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end('{"id":"1"}')
      })
    }).listen(port)
    const said = { id: 'again', conversation: { id: 'again' }, serviceUrl: `http://localhost:${port}` }
    expect((await post(said)).status).toBe(200)
    await Promise.all([post(said), post(said)])
    expect(arrived).toBe(1)
    hangs = true
    const failed = await post({ ...said, id: 'hangs' })
    expect(failed.status).toBe(500)
    expect(await failed.json()).toEqual({ error: { code: 'ServiceError', message: expect.any(String) } })
    hangs = false
    expect((await post({ ...said, id: 'hangs' })).status).toBe(200)
    teams.closeAllConnections()
    teams.close()
  }, 20_000)

  it.each([
    ['an id that no database keeps', { id: 'a\u0000b', conversation: { id: 'c' } }],
    ['a conversation that no database keeps', { id: 'x', conversation: { id: 'é'.repeat(900) } }],
    ['nobody who says it', { id: 'y', conversation: { id: 'c' }, from: undefined }],
  ])('refuses a message with %s, and does not swallow it', async (_what, more) => {
    expect((await post({ deliveryMode: 'expectReplies', ...more })).status).toBe(400)
  })
})

describe('the reception', () => {
  const saying = (text: string, activityId: string, conversation: string): Incoming => ({
    address: { channel: 'test', conversation },
    activityId,
    kind: 'message',
    text,
    person: { id: 'someone' },
    at: new Date(),
  })

  it('keeps what was said after « effacer mes données », and says that it forgot after it', async () => {
    const house = await houseForTests()
    const first = await house.hearing.note(saying('effacer mes données', '1', 'forget'))
    const second = await house.hearing.note(saying('bonjour', '2', 'forget'))
    await house.hearing.answersTo(first)
    const entries = await house.store.conversations.entries(first.conversation)
    expect(entries.map(({ from, position }) => [from, position])).toEqual([
      ['person', second.position],
      ['assistant', second.position + 1],
      ['assistant', second.position + 2],
    ])
    expect(entries.map(({ answers }) => answers)).toEqual([undefined, first.position, second.position])
    await house.store.close()
  })

  it('does not keep what a button carried, which may hold personal numbers', async () => {
    const house = await houseForTests()
    const heard = await house.hearing.note({ ...saying('', '1', 'value'), value: { says: 'mon NAS est 123 456 782' } })
    expect(JSON.stringify(await house.store.conversations.unanswered(heard.conversation))).not.toContain('123 456 782')
    await house.store.close()
  })

  it('goes on to the others where one conversation cannot be answered', async () => {
    const house = await houseForTests()
    const { conversations } = house.store
    const broken = await house.hearing.note(saying('bonjour', '1', 'broken'))
    const other = await house.hearing.note(saying('bonjour', '1', 'other'))
    const reception = openReception({
      conversations: {
        ...conversations,
        save: async (turn) => {
          if (turn.conversation.id === broken.conversation) throw new Error('the disk is full')
          return conversations.save(turn)
        },
      },
      resources: () => ({ library: house.library, phrases: house.phrases, shelf: house.shelf, retentionDays: 90 }),
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
      report: () => {},
    })
    await expect(reception.resume()).rejects.toThrow()
    expect((await conversations.unanswered()).map(({ conversation }) => conversation)).toEqual([broken.conversation])
    expect(await reception.answersTo(other)).toHaveLength(1)
    await house.store.close()
  })

  it('is not held up by one very long word', async () => {
    const house = await houseForTests()
    const heard = await house.hearing.note(saying('a'.repeat(200_000), '1', 'long'))
    const began = performance.now()
    await house.hearing.answersTo(heard)
    expect(performance.now() - began).toBeLessThan(3_000)
    await house.store.close()
  })
})

describe('a limit by address', () => {
  it('counts an address, and not the port that a proxy writes behind it', () => {
    const at = (forwarded: string) => callerOf('10.0.0.1', forwarded, 'https://passerelle.example')
    expect(at('203.0.113.9:51234')).toBe(at('203.0.113.9'))
    expect(at('[2001:db8::1]:51234')).toBe(at('2001:db8::1'))
  })
})
