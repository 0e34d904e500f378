import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Files } from '../src/knowledge/files.ts'
import type { Publications } from '../src/knowledge/publication.ts'
import type { Store } from '../src/store/store.ts'
import { onEveryDatabase, onPostgres, rowsOf } from './on-every-database.ts'
import { startStoreProcess } from './store-processes.ts'
import { IDRISS, MAUDE, minutesLater, NOON } from './store-samples.ts'

const filesOf = (texts: Readonly<Record<string, string>>): Files => new Map(Object.entries(texts))
const FIRST = filesOf({
  'programs/paffarc/fr.md': 'Un prêt.\r\n',
  'programs/paffarc/en.md': 'A loan.',
  'scope.yaml': 'Un prêt.\r\n',
})

type Said = Parameters<Publications['publish']>[0]
const made = (base: number, files: Files, changes: Partial<Said> = {}): Said => ({
  base,
  at: minutesLater(base),
  by: MAUDE,
  origin: 'edit',
  reason: 'une faute',
  says: `publication ${base + 1}`,
  files,
  ...changes,
})

async function publish({ publications }: Store, what: Said) {
  const published = await publications.publish(what)
  if (published.is !== 'published') throw new Error(`It was refused: ${published.latest} came first.`)
  return published.publication
}

onEveryDatabase('the ledger of publications', ({ fresh, open }) => {
  it('gives back what was published, byte for byte', async () => {
    const settings = await fresh()
    const store = await open(settings)
    expect(await store.publications.latest()).toBeUndefined()
    expect(await store.publications.history(10)).toEqual([])
    const first = await publish(store, made(0, FIRST, { origin: 'files' }))
    expect(first).toMatchObject({
      number: 1,
      at: NOON,
      by: MAUDE,
      origin: 'files',
      reason: 'une faute',
      says: 'publication 1',
    })
    const second = await publish(store, made(1, filesOf({ 'programs/paffarc/fr.md': 'Un don.', 'glossary.yaml': '' })))

    for (const { publications } of [store, await open(settings)]) {
      expect(await publications.latest()).toEqual(second)
      expect(await publications.get(1)).toEqual(first)
      expect(await publications.get(3)).toBeUndefined()
      expect(await publications.files(first)).toEqual(FIRST)
      expect(await publications.files(second)).toEqual(
        filesOf({ 'programs/paffarc/fr.md': 'Un don.', 'glossary.yaml': '' }),
      )
      expect(await publications.history(10)).toEqual([second, first])
      expect(await publications.history(1)).toEqual([second])
      expect(await publications.history(10, 2)).toEqual([first])
      const digest = second.digests.get('programs/paffarc/fr.md') ?? ''
      expect(digest).toMatch(/^[0-9a-f]{64}$/)
      expect(await publications.text(digest)).toBe('Un don.')
      expect(await publications.text('0'.repeat(64))).toBeUndefined()
    }
    // « Un prêt. » was published twice, and is kept once.
    expect(await rowsOf(settings, 'select digest from texts')).toHaveLength(4)
  })

  it('refuses what was made on a publication that is not the last, and writes none of it', async () => {
    const settings = await fresh()
    const [one, other] = [await open(settings), await open(settings)]
    await publish(one, made(0, FIRST))
    const both = await Promise.all(
      [one, other].map(({ publications }, at) => publications.publish(made(1, filesOf({ 'scope.yaml': `by ${at}` })))),
    )
    expect(both.map(({ is }) => is).sort()).toEqual(['conflict', 'published'])
    expect(both.find(({ is }) => is === 'conflict')).toEqual({ is: 'conflict', latest: 2 })
    expect(await rowsOf(settings, "select digest from texts where text like 'by %'")).toHaveLength(1)
    expect(await one.publications.publish(made(0, FIRST))).toEqual({ is: 'conflict', latest: 2 })
    expect(await one.publications.publish(made(7, FIRST))).toEqual({ is: 'conflict', latest: 2 })
  })

  it('keeps a long history of small edits whole', async () => {
    const settings = await fresh()
    const store = await open(settings)
    const states: Files[] = []
    let files = new Map(FIRST)
    for (let number = 1; number <= 120; number += 1) {
      files = new Map(files)
      if (number % 7 === 0) files.delete(`steps/s${number - 7}/fr.md`)
      files.set(`steps/s${number}/fr.md`, `texte ${number}`)
      await publish(store, made(number - 1, files))
      states.push(files)
    }
    const { publications } = await open(settings)
    const history = await publications.history(200)
    expect(history.map(({ number }) => number)).toEqual(states.map((_, at) => 120 - at))
    for (const publication of history)
      expect(await publications.files(publication)).toEqual(states[publication.number - 1])
    expect((await publications.history(3, 52)).map(({ number }) => number)).toEqual([51, 50, 49])
    const [{ bytes } = { bytes: 0 }] = await rowsOf(settings, 'select sum(length(files)) as bytes from publications')
    expect(Number(bytes)).toBeLessThan(40_000)
  })

  it('tells of a publication, and of the drafts that are done with it', async () => {
    const store = await open()
    const [told, draft] = [vi.fn(), vi.fn()]
    store.news.follow('publication', told)
    store.news.follow('draft:paffarc', draft)
    await publish(store, made(0, FIRST, { drafts: new Map([['paffarc', 1]]) }))
    expect([told.mock.calls.length, draft.mock.calls.length]).toEqual([1, 1])
    await store.publications.publish(made(0, FIRST))
    expect(told).toHaveBeenCalledTimes(1)
  })

  it('holds the old or the new after kill -9, never something between', { timeout: 180_000 }, async () => {
    const settings = await fresh()
    const store = await open(settings)
    const said: string[] = []
    for (let kills = 0; kills < 3; kills += 1) {
      const writers = [startStoreProcess('publish', settings), startStoreProcess('publish', settings)]
      await Promise.all(writers.map((writer) => writer.until((line) => line.startsWith('published '))))
      await pause(Math.random() * 100)
      await Promise.all(writers.map((writer) => writer.kill()))
      said.push(...writers.flatMap(({ lines }) => lines.filter((line) => line.startsWith('published '))))
      const { publications } = store
      const latest = await publications.latest()
      if (!latest) throw new Error('nothing was published')
      for (const publication of await publications.history(latest.number)) {
        // Each publication holds many files that all say its number: any other would be a mixture.
        expect(new Set((await publications.files(publication)).values())).toEqual(new Set([publication.says]))
      }
      const last = Math.max(...said.map((line) => Number(line.split(' ')[1])))
      expect(latest.number).toBeGreaterThanOrEqual(last)
      expect((await publications.history(latest.number)).map(({ number }) => number)).toEqual(
        Array.from({ length: latest.number }, (_, at) => latest.number - at),
      )
    }
  })
})

onEveryDatabase('the drafts', ({ fresh, open }) => {
  const draft = (words: string, by = MAUDE) => ({
    article: 'paffarc',
    files: new Map([
      ['programs/paffarc/fr.md', words],
      ['programs/paffarc/es.md', null],
    ]),
    base: new Map([['programs/paffarc/fr.md', 'a'.repeat(64)]]),
    by,
    at: NOON,
  })

  it('are one for each article, whoever writes, and the second is given what the first saved', async () => {
    const settings = await fresh()
    const [one, other] = [await open(settings), await open(settings)]
    const told = vi.fn()
    one.news.follow('draft:paffarc', told)
    expect(await one.drafts.save(draft('un'), 0)).toEqual({ is: 'saved', draft: { ...draft('un'), version: 1 } })
    expect(await other.drafts.save(draft('deux', IDRISS), 0)).toEqual({
      is: 'conflict',
      theirs: { ...draft('un'), version: 1 },
    })
    expect(await other.drafts.save(draft('deux', IDRISS), 1)).toMatchObject({ is: 'saved', draft: { version: 2 } })
    expect(await one.drafts.save(draft('trois'), 1)).toMatchObject({
      is: 'conflict',
      theirs: { by: IDRISS, version: 2 },
    })
    expect(await one.drafts.all()).toEqual([{ ...draft('deux', IDRISS), version: 2 }])
    expect(await one.drafts.of('paffarc')).toEqual({ ...draft('deux', IDRISS), version: 2 })
    expect(await one.drafts.of('mifi')).toBeUndefined()
    expect(told.mock.calls.length).toBeGreaterThan(0)
  })

  it('of many saves at once on one version, take one', async () => {
    const settings = await fresh()
    const [one, other] = [await open(settings), await open(settings)]
    for (const on of [0, 1]) {
      const saves = Array.from({ length: 10 }, (_, at) => (at % 2 ? one : other).drafts.save(draft(`${on}.${at}`), on))
      expect((await Promise.all(saves)).filter(({ is }) => is === 'saved')).toHaveLength(1)
    }
  })

  it('are thrown away at the version that was seen, and who held an old one cannot save over the next', async () => {
    const { drafts } = await open()
    await drafts.save(draft('un'), 0)
    expect(await drafts.drop('paffarc', 2)).toBe(false)
    expect(await drafts.drop('paffarc', 1)).toBe(true)
    expect(await drafts.drop('paffarc', 1)).toBe(false)
    expect(await drafts.all()).toEqual([])
    expect(await drafts.save(draft('vieux'), 1)).toEqual({ is: 'conflict' })
    const again = await drafts.save(draft('neuf', IDRISS), 0)
    expect(again).toMatchObject({ is: 'saved', draft: { version: 2 } })
    expect(await drafts.save(draft('vieux'), 1)).toMatchObject({ is: 'conflict', theirs: { by: IDRISS } })
  })

  it('are done with once published; one that was saved meanwhile stays, as a change of what is published now', async () => {
    const store = await open()
    await store.drafts.save(draft('un'), 0)
    await publish(store, made(0, FIRST, { drafts: new Map([['paffarc', 1]]) }))
    expect(await store.drafts.of('paffarc')).toBeUndefined()

    await store.drafts.save(draft('deux'), 0)
    await store.drafts.save(draft('trois'), 2)
    const next = filesOf({ 'programs/paffarc/fr.md': 'deux' })
    const published = await publish(store, made(1, next, { drafts: new Map([['paffarc', 2]]) }))
    expect(await store.drafts.of('paffarc')).toEqual({
      ...draft('trois'),
      base: new Map([['programs/paffarc/fr.md', published.digests.get('programs/paffarc/fr.md')]]),
      version: 3,
    })
    // Refused: nothing of it was done, its drafts stay.
    expect((await store.publications.publish(made(1, FIRST, { drafts: new Map([['paffarc', 3]]) }))).is).toBe(
      'conflict',
    )
    expect((await store.drafts.of('paffarc'))?.version).toBe(3)
  })
})

onPostgres('what is published', ({ fresh, open }) => {
  it('is told to the other processes', async () => {
    const settings = await fresh()
    const [one, other] = [await open(settings), await open(settings)]
    const heard = Promise.all(
      ['publication', 'draft:paffarc'].map(
        (subject) => new Promise<void>((resolve) => void other.news.follow(subject, () => resolve())),
      ),
    )
    await publish(one, made(0, FIRST, { drafts: new Map([['paffarc', 1]]) }))
    await heard
    expect((await other.publications.latest())?.number).toBe(1)
  })
})
