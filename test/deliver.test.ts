import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../src/channel/deliver.ts'
import type { Delivery } from '../src/conversation/conversation.ts'
import {
  type Asked,
  type ChannelHouse,
  channelHouse,
  clockForTests,
  conversationAt,
  type Loopback,
  loopback,
  until,
  word,
} from './channel-house.ts'

const clock = clockForTests()
let channel: Loopback
let here: ChannelHouse
let delivery: { close(): Promise<void> }
beforeAll(async () => {
  channel = await loopback()
  here = await channelHouse({ now: clock.now })
  delivery = openDelivery({
    ...here.house.store,
    voice: here.teams.voice,
    now: clock.now,
    onError: (error) => here.troubles.push(error),
    everyMs: 25,
  })
})
afterAll(async () => {
  await delivery.close()
  await here.close()
  await channel.close()
})

/** A person on a channel, who has said something and was answered. */
async function person(more: Record<string, unknown> = {}) {
  const id = `c-${randomUUID()}`
  await here.says(channel.url, id, 'bonjour', more)
  await channel.until(({ path }) => path.includes(id))
  return conversationAt(here.house, String(more.channelId ?? 'emulator'), id)
}

const wordsIn = (conversation: { address: { conversation: string } }) => (asked: Asked) =>
  asked.path.startsWith(`/v3/conversations/${conversation.address.conversation}/activities`) &&
  (asked.body.channelData as { passerelle?: { status?: string } } | undefined)?.passerelle?.status === 'counsellor'
const texts = (asked: readonly Asked[]) => asked.map(({ body }) => String(body.text).split('\n\n')[1])
const standing = async (conversation: { id: string }, position: number): Promise<Delivery | undefined> =>
  (await here.house.store.deliveries.of(conversation.id)).find((line) => line.position === position)
const stands = (conversation: { id: string }, position: number, is: Delivery['is'], tries?: number) =>
  until(async () => {
    const line = await standing(conversation, position)
    return line?.is === is && (tries === undefined || line.tries === tries) && line
  })

describe('a word that is brought to a person', () => {
  it('arrives in order, apart from any turn, under the counsellor’s name, and is noted as delivered', async () => {
    const conversation = await person()
    const said = []
    for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq'])
      said.push(await word(here.house, conversation, text, clock.now()))
    const asked = await channel.until(wordsIn(conversation), 5)
    expect(texts(asked)).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq'])
    expect(asked[0]?.body).toMatchObject({
      from: { id: 'bot', name: 'Maude' },
      recipient: { id: 'someone' },
      conversation: { id: conversation.address.conversation },
      channelData: { passerelle: { status: 'counsellor' } },
      text: '**Maude**\n\nun',
    })
    expect(asked[0]?.body).not.toHaveProperty('replyToId')
    for (const { position } of said) await stands(conversation, position, 'delivered')
  })

  it('is tried again after a refusal, in its order, and no sooner than the channel asks', async () => {
    const conversation = await person()
    channel.answers(502, { status: 429, headers: { 'retry-after': '40' } })
    const first = await word(here.house, conversation, 'premier', clock.now())
    const refused = await stands(conversation, first.position, 'waiting', 1)
    expect(refused.trouble).toContain('502')
    const second = await word(here.house, conversation, 'second', clock.now())
    expect(await channel.until(wordsIn(conversation))).toHaveLength(1)
    clock.pass(5_000)
    await stands(conversation, first.position, 'waiting', 2)
    clock.pass(39_000)
    expect((await standing(conversation, second.position))?.is).toBe('waiting')
    expect(await channel.until(wordsIn(conversation))).toHaveLength(2)
    clock.pass(1_000)
    await stands(conversation, second.position, 'delivered')
    expect(texts(await channel.until(wordsIn(conversation)))).toEqual(['premier', 'premier', 'premier', 'second'])
  })

  it('is given up at once where the person blocked us, shown as failed, and sent when it is asked for again', async () => {
    const conversation = await person()
    channel.answers(403)
    const { position } = await word(here.house, conversation, 'perdu', clock.now())
    const failed = await stands(conversation, position, 'failed')
    expect(failed.trouble).toContain('bloqué')
    const next = await word(here.house, conversation, 'suivant', clock.now())
    await stands(conversation, next.position, 'delivered')
    await here.house.store.deliveries.again(conversation.id, position, clock.now())
    await stands(conversation, position, 'delivered')
  })

  it('is given up after eight tries over about an hour', async () => {
    const conversation = await person()
    channel.answers(500, 500, 500, 500, 500, 500, 500, 500)
    const began = clock.now().getTime()
    const { position } = await word(here.house, conversation, 'huit fois', clock.now())
    for (let tries = 1; tries < 8; tries++) {
      await stands(conversation, position, 'waiting', tries)
      clock.pass(30 * 60_000)
    }
    await stands(conversation, position, 'failed')
    expect(await channel.until(wordsIn(conversation))).toHaveLength(8)
    expect(clock.now().getTime()).toBeGreaterThan(began)
  })

  it('goes nowhere but this machine while the bot has no identity', async () => {
    const id = `c-${randomUUID()}`
    await here.says('https://elsewhere.example', id, 'bonjour', { deliveryMode: 'expectReplies' })
    const conversation = await conversationAt(here.house, 'emulator', id)
    const { position } = await word(here.house, conversation, 'ailleurs', clock.now())
    expect((await stands(conversation, position, 'failed')).trouble).toContain('MicrosoftAppId')
  })

  it('does not hold up the words of others', async () => {
    const slow = await person()
    const quick = await person()
    channel.answers(503)
    const late = await word(here.house, slow, 'lent', clock.now())
    await stands(slow, late.position, 'waiting', 1)
    const soon = await word(here.house, quick, 'vite', clock.now())
    await stands(quick, soon.position, 'delivered')
    expect((await standing(slow, late.position))?.is).toBe('waiting')
  })
})
