import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubDoor } from '../src/channel/hub/door.ts'
import { openHub } from '../src/channel/hub/open.ts'
import type { HubDesk } from '../src/channel/hub.ts'
import { counsellorTyping } from '../src/channel/typing.ts'
import type { Escalation } from '../src/desk/escalation.ts'
import { byAddress } from '../src/desk/hub.ts'
import type { House } from '../src/house.ts'
import {
  type Asked,
  type ChannelHouse,
  channelHouse,
  clockForTests,
  type Loopback,
  loopback,
  request,
  until,
} from './channel-house.ts'
import { folderForData, houseForTests } from './open-house.ts'

const HUB_SECRET = 'a-secret-that-the-hub-bears'
const QUESTION = 'Combien coûte une évaluation comparative ?'
const clock = clockForTests()
const dataDir = folderForData()
let hub: Loopback
let here: ChannelHouse
let out: { close(): Promise<void> }

async function openHere(): Promise<void> {
  const house: House = await houseForTests(dataDir, clock.now)
  const desk: HubDesk = byAddress(house.desk, house.store, clock.now)
  const { conversations, news } = house.store
  here = await channelHouse({
    now: clock.now,
    house,
    hub: desk,
    routes: (server) =>
      hubDoor(server, {
        secret: HUB_SECRET,
        hub: desk,
        conversations,
        news,
        onError: (error) => void here.troubles.push(error),
      }),
  })
  out = openHub({
    ...house.store,
    hub: desk,
    address: { url: `${hub.url}/activities`, secret: HUB_SECRET },
    now: clock.now,
    onError: (error) => void here.troubles.push(error),
    everyMs: 50,
  })
}
beforeAll(async () => {
  hub = await loopback()
  await openHere()
})
afterAll(async () => {
  await out.close()
  await here.close()
  await hub.close()
})

const about = (conversation: string, type?: string) => (asked: Asked) =>
  (asked.body.conversation as { id?: string } | undefined)?.id === conversation && (!type || asked.body.type === type)

const tell = (activity: Record<string, unknown>, secret = HUB_SECRET) =>
  fetch(`${here.url}/handoff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ channelId: 'emulator', from: { id: 'agent-7', name: 'Solange' }, ...activity }),
  })
const status = (id: string, state: string) =>
  tell({ type: 'event', name: 'handoff.status', id: randomUUID(), conversation: { id }, value: { state } })

const standing = async ({ id }: Escalation) => (await here.house.store.escalations.get(id))?.standing
const linesOf = async ({ conversation }: Escalation) => here.house.store.conversations.entries(conversation)

async function asked(more: { shares?: string } = {}) {
  const id = `c-${randomUUID()}`
  const escalation = await request(
    here.house,
    { channel: 'emulator', conversation: id },
    { now: clock.now, question: QUESTION, ...more },
  )
  return { id, escalation }
}
const says = (id: string, text: string) => here.says('http://localhost:1', id, text, { deliveryMode: 'expectReplies' })

describe('an outside hub in place of the desk', () => {
  it('is given the request with its context and transcript, as handoff.initiate', async () => {
    const { id, escalation } = await asked()
    const [initiate] = await hub.until(about(id))
    expect(initiate?.authorization).toBe(`Bearer ${HUB_SECRET}`)
    expect(initiate?.body).toMatchObject({
      type: 'event',
      name: 'handoff.initiate',
      id: `initiate-${escalation.id}`,
      channelId: 'emulator',
      conversation: { id },
      from: { id: 'someone', role: 'user' },
      value: {
        reason: 'asked',
        language: 'fr',
        consent: 'everything',
        question: QUESTION,
        summary: QUESTION,
        topic: expect.arrayContaining(['comparative-evaluation']),
      },
      relatesTo: { channelId: 'emulator', conversation: { id } },
      attachments: [{ contentType: 'application/json', name: 'Transcript' }],
    })
    const attachments = initiate?.body.attachments as { content: { activities: { type: string; text: string }[] } }[]
    const activities = attachments[0]?.content.activities ?? []
    expect(activities.map(({ text }) => text)).toContain(QUESTION)
    expect(activities.every(({ type }) => type === 'message')).toBe(true)
  })

  it('is given no more than was agreed to', async () => {
    const { id } = await asked({ shares: 'Un résumé seulement' })
    const [initiate] = await hub.until(about(id))
    expect(initiate?.body.attachments).toMatchObject([{ content: { activities: [] } }])
    const { id: least } = await asked({ shares: 'Ma question seulement' })
    const [other] = await hub.until(about(least))
    expect(other?.body.value).toMatchObject({ consent: 'question', summary: QUESTION })
    expect(other?.body.value).not.toHaveProperty('topic')
  })

  it('takes the conversation, speaks to the person, is told what they say, in order, and ends it', async () => {
    const { id, escalation } = await asked()
    await hub.until(about(id))
    expect((await status(id, 'accepted')).status).toBe(200)
    expect(await standing(escalation)).toMatchObject({ is: 'held', by: { name: 'Solange' } })
    const typed: string[] = []
    here.house.store.news.follow(counsellorTyping(escalation.conversation), () => typed.push('typing'))
    await tell({ type: 'typing', conversation: { id } })
    expect(typed).toEqual(['typing'])
    const word = { type: 'message', id: 'w-1', conversation: { id }, text: 'Bonjour, ici Solange.' }
    const answers = await Promise.all([tell(word), tell(word)])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    const said = (await linesOf(escalation)).filter(({ from }) => from === 'counsellor')
    expect(said.map(({ text, reply }) => [text, reply?.counsellor])).toEqual([['Bonjour, ici Solange.', 'Solange']])
    for (const text of ['un', 'deux', 'trois']) await says(id, text)
    const told = await hub.until(about(id, 'message'), 3)
    expect(told.map(({ body }) => body.text)).toEqual(['un', 'deux', 'trois'])
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(3)
    expect((await status(id, 'completed')).status).toBe(200)
    expect(await standing(escalation)).toMatchObject({ is: 'closed', outcome: 'answered' })
    expect((await status(id, 'completed')).status).toBe(200)
    await says(id, 'merci')
    expect((await linesOf(escalation)).at(-1)).toMatchObject({ from: 'assistant' })
    expect(hub.asked.filter(about(id, 'message'))).toHaveLength(3)
    expect(hub.asked.some(about(id, 'endOfConversation'))).toBe(false)
  })

  it('says its words as they are: braces, more than one word can hold, a last one', async () => {
    const { id, escalation } = await asked()
    await hub.until(about(id))
    const conversation = { id }
    const long = `${'Un mot de trop. '.repeat(300)}\n\n${'w'.repeat(4500)}`
    const texts = ['Le code est {ABC}, {.', long]
    for (const [at, text] of texts.entries())
      expect((await tell({ type: 'message', id: `b-${at}`, conversation, text })).status).toBe(200)
    const over = () =>
      tell({
        type: 'event',
        name: 'handoff.status',
        conversation,
        value: { state: 'completed', message: `Dossier {12} clos. ${'x'.repeat(4500)}` },
      })
    expect((await over()).status).toBe(200)
    expect(await standing(escalation)).toMatchObject({ is: 'closed', outcome: 'answered' })
    const words = async () =>
      (await linesOf(escalation)).flatMap(({ from, text }) => (from === 'counsellor' ? text : []))
    const said = await words()
    const bare = (text: string) => text.replace(/\s+/g, '')
    expect(bare(said.join(''))).toBe(bare(`${texts.join('')}Dossier {12} clos.${'x'.repeat(4500)}`))
    expect(said[0]).toBe(texts[0])
    expect(Math.max(...said.map((each) => each.length))).toBeLessThanOrEqual(4000)
    // What is posted again after the end was said, and is no error; nothing is said twice.
    expect((await tell({ type: 'message', id: 'b-1', conversation, text: long })).status).toBe(200)
    expect((await over()).status).toBe(200)
    expect(await words()).toEqual(said)
  })

  it('is told why a word did not reach the person', async () => {
    const { id, escalation } = await asked()
    await hub.until(about(id))
    const conversation = { id }
    const answered = async (activity: Record<string, unknown>) => {
      const before = here.troubles.length
      const answer = await tell({ conversation, ...activity })
      const { error } = (await answer.json()) as { error: { message: string } }
      expect(String(here.troubles.slice(before))).toContain(error.message)
      return [answer.status, error.message]
    }
    const word = { type: 'message', text: 'Bonjour.' }
    const completed = { type: 'event', name: 'handoff.status', value: { state: 'completed' } }
    expect(await answered({ ...word, id: 'r-1', text: ' ' })).toEqual([422, expect.stringContaining('no words')])
    expect(await answered(completed)).toEqual([409, expect.stringContaining('accepted')])
    expect(await standing(escalation)).toEqual({ is: 'waiting' })
    const maude = { id: 'maude', name: 'Maude' }
    await here.house.desk.claim(escalation.id, maude, clock.now())
    expect(await answered({ ...word, id: 'r-2' })).toEqual([409, expect.stringContaining('not with you')])
    await here.house.desk.close(escalation.id, maude, 'answered', clock.now())
    expect(await answered({ ...word, id: 'r-3' })).toEqual([409, expect.stringContaining('over')])
    const late = { ...completed, value: { state: 'completed', message: 'Au revoir.' } }
    expect(await answered(late)).toEqual([409, expect.stringContaining('over')])
    expect((await linesOf(escalation)).filter(({ from }) => from === 'counsellor')).toEqual([])
  })

  it('is told when the person no longer waits', async () => {
    const { id } = await asked()
    await hub.until(about(id))
    await says(id, 'annuler ma demande')
    const [over] = await hub.until(about(id, 'endOfConversation'))
    expect(over?.body).toMatchObject({ code: 'userCancelled' })
  })

  it('that refuses a request, or cannot be reached, is told to the person, who is the assistant’s again', async () => {
    const { id, escalation } = await asked()
    await hub.until(about(id))
    expect((await status(id, 'failed')).status).toBe(200)
    expect(await standing(escalation)).toMatchObject({ is: 'closed', outcome: 'failed' })

    hub.answers(500, 500, 500)
    const { id: second, escalation: lost } = await asked()
    const failed = (times: number) =>
      until(async () =>
        (await here.house.store.postings.left('hub')).some(
          ({ escalation: each, tries }) => each === lost.id && tries === times,
        ),
      )
    await failed(1)
    clock.pass(5_000)
    await failed(2)
    clock.pass(10_000)
    await until(async () => (await standing(lost))?.is === 'closed')
    expect(hub.asked.filter(about(second))).toHaveLength(3)
    expect(await standing(lost)).toMatchObject({ outcome: 'failed' })
    expect((await linesOf(lost)).at(-1)).toMatchObject({ from: 'assistant' })
    expect((await here.house.store.conversations.get(lost.conversation))?.handling.by).toBe('assistant')
  })

  it('neither gets a request twice nor misses a word when the house restarts', async () => {
    const { id } = await asked()
    await hub.until(about(id))
    await status(id, 'accepted')
    await says(id, 'avant')
    await hub.until(about(id, 'message'))
    await out.close()
    await says(id, 'pendant')
    await here.close()
    await openHere()
    await says(id, 'après')
    const told = await hub.until(about(id, 'message'), 3)
    expect(told.map(({ body }) => body.text)).toEqual(['avant', 'pendant', 'après'])
    expect(hub.asked.filter(about(id, 'event'))).toHaveLength(1)
  })
})

describe('the hub’s door', () => {
  it('is closed to whoever does not bear the secret', async () => {
    const { id } = await asked()
    for (const secret of ['', 'wrong', `${HUB_SECRET}x`])
      expect((await tell({ type: 'message', id: 'x', conversation: { id }, text: 'x' }, secret)).status).toBe(401)
  })

  it('answers what it cannot take with a sentence, and bears what it does not know', async () => {
    const { id, escalation } = await asked()
    const conversation = { id }
    expect((await tell({ type: 'message', conversation, text: 'sans id' })).status).toBe(400)
    expect((await tell({ conversation })).status).toBe(400)
    expect((await tell({ type: 'message', id: 'x', conversation: { id: 'nobody' }, text: 'x' })).status).toBe(404)
    for (const type of ['conversationUpdate', 'trace', 'endOfConversation', 'whatever'])
      expect((await tell({ type, conversation })).status).toBe(200)
    for (const value of [{ state: 'paused' }, {}, 7])
      expect((await tell({ type: 'event', name: 'handoff.status', conversation, value })).status).toBe(200)
    expect(await standing(escalation)).toEqual({ is: 'waiting' })
    expect(String(here.troubles.at(-1))).toContain('handoff.status')
  })
})
