import { randomUUID } from 'node:crypto'
import { type Activity, DirectLine } from 'botframework-directlinejs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import XMLHttpRequest from 'xhr2'
import { counsellorTyping, personTyping } from '../src/channel/typing.ts'
import { initiated } from '../src/conversation/handoff.ts'
import {
  type ChannelHouse,
  channelHouse,
  clockForTests,
  conversationAt,
  request,
  SECRET,
  until,
  word,
} from './channel-house.ts'

Object.assign(globalThis, { WebSocket, XMLHttpRequest })

const MAUDE = { id: 'maude', name: 'Maude' }
const clock = clockForTests()
let here: ChannelHouse
beforeAll(async () => {
  here = await channelHouse({ now: clock.now })
})
afterAll(() => here.close())

const call = (path: string, bearer: string, init: RequestInit = {}) =>
  fetch(`${here.url}/v3/directline${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
  })

/** A person who holds a token, in a conversation that was welcomed. */
async function person() {
  const granted = (await (
    await call('/tokens/generate', SECRET, { method: 'POST', body: '{"user":{"id":"dl_test"}}' })
  ).json()) as { token: string; conversationId: string }
  await call('/conversations', granted.token, { method: 'POST', body: '{}' })
  const address = { channel: 'directline', conversation: granted.conversationId }
  return { ...granted, address }
}

type Read = { activities: (Activity & { id: string; name?: string })[]; watermark: string }
const read = async (id: string, bearer: string, watermark = ''): Promise<Read> =>
  (await (await call(`/conversations/${id}/activities?watermark=${watermark}`, bearer)).json()) as Read

const standing = async (conversation: string, position: number) =>
  (await here.house.store.deliveries.of(conversation)).find((line) => line.position === position)?.is

function client(options: Record<string, unknown>) {
  const line = new DirectLine({ domain: `${here.url}/v3/directline`, ...options } as ConstructorParameters<
    typeof DirectLine
  >[0])
  const seen: Activity[] = []
  const waiting = new Set<() => void>()
  const subscription = line.activity$.subscribe((activity: Activity) => {
    seen.push(activity)
    for (const look of waiting) look()
  })
  return {
    line,
    seen,
    until: (fits: (activity: Activity) => boolean) =>
      new Promise<Activity>((resolve) => {
        const look = (): void => {
          const found = seen.find(fits)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    end: () => {
      subscription.unsubscribe()
      line.end()
    },
  }
}

/** A person who talks with Maude. */
async function held() {
  const someone = await person()
  const escalation = await request(here.house, someone.address, clock)
  await here.house.desk.claim(escalation.id, MAUDE, clock.now())
  return { ...someone, escalation, id: escalation.conversation }
}

describe('a counsellor’s word on Direct Line', () => {
  it('counts as delivered once it came through an open socket', async () => {
    const { token, id, escalation } = await held()
    const open = client({ token, webSocket: true })
    await open.until(({ type }) => type === 'message')
    await here.house.desk.say(escalation.id, MAUDE, 'Bonjour, je vous lis.', 'k1', clock.now())
    const arrived = await open.until(
      (activity) => activity.type === 'message' && /je vous lis/.test(activity.text ?? ''),
    )
    expect(arrived).toMatchObject({ from: { name: 'Maude' }, channelData: { passerelle: { status: 'counsellor' } } })
    const position = Number((arrived as Activity & { id: string }).id.split('|')[1])
    await until(async () => (await standing(id, position)) === 'delivered')
    open.end()
  })

  it('does not count as delivered where the other end of the socket is silent', async () => {
    const { token, id, escalation, conversationId } = await held()
    const opened = (await (await call(`/conversations/${conversationId}`, token)).json()) as { streamUrl: string }
    const silent = new WebSocket(opened.streamUrl, { autoPong: false })
    const pinged = new Promise<{ position: number; data: Buffer }>((resolve) => {
      silent.on('ping', (data: Buffer) => {
        const position = Number(data.toString())
        if (position > 0 && said.some((text) => /je vous lis/.test(text))) resolve({ position, data })
      })
    })
    const said: string[] = []
    silent.on('message', (frame: Buffer) => said.push(frame.toString()))
    await new Promise((resolve) => silent.once('open', resolve))
    await here.house.desk.say(escalation.id, MAUDE, 'Bonjour, je vous lis.', 'k1', clock.now())
    const { position, data } = await pinged
    expect(await standing(id, position)).toBe('waiting')
    silent.pong(data)
    await until(async () => (await standing(id, position)) === 'delivered')
    silent.close()
  })

  it('counts as delivered once a poll comes back with its watermark, and not before', async () => {
    const { token, id, conversationId } = await held()
    const { position } = await word(
      here.house,
      await conversationAt(here.house, 'directline', conversationId),
      'Bonjour.',
      clock.now(),
    )
    const first = await read(conversationId, token)
    expect(first.activities.at(-1)).toMatchObject({ type: 'message', text: 'Bonjour.' })
    expect(await standing(id, position)).toBe('waiting')
    await read(conversationId, token, first.watermark)
    await until(async () => (await standing(id, position)) === 'delivered')
  })
})

describe('typing', () => {
  it('of a person is told to whoever holds the conversation, and is no line of it', async () => {
    const { token, id, conversationId } = await held()
    const told: string[] = []
    const stop = here.house.store.news.follow(personTyping(id), () => told.push('typing'))
    const before = await read(conversationId, token)
    const open = client({ token, conversationId, watermark: before.watermark, webSocket: false, pollingInterval: 200 })
    await new Promise((resolve, reject) =>
      open.line.postActivity({ type: 'typing', from: { id: 'dl_test' } } as Activity).subscribe(resolve, reject),
    )
    expect(told).toEqual(['typing'])
    expect((await read(conversationId, token, before.watermark)).activities).toEqual([])
    stop()
    open.end()
  })

  it('of a person whom the assistant answers is told to nobody', async () => {
    const { token, conversationId } = await person()
    const { id } = await conversationAt(here.house, 'directline', conversationId)
    const told: string[] = []
    here.house.store.news.follow(personTyping(id), () => told.push('typing'))
    const answer = await call(`/conversations/${conversationId}/activities`, token, {
      method: 'POST',
      body: '{"type":"typing"}',
    })
    expect(answer.status).toBe(200)
    expect(told).toEqual([])
  })

  it('of a counsellor is shown to the official client, and disturbs neither its lines nor its watermark', async () => {
    const { token, id, escalation, conversationId } = await held()
    const open = client({ token, webSocket: true })
    await open.until(({ type }) => type === 'message')
    here.house.store.news.tell(counsellorTyping(id))
    const typing = await open.until(({ type }) => type === 'typing')
    expect(typing).toMatchObject({ from: { name: 'Maude', role: 'bot' } })
    await here.house.desk.say(escalation.id, MAUDE, 'Voici.', 'k2', clock.now())
    await open.until((activity) => activity.type === 'message' && activity.text === 'Voici.')
    const whole = await read(conversationId, token)
    const ids = (activities: readonly Activity[]) =>
      activities.filter(({ type }) => type !== 'typing').map((activity) => (activity as { id?: string }).id)
    expect(ids(open.seen)).toEqual(ids(whole.activities))
    expect((open.line as unknown as { watermark: string }).watermark).toBe(whole.watermark)
    open.end()
  })
})

describe('handoff.initiate on the transcript', () => {
  type Initiate = {
    id: string
    type: string
    name: string
    from: { id: string }
    value: Record<string, unknown>
    replyToId: string
    relatesTo: Record<string, unknown>
    conversation: { id: string }
    attachments: {
      contentType: string
      name: string
      content: { activities: { text?: string; type: string; timestamp: string }[] }
    }[]
  }
  const QUESTION = 'Combien coûte une évaluation comparative ?'
  const agreeing = async (shares: string) => {
    const someone = await person()
    await request(here.house, someone.address, { ...clock, question: QUESTION, shares })
    const { activities } = await read(someone.conversationId, someone.token)
    const event = activities.find(({ name }) => name === 'handoff.initiate') as unknown as Initiate | undefined
    if (!event) throw new Error('No handoff.initiate is on the transcript.')
    return { ...someone, event, transcript: event.attachments[0]?.content.activities ?? [], activities }
  }

  it('is an event from the person, with the transcript that everything was agreed to', async () => {
    const { event, transcript, conversationId, activities } = await agreeing('Toute la conversation')
    expect(event).toMatchObject({
      type: 'event',
      from: { id: 'dl_test' },
      conversation: { id: conversationId },
      value: { reason: 'asked', language: 'fr', consent: 'everything', question: QUESTION, summary: QUESTION },
      relatesTo: { channelId: 'directline', conversation: { id: conversationId }, activityId: event.replyToId },
      attachments: [{ contentType: 'application/json', name: 'Transcript' }],
    })
    const at = activities.findIndex(({ id }) => id === event.id)
    expect(transcript).toEqual(activities.slice(0, at))
    expect(transcript.map(({ text }) => text)).toContain(QUESTION)
  })

  it('holds nothing but the question, where only that was agreed to', async () => {
    const { transcript, event } = await agreeing('Ma question seulement')
    for (const withheld of ['topic', 'situation', 'skill']) expect(event.value).not.toHaveProperty(withheld)
    expect(event.value.summary).toBe(QUESTION)
    expect(transcript.map(({ text }) => text)).toEqual([QUESTION])
  })

  it('holds no line where a summary was agreed to', async () => {
    const { event, transcript } = await agreeing('Un résumé seulement')
    expect(event.value).toMatchObject({
      consent: 'summary',
      question: QUESTION,
      topic: expect.arrayContaining(['comparative-evaluation']),
    })
    expect((event.value.topic as string[]).length).toBeLessThanOrEqual(3)
    expect(transcript).toEqual([])
  })

  it('sums up what was told, and nothing of what a person would rather not say', () => {
    const agreed = { to: 'summary', wording: '', language: 'fr', at: clock.now() } as const
    const situation = { where: 'quebec', trade: 'nurse', status: 'skipped' }
    const request = { reason: 'asked', question: QUESTION, agreed, language: 'fr', situation } as const
    const { context } = initiated('e-1', { ...request, topic: ['a', 'b', 'c', 'd'] })
    expect(context).toMatchObject({
      summary: `${QUESTION}\nwhere: quebec\ntrade: nurse`,
      topic: ['a', 'b', 'c'],
      skill: 'nurse',
    })
    const least = initiated('e-1', { ...request, topic: ['a'], agreed: { ...agreed, to: 'question' } }).context
    expect(least).toMatchObject({ summary: QUESTION })
    expect(Object.keys(least)).toEqual(['escalation', 'reason', 'language', 'question', 'consent', 'summary'])
  })

  it('never holds more than two hundred lines', async () => {
    const someone = await person()
    await request(here.house, someone.address, clock)
    const conversation = await conversationAt(here.house, 'directline', someone.conversationId)
    const escalation = await here.house.store.escalations.openOf(conversation.id)
    await here.house.desk.claim(escalation?.id ?? '', MAUDE, clock.now())
    await here.house.desk.close(escalation?.id ?? '', MAUDE, 'answered', clock.now())
    const fresh = await conversationAt(here.house, 'directline', someone.conversationId)
    const reply = { text: 'a', language: 'fr', status: 'notice', articles: [], publication: 1 } as const
    await here.house.store.conversations.save({
      conversation: fresh,
      entries: Array.from(
        { length: 250 },
        () => ({ from: 'assistant', at: clock.now(), text: 'a', reply, answers: 1 }) as const,
      ),
    })
    await request(here.house, someone.address, clock)
    let watermark = ''
    let last: Initiate | undefined
    for (;;) {
      const page = await read(someone.conversationId, someone.token, watermark)
      if (!page.activities.length) break
      watermark = page.watermark
      last = (page.activities.findLast(({ name }) => name === 'handoff.initiate') as unknown as Initiate) ?? last
    }
    const lines = last?.attachments[0]?.content.activities ?? []
    expect(lines.length).toBeLessThanOrEqual(200)
    expect(lines.length).toBeGreaterThan(190)
  })

  it('does not disturb the official client', async () => {
    const { token, conversationId, activities } = await agreeing('Toute la conversation')
    const open = client({ token, conversationId, webSocket: true })
    await open.until((activity) => (activity as { id?: string }).id === activities.at(-1)?.id)
    expect(open.seen).toHaveLength(activities.length)
    open.end()
  })
})

describe('handoff.status on Direct Line', () => {
  const status = (conversation: string, bearer: string, value: unknown) =>
    call(`/conversations/${conversation}/activities`, bearer, {
      method: 'POST',
      body: JSON.stringify({
        type: 'event',
        name: 'handoff.status',
        id: randomUUID(),
        from: { id: 'hub', name: 'Solange' },
        value,
      }),
    })

  it('is taken from whoever holds the secret', async () => {
    const { conversationId, address } = await person()
    expect((await status(conversationId, SECRET, { state: 'accepted', message: 'Bonjour' })).status).toBe(200)
    expect(here.told.at(-1)).toEqual({ address, state: 'accepted', message: 'Bonjour', name: 'Solange' })
  })

  it('is refused from a person’s own token', async () => {
    const { conversationId, token } = await person()
    const before = here.told.length
    expect((await status(conversationId, token, { state: 'completed' })).status).toBe(403)
    expect(here.told).toHaveLength(before)
  })

  it('of an unknown state, or without one, is told to the log, and breaks nothing', async () => {
    const { conversationId } = await person()
    const before = here.told.length
    for (const value of [{ state: 'paused' }, {}, undefined, 'accepted', { state: 7 }])
      expect((await status(conversationId, SECRET, value)).status).toBe(200)
    expect(here.told).toHaveLength(before)
    expect(String(here.troubles.at(-1))).toContain('handoff.status')
  })
})

describe('handoff.status at the Bot Framework’s door', () => {
  const event = (more: Record<string, unknown>) =>
    here.post({
      type: 'event',
      name: 'handoff.status',
      id: randomUUID(),
      channelId: 'emulator',
      serviceUrl: 'http://localhost:1',
      from: { id: 'hub', name: 'Solange' },
      recipient: { id: 'bot' },
      ...more,
    })

  it('is taken in the person’s conversation, or where it relates to one', async () => {
    await here.says('http://localhost:1', 'bf-1', 'bonjour', { deliveryMode: 'expectReplies' })
    expect((await event({ conversation: { id: 'bf-1' }, value: { state: 'accepted' } })).status).toBe(200)
    expect(here.told.at(-1)).toMatchObject({
      address: { channel: 'emulator', conversation: 'bf-1' },
      state: 'accepted',
    })
    const relates = { relatesTo: { conversation: { id: 'bf-1' } }, conversation: { id: 'of-the-hub' } }
    expect((await event({ ...relates, value: { state: 'completed' } })).status).toBe(200)
    expect(here.told.at(-1)).toMatchObject({
      address: { channel: 'emulator', conversation: 'bf-1' },
      state: 'completed',
    })
  })

  it('of another conversation is told to the log, and changes nothing', async () => {
    const before = here.told.length
    expect((await event({ conversation: { id: 'nobody' }, value: { state: 'completed' } })).status).toBe(200)
    expect(here.told).toHaveLength(before)
    expect(await here.house.store.conversations.find({ channel: 'emulator', conversation: 'nobody' })).toBeUndefined()
  })
})
