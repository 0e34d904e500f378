import { type Activity, DirectLine, type Message } from 'botframework-directlinejs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import XMLHttpRequest from 'xhr2'
import { serverForTests } from './open-house.ts'

Object.assign(globalThis, { WebSocket, XMLHttpRequest })

const SECRET = 'a-secret-of-the-tests'
let server: Awaited<ReturnType<typeof serverForTests>>
beforeAll(async () => {
  server = await serverForTests({ DIRECT_LINE_SECRET: SECRET })
})
afterAll(() => server.close())

const call = (path: string, token?: string, init: RequestInit = {}) =>
  fetch(`${server.url}/v3/directline${path}`, {
    ...init,
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...init.headers,
    },
  })

async function token(): Promise<{ token: string; conversationId: string }> {
  const answer = await call('/tokens/generate', SECRET, {
    method: 'POST',
    body: JSON.stringify({ user: { id: 'dl_test' } }),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { token: string; conversationId: string }
}

function client(options: Record<string, unknown>): {
  line: DirectLine
  said: Message[]
  until: (text: RegExp) => Promise<Message>
  end: () => void
} {
  const line = new DirectLine({ domain: `${server.url}/v3/directline`, ...options } as ConstructorParameters<
    typeof DirectLine
  >[0])
  const said: Message[] = []
  const waiting: { text: RegExp; resolve: (message: Message) => void }[] = []
  const subscription = line.activity$.subscribe((activity: Activity) => {
    if (activity.type !== 'message') return
    said.push(activity)
    for (const each of waiting)
      if (activity.from.id !== 'dl_test' && each.text.test(activity.text ?? '')) each.resolve(activity)
  })
  return {
    line,
    said,
    until: (text) =>
      new Promise((resolve) => {
        const known = said.find((message) => message.from.id !== 'dl_test' && text.test(message.text ?? ''))
        if (known) resolve(known)
        else waiting.push({ text, resolve })
      }),
    end: () => {
      subscription.unsubscribe()
      line.end()
    },
  }
}

const say = (line: DirectLine, text: string) =>
  new Promise<string>((resolve, reject) => {
    line.postActivity({ type: 'message', from: { id: 'dl_test' }, text } as Message).subscribe(resolve, reject)
  })

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('the official client %s', (_how, webSocket) => {
  it('is welcomed in its language, answered with citations, and told what answers what', async () => {
    const { token: granted } = await token()
    const { line, until, said, end } = client({
      token: granted,
      webSocket,
      pollingInterval: 250,
      conversationStartProperties: { locale: 'en-US' },
    })
    const welcome = await until(/automated assistant/)
    expect(welcome.locale).toBe('en-CA')
    const id = await say(line, 'What is PAFFARC?')
    const answer = (await until(/PAFFARC/)) as Message & { replyToId: string; entities: { citation: unknown[] }[] }
    expect(answer.replyToId).toBe(id)
    expect(answer.channelData.passerelle).toMatchObject({ status: 'quoted', publication: 1 })
    expect(answer.channelData.passerelle.articles[0]).toBe('paffarc')
    expect(answer.text).toContain('[1]')
    expect(answer.entities[0]?.citation[0]).toMatchObject({ '@type': 'Claim', position: 1 })
    expect(answer.suggestedActions?.actions[0]?.type).toBe('imBack')
    expect(said.filter((message) => message.from.id === 'dl_test')).toHaveLength(1)
    end()
  })

  it('rejoins with its watermark: nothing twice, nothing lost', async () => {
    const { token: granted, conversationId } = await token()
    const first = client({ token: granted, webSocket, pollingInterval: 250 })
    await first.until(/assistant automatisé/)
    await say(first.line, 'bonjour')
    await first.until(/Quelle est votre question sur/)
    const watermark = String(first.said.length + 1)
    first.end()
    const { token: fresh } = (await (await call('/tokens/refresh', granted, { method: 'POST' })).json()) as {
      token: string
    }
    const later = client({ token: fresh, conversationId, watermark, webSocket, pollingInterval: 250 })
    await say(later.line, 'merci')
    await later.until(/Avec plaisir/)
    expect(
      later.said.map((message) => message.text).filter((text) => /assistant automatisé|question sur/.test(text ?? '')),
    ).toEqual([])
    later.end()
  })
})

describe('the protocol', () => {
  it('gives the same transcript wherever a socket is cut', async () => {
    const { token: granted, conversationId } = await token()
    await call('/conversations', granted, { method: 'POST', body: '{"locale":"fr-CA"}' })
    for (const text of ['bonjour', 'merci', 'qui es-tu']) {
      await call(`/conversations/${conversationId}/activities`, granted, {
        method: 'POST',
        body: JSON.stringify({ type: 'message', from: { id: 'dl_test' }, text }),
      })
    }
    const read = async (watermark: string) =>
      (await (await call(`/conversations/${conversationId}/activities?watermark=${watermark}`, granted)).json()) as {
        activities: { id: string }[]
        watermark: string
      }
    let whole = await read('')
    for (let tries = 0; whole.activities.length < 7 && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      whole = await read('')
    }
    expect(whole.activities).toHaveLength(7)
    const ids = whole.activities.map(({ id }) => id)
    for (let cut = 0; cut <= ids.length; cut++) {
      const position = cut === 0 ? '' : String(Number(ids[cut - 1]?.split('|')[1]))
      const rest = await overSocket(conversationId, granted, position, ids.length - cut)
      expect(rest).toEqual(ids.slice(cut))
    }
  })

  it('tells a missing, a foreign, a malformed and an expired token apart', async () => {
    const mine = await token()
    const other = await token()
    const path = `/conversations/${mine.conversationId}/activities`
    expect((await call(path)).status).toBe(401)
    expect((await call(path, other.token)).status).toBe(403)
    const malformed = await call(path, 'nonsense')
    expect(malformed.status).toBe(403)
    expect(await malformed.json()).toEqual({ error: { code: 'BadArgument', message: expect.any(String) } })
    expect((await call('/tokens/generate', 'wrong', { method: 'POST' })).status).toBe(403)
  })

  it('answers bad input with a clear error', async () => {
    const { token: granted, conversationId } = await token()
    expect((await call(`/conversations/${conversationId}/activities`, granted)).status).toBe(404)
    await call('/conversations', granted, { method: 'POST', body: '{}' })
    const path = `/conversations/${conversationId}/activities`
    const post = (body: string) => call(path, granted, { method: 'POST', body })
    expect((await post('{"type":')).status).toBe(400)
    expect((await post('[]')).status).toBe(400)
    expect((await post('{"text":"no type"}')).status).toBe(400)
    expect((await post(JSON.stringify({ type: 'message', text: 'a'.repeat(1_000_000) }))).status).toBe(413)
    expect((await call(`${path}?watermark=abc`, granted)).status).toBe(400)
    expect(
      (await call(`/conversations/${conversationId}/upload?userId=x`, granted, { method: 'POST', body: '{}' })).status,
    ).toBe(415)
    for (let n = 0; n < 50; n++) expect((await post(JSON.stringify({ type: `unknown-${n}` }))).status).toBe(200)
    expect((await call('/conversations', granted, { method: 'POST', body: '{}' })).status).toBe(200)
  })

  it('takes the same client activity once', async () => {
    const { token: granted, conversationId } = await token()
    await call('/conversations', granted, { method: 'POST', body: '{}' })
    const body = JSON.stringify({ type: 'message', text: 'bonjour', channelData: { clientActivityID: 'same' } })
    const ids = await Promise.all(
      [1, 2, 3].map(async () =>
        (await call(`/conversations/${conversationId}/activities`, granted, { method: 'POST', body })).json(),
      ),
    )
    expect(new Set(ids.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })
})

async function overSocket(
  conversation: string,
  granted: string,
  watermark: string,
  expected: number,
): Promise<string[]> {
  const rejoined = (await (await call(`/conversations/${conversation}?watermark=${watermark}`, granted)).json()) as {
    streamUrl: string
  }
  const socket = new WebSocket(rejoined.streamUrl)
  const ids: string[] = []
  await new Promise<void>((resolve, reject) => {
    const patience = setTimeout(resolve, expected === 0 ? 150 : 5_000)
    socket.on('message', (data) => {
      const text = String(data)
      if (text) for (const { id } of (JSON.parse(text) as { activities: { id: string }[] }).activities) ids.push(id)
      if (expected > 0 && ids.length >= expected) {
        clearTimeout(patience)
        resolve()
      }
    })
    socket.on('error', reject)
  })
  socket.close()
  return ids
}
