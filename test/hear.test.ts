import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Incoming } from '../src/conversation/channel.ts'
import { openReception } from '../src/conversation/hear.ts'
import type { House } from '../src/house.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { houseForTests } from './open-house.ts'

let places = 0
function saying(text: string, activityId: string, conversation: string): Incoming {
  return {
    address: { channel: 'test', conversation },
    activityId,
    kind: 'message',
    text,
    person: { id: 'someone' },
    at: new Date(),
    locale: 'fr-CA',
  }
}
function somewhere(): string {
  places += 1
  return `hear-${places}`
}

onEveryDatabase('what is heard', ({ fresh }) => {
  let house: House
  beforeAll(async () => {
    house = await houseForTests(await fresh())
  })
  afterAll(() => house.store.close())

  it('is taken once, however often it is delivered', async () => {
    const place = somewhere()
    const first = await house.hearing.note(saying('bonjour', 'a', place))
    const answers = await house.hearing.answersTo(first)
    const again = await house.hearing.note(saying('bonjour', 'a', place))
    expect(again).toMatchObject({ position: first.position, answered: true })
    expect(await house.hearing.answersTo(again)).toEqual(answers)
    expect(answers).toHaveLength(1)
    expect(await house.store.conversations.entries(first.conversation)).toHaveLength(2)
  })

  it('is taken once when it is delivered three times at the same moment', async () => {
    const place = somewhere()
    const heard = await Promise.all([1, 2, 3].map(() => house.hearing.note(saying('merci', 'b', place))))
    const answers = await Promise.all(heard.map((each) => house.hearing.answersTo(each)))
    expect(new Set(heard.map(({ position }) => position)).size).toBe(1)
    expect(answers[1]).toEqual(answers[0])
    expect(await house.store.conversations.entries(heard[0]?.conversation ?? '')).toHaveLength(2)
  })

  it('keeps its order: of twenty quick messages none is lost and each is answered in turn', async () => {
    const place = somewhere()
    const heard = []
    for (let n = 0; n < 20; n++)
      heard.push(await house.hearing.note(saying(n % 2 ? 'merci' : 'bonjour', `m${n}`, place)))
    await Promise.all(heard.reverse().map((each) => house.hearing.answersTo(each)))
    const entries = await house.store.conversations.entries(heard[0]?.conversation ?? '')
    const answers = entries.filter((entry) => entry.from === 'assistant')
    expect(entries.filter((entry) => entry.from === 'person')).toHaveLength(20)
    expect(answers.map((entry) => entry.answers)).toEqual(
      [...answers.map((entry) => entry.answers ?? 0)].sort((a, b) => a - b),
    )
    expect(answers).toHaveLength(20)
  })

  it('is answered after a stop that came between hearing and answering', async () => {
    const place = await fresh()
    const before = await houseForTests(place)
    const heard = await before.hearing.note(saying('bonjour', 'x', 'stopped'))
    await before.store.close()
    const after = await houseForTests(place)
    expect(await after.hearing.resume()).toBe(1)
    const entries = await after.store.conversations.entries(heard.conversation)
    expect(entries.map(({ from }) => from)).toEqual(['person', 'assistant'])
    expect(await after.hearing.resume()).toBe(0)
    await after.store.close()
  })

  it('is taken in order, once, when two processes hear the same conversation', async () => {
    const place = await fresh()
    const houses = [await houseForTests(place), await houseForTests(place)]
    const conversation = somewhere()
    const heard = await Promise.all(
      Array.from({ length: 16 }, async (_, n) => {
        const here = houses[n % 2] ?? house
        const noted = await here.hearing.note(saying(n % 3 ? 'merci' : 'bonjour', `two-${n}`, conversation))
        await here.hearing.answersTo(noted)
        return noted
      }),
    )
    const entries = await (houses[0] ?? house).store.conversations.entries(heard[0]?.conversation ?? '')
    const answers = entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.answers ?? 0)
    expect(answers).toEqual([...new Set(heard.map(({ position }) => position))].sort((a, b) => a - b))
    for (const each of houses) await each.store.close()
  })

  it('never holds personal numbers', async () => {
    const heard = await house.hearing.note(saying('mon NAS est 123 456 782', 'p', somewhere()))
    await house.hearing.answersTo(heard)
    const kept = JSON.stringify(await house.store.conversations.entries(heard.conversation))
    expect(kept).not.toContain('123 456 782')
    expect(heard.redacted).toBe(true)
  })

  it('is answered with a sentence of ours where a turn throws, and the error is told to the log alone', async () => {
    const errors: unknown[] = []
    const broken = openReception({
      conversations: house.store.conversations,
      resources: () => ({
        library: {
          ...house.library,
          search: () => {
            throw new Error('secret inside')
          },
        },
        phrases: house.phrases,
        shelf: house.shelf,
        retentionDays: 90,
      }),
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
      report: ({ error }) => errors.push(error),
    })
    const heard = await broken.note(saying('comment obtenir une évaluation comparative', 'e', somewhere()))
    const [answer] = await broken.answersTo(heard)
    expect(answer?.reply?.status).toBe('failed')
    expect(JSON.stringify(answer)).not.toContain('secret inside')
    expect(errors).toHaveLength(1)
  })

  it('goes unanswered while a counsellor holds the conversation, and is kept for them', async () => {
    const place = somewhere()
    const first = await house.hearing.note(saying('bonjour', '1', place))
    await house.hearing.answersTo(first)
    const conversation = await house.store.conversations.get(first.conversation)
    if (!conversation) throw new Error('The conversation is gone.')
    await house.store.conversations.save({
      conversation: { ...conversation, handling: { by: 'counsellor', name: 'Maude', since: new Date() } },
      entries: [],
    })
    const second = await house.hearing.note(saying('vous êtes là ?', '2', place))
    expect(await house.hearing.answersTo(second)).toEqual([])
    const entries = await house.store.conversations.entries(first.conversation)
    expect(entries.at(-1)?.text).toBe('vous êtes là ?')
  })
})
