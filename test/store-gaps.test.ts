import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { TAKEN_OUT } from '../src/answer/personal.ts'
import type { Noticed, NoticedGap } from '../src/knowledge/noticed.ts'
import type { Store } from '../src/store/store.ts'
import { onEveryDatabase, rowsOf } from './on-every-database.ts'
import { fresh, MAUDE, minutesLater, NOON, reply, said, word } from './store-samples.ts'

const LONG_AGO = new Date(0)

onEveryDatabase('what a turn tells those who write', ({ fresh: freshSettings, open }) => {
  it('keeps a gap with the turn that left it open, and no personal detail', async () => {
    const store = await open()
    await asks(store, {
      question: 'Mon mari Karim (514 555-0199) peut-il conduire un taxi ?',
      why: 'unsure',
      articles: ['ccq', 'mifi'],
    })
    const [gap, ...more] = await store.gaps.list(LONG_AGO, 9)
    expect(more).toEqual([])
    expect(gap).toEqual({
      id: gap?.id,
      question: `Mon mari ${TAKEN_OUT} ${TAKEN_OUT} peut-il conduire un taxi ?`,
      language: 'fr',
      why: 'unsure',
      articles: ['ccq', 'mifi'],
      publication: 3,
      at: NOON,
    })
    expect(await store.gaps.count(LONG_AGO)).toBe(1)
    expect(await store.gaps.count(minutesLater(1))).toBe(0)
  })

  it('keeps nothing of a question of which no word is left', async () => {
    const store = await open()
    await asks(store, { question: '514 555-0199' })
    expect(await store.gaps.list(LONG_AGO, 9)).toEqual([])
  })

  it('writes nothing of a turn that is not saved', async () => {
    const store = await open()
    const { conversation } = await asks(store)
    const noticed = noticedOf({ position: 9 })
    expect(await store.conversations.save({ conversation, entries: [], noticed })).toEqual({ is: 'conflict' })
    expect(await store.gaps.count(LONG_AGO)).toBe(1)
    expect((await store.usage.since(LONG_AGO))[0]).toMatchObject({ asked: 1 })
  })

  it('settles gaps once, and opens them again', async () => {
    const store = await open()
    for (const at of [1, 2, 3]) await asks(store, {}, minutesLater(at))
    const [third, second, first] = await store.gaps.list(LONG_AGO, 9)
    expect([third?.at, second?.at, first?.at]).toEqual([minutesLater(3), minutesLater(2), minutesLater(1)])
    expect(await store.gaps.list(minutesLater(2), 1)).toEqual([third])
    const ids = [first?.id ?? '', second?.id ?? '', 'nobody']
    const settled = { how: 'wording-added', article: 'ccq', by: MAUDE, at: minutesLater(9) } as const
    expect(await store.gaps.settle(ids, settled)).toBe(2)
    expect(
      await store.gaps.settle([third?.id ?? '', ...ids], { how: 'set-aside', by: MAUDE, at: minutesLater(10) }),
    ).toBe(1)
    expect(await store.gaps.list(LONG_AGO, 9)).toEqual([])
    expect(await store.gaps.list(LONG_AGO, 9, 'settled')).toEqual([
      { ...third, settled: { how: 'set-aside', by: MAUDE, at: minutesLater(10) } },
      { ...second, settled },
      { ...first, settled },
    ])
    expect(await store.gaps.reopen(ids)).toBe(2)
    expect(await store.gaps.list(LONG_AGO, 9)).toEqual([second, first])
    expect(await store.gaps.settle([], settled)).toBe(0)
  })

  it('settles more gaps than one statement takes', async () => {
    const store = await open()
    await asks(store)
    const [gap] = await store.gaps.list(LONG_AGO, 1)
    const ids = [...Array.from({ length: 1200 }, () => randomUUID()), gap?.id ?? '']
    expect(await store.gaps.settle(ids, { how: 'set-aside', by: MAUDE, at: NOON })).toBe(1)
  })

  it("shows a counsellor's words beside the gap that they answer, without personal details", async () => {
    const store = await open()
    const { id } = await asks(store)
    const [gap] = await store.gaps.list(LONG_AGO, 9)
    expect(await store.gaps.answersBeside([gap?.id ?? ''])).toEqual(new Map())
    const later = await store.conversations.get(id)
    if (!later) throw new Error('gone')
    await store.conversations.save({
      conversation: later,
      entries: [
        word('Un taxi demande un permis de la SAAQ. Marie Tremblay vous rappelle au 514 555-0199.'),
        reply('Je vous réponds de nouveau.'),
      ],
    })
    await asks(store)
    const all = await store.gaps.list(LONG_AGO, 9)
    const beside = await store.gaps.answersBeside(all.map((each) => each.id))
    expect([...beside]).toEqual([
      [
        gap?.id,
        [
          {
            text: `Un taxi demande un permis de la SAAQ. ${TAKEN_OUT} vous rappelle au ${TAKEN_OUT}.`,
            name: 'Maude',
            at: NOON,
          },
        ],
      ],
    ])
  })

  it('counts what people were led to, answered with, and what they said of it: the last word on an answer', async () => {
    const store = await open()
    const articles = ['paffarc', 'ccq']
    const { id } = await asks(store, undefined, NOON, { asked: { articles, answered: true } })
    await asks(store, undefined, minutesLater(1440), { asked: { articles: ['paffarc'], answered: false } })
    const marks = (helpful: boolean, more: Partial<Noticed['mark']> = {}, position = 1): Noticed => ({
      mark: { position, helpful, articles, publication: 3, ...more },
      ...(helpful ? {} : { gap: { ...noticedOf({ position, why: 'not-helpful', articles }).gap } as NoticedGap }),
    })
    const counts = async (since = LONG_AGO) =>
      (await store.usage.since(since)).map(({ article, asked, answered, good, bad }) => [
        article,
        asked,
        answered,
        good,
        bad,
      ])
    expect(await counts()).toEqual([
      ['paffarc', 2, 1, 0, 0],
      ['ccq', 1, 1, 0, 0],
    ])
    expect(await counts(minutesLater(1440))).toEqual([['paffarc', 1, 0, 0, 0]])

    await notices(store, id, marks(true))
    await notices(store, id, marks(true))
    expect(await counts()).toEqual([
      ['paffarc', 2, 1, 1, 0],
      ['ccq', 1, 1, 1, 0],
    ])
    await notices(store, id, marks(false))
    await notices(store, id, marks(false, { reason: 'incorrect' }))
    expect(await counts()).toEqual([
      ['paffarc', 2, 1, 0, 1],
      ['ccq', 1, 1, 0, 1],
    ])
    expect(await store.gaps.list(LONG_AGO, 9)).toMatchObject([{ why: 'not-helpful', reason: 'incorrect', articles }])
    const none = { incorrect: 0, 'off-topic': 0, 'too-complicated': 0, other: 0 }
    const reasons = { ...none, incorrect: 1 }
    expect(await store.usage.marks(LONG_AGO)).toEqual([
      { article: 'ccq', publication: 3, good: 0, bad: 1, reasons, last: NOON },
      { article: 'paffarc', publication: 3, good: 0, bad: 1, reasons, last: NOON },
    ])
    await notices(store, id, marks(true, { publication: 4 }, 2))
    expect(await store.usage.marks(LONG_AGO, 'ccq')).toEqual([
      { article: 'ccq', publication: 4, good: 1, bad: 0, reasons: none, last: NOON },
      { article: 'ccq', publication: 3, good: 0, bad: 1, reasons, last: NOON },
    ])
    expect(await store.usage.marks(minutesLater(1))).toEqual([])

    // Helped after all: the gap goes, unless somebody dealt with it.
    await notices(store, id, marks(true))
    expect(await store.gaps.count(LONG_AGO)).toBe(0)
    expect((await counts())[0]).toEqual(['paffarc', 2, 1, 2, 0])
  })

  it('loses no count where many are answered at once', async () => {
    const settings = await freshSettings()
    const stores = [await open(settings), await open(settings)] as const
    const all = ['a', 'b', 'c']
    await Promise.all(
      Array.from({ length: 40 }, (_, at) => {
        const articles = at % 2 ? all : [...all].reverse()
        return asks(stores[at % 2 ? 1 : 0], undefined, NOON, { asked: { articles, answered: true } })
      }),
    )
    expect(await stores[0].usage.since(LONG_AGO)).toEqual(
      all.map((article) => ({ article, asked: 40, answered: 40, good: 0, bad: 0 })),
    )
  })

  it('forgets gaps and marks with their conversation; counts name nobody, and stay', async () => {
    const settings = await freshSettings()
    const store = await open(settings)
    const { id } = await asks(store)
    await notices(store, id, { mark: { position: 1, helpful: false, articles: ['ccq'], publication: 3 } })
    await asks(store)
    const counted = await store.usage.since(LONG_AGO)
    expect(await store.conversations.erase(id)).toMatchObject({ gaps: 1, feedback: 1 })
    expect(await store.gaps.list(LONG_AGO, 9)).toHaveLength(1)
    expect(await store.usage.marks(LONG_AGO)).toEqual([])
    expect(await store.usage.since(LONG_AGO)).toEqual(counted)
    expect(await rowsOf(settings, `select * from gaps where conversation = '${id}'`)).toEqual([])
  })
})

function noticedOf(changes: Partial<NoticedGap> = {}): Noticed {
  return {
    gap: {
      position: 1,
      question: 'Comment conduire un taxi ?',
      language: 'fr',
      why: 'not-found',
      articles: [],
      publication: 3,
      ...changes,
    },
    asked: { articles: ['ccq'], answered: false },
  }
}

/** A conversation in which one question was asked, and what its turn noticed. */
async function asks(store: Store, gap: Partial<NoticedGap> = {}, at = NOON, noticed = noticedOf(gap)) {
  const conversation = { ...(await store.conversations.open(fresh())), lastHeardAt: at }
  const { position } = await store.conversations.hear(conversation.id, said('Comment conduire un taxi ?', { at }))
  const saved = await store.conversations.save({ conversation, answers: position, entries: [reply('…')], noticed })
  expect(saved.is).toBe('saved')
  return { id: conversation.id, conversation }
}

async function notices(store: Store, id: string, noticed: Noticed): Promise<void> {
  const conversation = await store.conversations.get(id)
  if (!conversation) throw new Error('gone')
  expect(await store.conversations.save({ conversation, entries: [], noticed })).toMatchObject({ is: 'saved' })
}
