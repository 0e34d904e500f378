import { expect, it, vi } from 'vitest'
import type { Conversation, NewEntry } from '../src/conversation/conversation.ts'
import type { Store } from '../src/store/store.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { fresh, minutesLater, NOON, reply, said, word } from './store-samples.ts'

onEveryDatabase('what waits to reach a person', ({ fresh: freshSettings, open }) => {
  it('is every line that answers nothing, and no other', async () => {
    const store = await open()
    const told = vi.fn()
    store.news.follow('deliveries', told)
    const { id } = await store.conversations.open(fresh({ address: inTeams() }))
    await store.conversations.hear(id, said('Bonjour'))
    await says(store, id, { answers: 1 }, reply('Bonjour !', { answers: 1 }), reply('À propos.'))
    expect(told).not.toHaveBeenCalled()
    const event = { name: 'handoff.initiate', escalation: 'e-1', context: { reason: 'asked', deep: [1] } } as const
    const initiates = reply('', { reply: { ...(reply('').reply as NonNullable<NewEntry['reply']>), event } })
    await says(
      store,
      id,
      {},
      word('Ici Maude'),
      { from: 'person', at: NOON, text: 'par une autre voie' },
      initiates,
      reply('Vous parlez à Maude.'),
      reply('en retard', { answers: 1 }),
      { from: 'counsellor', at: NOON, text: 'sans habits' },
    )
    expect(await store.deliveries.of(id)).toEqual(
      [4, 7, 9].map((position) => ({ conversation: id, position, is: 'waiting', tries: 0 })),
    )
    expect(told).toHaveBeenCalledTimes(1)
    const lines = await store.conversations.entries(id)
    expect(lines.find(({ position }) => position === 6)?.reply?.event).toEqual(event)
    expect(await store.deliveries.of('nobody')).toEqual([])
  })

  it('is taken in order, the first line of each conversation, on the channels asked for', async () => {
    const store = await open()
    const early = await withWords(store, minutesLater(1), 'un', 'deux')
    const late = await withWords(store, minutesLater(2), 'trois')
    const page = await store.conversations.open(fresh())
    await says(store, page.id, {}, word('à la page'))

    expect(await store.deliveries.take('all-but-directline', minutesLater(0), 9)).toEqual([])
    const taken = await store.deliveries.take('all-but-directline', minutesLater(3), 9)
    expect(taken).toEqual([
      { conversation: early, position: 1, is: 'waiting', tries: 0 },
      { conversation: late, position: 1, is: 'waiting', tries: 0 },
    ])
    expect(await store.deliveries.take('directline', minutesLater(3), 9)).toMatchObject([{ conversation: page.id }])

    // Nothing is due again for a minute, not even what stands behind.
    expect(await store.deliveries.take('all-but-directline', minutesLater(3.99), 9)).toEqual([])
    await store.deliveries.reached(early, 1)
    const next = await store.deliveries.take('all-but-directline', minutesLater(3.99), 9)
    expect(next).toMatchObject([{ conversation: early, position: 2 }])
    // Whoever had it in hand is gone: it is due again.
    expect(await store.deliveries.take('all-but-directline', minutesLater(4), 9)).toMatchObject([
      { conversation: late, position: 1 },
    ])
  })

  it('is taken by one of many, and no more of it than asked for', async () => {
    const settings = await freshSettings()
    const [here, there] = [await open(settings), await open(settings)]
    const waiting: string[] = []
    for (let index = 0; index < 12; index += 1) waiting.push(await withWords(here, minutesLater(index), 'un', 'deux'))
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? here : there).deliveries.take('all-but-directline', minutesLater(20), 2),
      ),
    )
    expect(taken.every(({ length }) => length <= 2)).toBe(true)
    const rest = await here.deliveries.take('all-but-directline', minutesLater(20), 99)
    const all = [...taken.flat(), ...rest]
    expect(all.map(({ conversation }) => conversation).sort()).toEqual([...waiting].sort())
    expect(all.every(({ position }) => position === 1)).toBe(true)
  })

  it('is tried again until it is given up, and then lets what stands behind it pass', async () => {
    const store = await open()
    const id = await withWords(store, NOON, 'un', 'deux')
    const due = async (minutes: number) =>
      (await store.deliveries.take('all-but-directline', minutesLater(minutes), 9)).map(({ position, tries }) => [
        position,
        tries,
      ])
    const calls: string[] = []
    for (const subject of ['desk', 'deliveries', id]) store.news.follow(subject, () => calls.push(subject))
    expect(await due(1)).toEqual([[1, 0]])
    await store.deliveries.missed(id, 1, 'The channel did not answer.', minutesLater(5))
    expect(calls.splice(0)).toEqual([id, 'desk'])
    expect(await due(4)).toEqual([])
    expect(await due(5)).toEqual([[1, 1]])
    await store.deliveries.missed(id, 1, 'The person has\u0000 left.')
    expect(calls.splice(0)).toEqual([id, 'desk', 'deliveries'])
    expect(await store.deliveries.of(id)).toEqual([
      { conversation: id, position: 1, is: 'failed', tries: 2, trouble: 'The person has left.' },
      { conversation: id, position: 2, is: 'waiting', tries: 0 },
    ])
    expect(await due(6)).toEqual([[2, 0]])

    await store.deliveries.again(id, 1, minutesLater(7))
    expect(calls.splice(0)).toEqual([id, 'desk', 'deliveries'])
    expect(await due(7)).toEqual([[1, 0]])
    await store.deliveries.reached(id, 1)
    expect(calls.splice(0)).toEqual([id, 'desk'])
    expect(await due(8)).toEqual([[2, 0]])
    await store.deliveries.reached(id, 2)
    calls.splice(0)

    // What reached the person is done with, whatever is said of it later; what was never there changes nothing.
    await store.deliveries.missed(id, 2, 'A late answer.', minutesLater(9))
    await store.deliveries.again(id, 2, minutesLater(9))
    await store.deliveries.reached(id, 99)
    await store.deliveries.missed(id, 99, 'No.')
    await store.deliveries.again('nobody', 1, NOON)
    expect(await store.deliveries.of(id)).toMatchObject([{ is: 'delivered' }, { is: 'delivered' }])
    expect(await due(99)).toEqual([])
    expect(calls).toEqual([])
  })

  it('has arrived with all that stands before it; where a log is read, also what was given up', async () => {
    const store = await open()
    for (const [address, failed] of [
      [inTeams(), 'failed'],
      [undefined, 'delivered'],
    ] as const) {
      const { id } = await store.conversations.open(fresh(address ? { address } : {}))
      await says(store, id, {}, word('un'), word('deux'), word('trois'), word('quatre'))
      await store.deliveries.missed(id, 1, 'No.')
      await store.deliveries.reached(id, 3)
      const standing = (await store.deliveries.of(id)).map((each) => each.is)
      expect(standing).toEqual([failed, 'delivered', 'delivered', 'waiting'])
    }
  })

  it('is said in one order only, by several who deliver at once', async () => {
    const settings = await freshSettings()
    const stores = [await open(settings), await open(settings), await open(settings)]
    const [store] = stores as [Store]
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => withWords(store, NOON, ...Array.from({ length: 5 }, (_, index) => `${index}`))),
    )
    const said: [string, number][] = []
    let clock = 1
    const deliver = async ({ deliveries }: Store) => {
      for (;;) {
        const left = (await Promise.all(ids.map((id) => deliveries.of(id)))).flat()
        if (left.every(({ is }) => is === 'delivered')) return
        for (const { conversation, position, tries } of await deliveries.take('all-but-directline', later(), 3)) {
          if (tries === 0 && position % 2) await deliveries.missed(conversation, position, 'Busy.', later())
          else {
            said.push([conversation, position])
            await deliveries.reached(conversation, position)
          }
        }
      }
    }
    /** A clock that goes on by a millisecond, so that nothing in hand is due again. */
    const later = () => {
      clock += 1
      return new Date(NOON.getTime() + clock)
    }
    await Promise.all(stores.map(deliver))
    for (const id of ids) {
      expect(said.filter(([conversation]) => conversation === id).map(([, position]) => position)).toEqual([
        1, 2, 3, 4, 5,
      ])
    }
  })
})

const inTeams = () => ({ ...fresh().address, channel: 'msteams' })

async function says(store: Store, id: string, turn: { answers?: number }, ...entries: NewEntry[]): Promise<void> {
  const conversation = (await store.conversations.get(id)) as Conversation
  const saved = await store.conversations.save({ conversation, ...turn, entries })
  if (saved.is !== 'saved') throw new Error(saved.is)
}

/** A conversation in Teams with words of a counsellor. */
async function withWords(store: Store, at: Date, ...words: string[]): Promise<string> {
  const { id } = await store.conversations.open(fresh({ address: inTeams() }))
  await says(store, id, {}, ...words.map((text) => word(text, { at })))
  return id
}
