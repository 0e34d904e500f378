import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openShowTyping } from '../src/channel/show-typing.ts'
import { counsellorTyping, personTyping } from '../src/channel/typing.ts'
import {
  type Asked,
  type ChannelHouse,
  channelHouse,
  clockForTests,
  type Loopback,
  loopback,
  request,
} from './channel-house.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const clock = clockForTests()
let channel: Loopback
let here: ChannelHouse
let showing: { close(): Promise<void> }
beforeAll(async () => {
  channel = await loopback()
  here = await channelHouse({ now: clock.now })
  showing = openShowTyping({
    ...here.house.store,
    voice: here.teams.voice,
    now: clock.now,
    onError: (error) => here.troubles.push(error),
  })
})
afterAll(async () => {
  await showing.close()
  await here.close()
  await channel.close()
})

/** A person on a channel of the Bot Framework, whom Maude answers. */
async function held() {
  const id = `c-${randomUUID()}`
  const wayBack = {
    channelId: 'emulator',
    serviceUrl: channel.url,
    conversation: { id },
    bot: { id: 'bot' },
    user: { id: 'someone' },
  }
  const escalation = await request(here.house, { channel: 'emulator', conversation: id, wayBack }, clock)
  await here.house.desk.claim(escalation.id, MAUDE, clock.now())
  const typing = ({ path, body }: Asked) => path.includes(id) && body.type === 'typing'
  return { id, escalation, conversation: escalation.conversation, typing }
}

it('a counsellor’s typing is shown on the channel, at most every three seconds', async () => {
  const { conversation, typing, escalation } = await held()
  const type = () => here.house.desk.typing(escalation.id, MAUDE)
  await type()
  const [shown] = await channel.until(typing)
  expect(shown?.body.from).toMatchObject({ id: 'bot', name: 'Maude' })
  await type()
  await type()
  clock.pass(3_000)
  await type()
  await channel.until(typing, 2)
  await here.house.desk.close(escalation.id, MAUDE, 'answered', clock.now())
  clock.pass(3_000)
  here.house.store.news.tell(counsellorTyping(conversation))
  const other = await held()
  await here.house.desk.typing(other.escalation.id, MAUDE)
  await channel.until(other.typing)
  expect(channel.asked.filter(typing)).toHaveLength(2)
})

it('a person’s typing on the channel is told to the desk, and is no line', async () => {
  const { id, conversation } = await held()
  const told: string[] = []
  here.house.store.news.follow(personTyping(conversation), () => told.push('typing'))
  const before = await here.house.store.conversations.entries(conversation)
  const answer = await here.post({
    type: 'typing',
    id: randomUUID(),
    channelId: 'emulator',
    serviceUrl: channel.url,
    from: { id: 'someone' },
    recipient: { id: 'bot' },
    conversation: { id },
  })
  expect(answer.status).toBe(200)
  expect(told).toEqual(['typing'])
  expect(await here.house.store.conversations.entries(conversation)).toEqual(before)
})
