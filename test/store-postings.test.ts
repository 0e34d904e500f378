import { expect, it } from 'vitest'
import { onEveryDatabase } from './on-every-database.ts'
import { fresh, minutesLater, NOON, request } from './store-samples.ts'

onEveryDatabase('what was posted outside the house', ({ fresh: freshSettings, open }) => {
  it('is in one hand at a time, for a minute or until it is written down', async () => {
    const settings = await freshSettings()
    const [here, there] = [await open(settings), await open(settings)]
    const empty = {
      escalation: 'e-1',
      place: 'teams' as const,
      activity: '',
      words: [],
      shown: '',
      relayed: 0,
      tries: 0,
      ended: false,
    }
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).postings.take('e-1', 'teams', NOON)),
    )
    expect(taken.filter((each) => each !== undefined)).toEqual([empty])
    expect(await here.postings.take('e-1', 'hub', NOON)).toEqual({ ...empty, place: 'hub' })
    expect(await here.postings.take('e-1', 'teams', minutesLater(0.5))).toBeUndefined()
    expect(await there.postings.take('e-1', 'teams', minutesLater(1))).toEqual(empty)

    const posted = { ...empty, activity: 'a-1', words: ['a-2', 'a-3'], shown: 'held 4', relayed: 7, tries: 2 }
    await here.postings.put(posted, minutesLater(2))
    expect(await here.postings.take('e-1', 'teams', minutesLater(1.5))).toBeUndefined()
    expect(await here.postings.take('e-1', 'teams', minutesLater(2))).toEqual(posted)
    expect(await here.postings.byActivity('teams', 'a-1')).toEqual(posted)
    expect(await here.postings.byActivity('hub', 'a-1')).toBeUndefined()
    expect(await here.postings.byActivity('hub', '')).toBeUndefined()
  })

  it('is left until it has ended; what was erased is left until it is dropped', async () => {
    const { postings, conversations } = await open()
    const conversation = await conversations.open(fresh())
    await conversations.save({
      conversation,
      entries: [],
      desk: { does: 'request', id: 'e-1', request: request() },
    })
    const posting = await postings.take('e-1', 'teams', NOON)
    if (!posting) throw new Error('not taken')
    expect(await postings.left('teams')).toEqual([posting])
    expect(await postings.left('hub')).toEqual([])
    const ended = { ...posting, activity: 'a-1', ended: true }
    await postings.put(ended, NOON)
    expect(await postings.left('teams')).toEqual([])

    await conversations.erase(conversation.id)
    expect(await postings.left('teams')).toEqual([ended])
    await postings.drop('e-1', 'teams')
    expect(await postings.left('teams')).toEqual([])
    await postings.put(ended, NOON)
    expect(await postings.byActivity('teams', 'a-1')).toBeUndefined()
  })
})
