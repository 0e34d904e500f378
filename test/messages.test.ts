import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serverForTests } from './open-house.ts'

let server: Awaited<ReturnType<typeof serverForTests>>
beforeAll(async () => {
  server = await serverForTests()
})
afterAll(() => server.close())

const post = (activity: unknown, url = server.url) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  })

let sent = 0
function activity(more: Record<string, unknown> = {}): Record<string, unknown> {
  sent += 1
  return {
    type: 'message',
    id: `a${sent}`,
    channelId: 'emulator',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://localhost:1',
    locale: 'fr-CA',
    from: { id: 'someone', name: 'Someone' },
    recipient: { id: 'bot' },
    conversation: { id: `c${sent}` },
    text: 'bonjour',
    ...more,
  }
}

type Told = {
  activities: {
    text: string
    locale: string
    replyToId: string
    attachments?: { content: { version: string; actions: unknown[] } }[]
    channelData: { passerelle: Record<string, unknown> }
  }[]
}
const told = async (more?: Record<string, unknown>): Promise<Told['activities']> => {
  const answer = await post(activity(more))
  expect(answer.status).toBe(200)
  return ((await answer.json()) as Told).activities
}

describe('the Bot Framework door', () => {
  it('answers in the same response with expectReplies, and says what it answers', async () => {
    const [reply] = await told({ text: "C'est quoi le PAFFARC ?" })
    expect(reply).toMatchObject({ locale: 'fr-CA', replyToId: `a${sent}` })
    expect(reply?.channelData.passerelle).toMatchObject({ status: 'quoted', publication: 1 })
  })

  it('welcomes in the language of the conversationUpdate', async () => {
    const [reply] = await told({
      type: 'conversationUpdate',
      locale: 'es-ES',
      membersAdded: [{ id: 'someone' }],
      text: undefined,
    })
    expect(reply).toMatchObject({ locale: 'es' })
    expect(await told({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }], text: undefined })).toEqual([])
  })

  it('shows choices as an Adaptive Card in Teams, of version 1.5', async () => {
    const [reply] = await told({ channelId: 'msteams', text: "C'est quoi le PAFFARC ?" })
    const card = reply?.attachments?.[0]?.content
    expect(card?.version).toBe('1.5')
    expect(card?.actions.length).toBeGreaterThan(2)
    expect(JSON.stringify(reply).length).toBeLessThan(50_000)
  })

  it('takes the same activity once, and answers it as before', async () => {
    const same = { id: 'twice', conversation: { id: 'twice' }, text: 'bonjour' }
    const first = await told(same)
    expect(await told(same)).toMatchObject(first.map(({ text }) => ({ text })))
  })

  it('bears every type of activity that there may be', async () => {
    for (let n = 0; n < 50; n++)
      expect((await post(activity({ type: `unknown${n}`, value: { n } }))).status).toBeLessThan(500)
    for (const type of [
      'event',
      'typing',
      'endOfConversation',
      'messageReaction',
      'installationUpdate',
      'invoke',
      'trace',
      'handoff',
    ]) {
      const answer = await post(activity({ type, name: 'whatever', text: undefined }))
      expect(answer.status).not.toBe(500)
      expect(await answer.text()).not.toMatch(/at .*\.ts:|node_modules/)
    }
  })

  it.each([
    ['broken JSON', '{"type":', 400],
    ['an array', '[]', 400],
    ['no type', '{}', 400],
    ['a megabyte of text', JSON.stringify({ type: 'message', text: 'a'.repeat(1_000_000) }), 413],
  ])('refuses %s with a clear error', async (_what, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(JSON.parse(text)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } })
    expect(text).not.toMatch(/node_modules|at \w+ \(/)
  })

  it.each([
    ['empty', ''],
    ['emoji only', '😀🎉'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['SQL', "'; DROP TABLE conversations; --"],
    ['a hundred thousand characters', 'évaluation '.repeat(9_000)],
    ['a right-to-left override', '\u202eabc'],
    ['lone surrogates', '\ud800 bonjour'],
  ])('answers %s with a sentence', async (_what, text) => {
    const replies = await told({ text })
    expect(replies.length).toBeGreaterThan(0)
    expect(replies[0]?.text.length).toBeGreaterThan(10)
    expect(replies[0]?.text).not.toContain('<script>')
  })

  it('does not answer a stranger’s serviceUrl without an app id', async () => {
    const answer = await post(activity({ deliveryMode: undefined, serviceUrl: 'https://elsewhere.example' }))
    expect(answer.status).toBe(403)
  })
})

describe('with an app id', () => {
  it('hears nobody without a token', async () => {
    const guarded = await serverForTests({
      MicrosoftAppId: '00000000-0000-0000-0000-000000000001',
      MicrosoftAppPassword: 'a-password',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000002',
    })
    const answer = await post(activity(), guarded.url)
    expect(answer.status).toBe(401)
    const wrong = await fetch(`${guarded.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer nonsense' },
      body: JSON.stringify(activity()),
    })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(wrong.status).toBeLessThan(500)
    await guarded.close()
  })
})
