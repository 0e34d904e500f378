import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { exportFolder, importFolder, Refused, rollBack } from '../src/commands/knowledge-ledger.ts'
import { HOUSE } from '../src/house.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { type OpenLibrary, openLibrary } from '../src/knowledge/open-library.ts'
import { writeFiles } from '../src/knowledge/write-files.ts'
import type { Store } from '../src/store/store.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { smallContent, wordOf } from './small-content.ts'
import { MAUDE, NOON } from './store-samples.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'passerelle-content-'))

function folderOf(articles: number): string {
  const root = emptyFolder()
  writeFiles(root, smallContent(articles))
  return root
}

const open: OpenLibrary[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.close()))
})

async function read(store: Store, folder: string, notice = vi.fn<(sentence: string) => void>()) {
  const trouble = vi.fn()
  const library = await openLibrary({ ...store, folder, now: () => NOON, trouble, notice })
  open.push(library)
  return { library, notice, trouble }
}

/** Publishes one edit, as an editor would. */
async function edit({ publications }: Store, path: string, change: (text: string) => string) {
  const latest = await publications.latest()
  if (!latest) throw new Error('nothing is published')
  const files = new Map(await publications.files(latest))
  files.set(path, change(files.get(path) ?? ''))
  const made = await publications.publish({
    base: latest.number,
    at: NOON,
    by: MAUDE,
    origin: 'edit',
    reason: '',
    says: 'une correction',
    files,
  })
  if (made.is !== 'published') throw new Error('refused')
  return made.publication
}

onEveryDatabase('the library at the counter', ({ fresh, open: openStore, dialect }) => {
  it('publishes the files at the first start, and nothing at the next', async () => {
    const [settings, folder] = [await fresh(), folderOf(3)]
    for (const _ of ['first', 'next']) {
      const store = await openStore(settings)
      const { library } = await read(store, folder)
      expect(library.published.publication).toMatchObject({
        number: 1,
        origin: 'files',
        by: { name: 'Passerelle' },
        says: 'Première publication : 3 fiches',
      })
      expect(library.published.library.publication).toBe(1)
      expect(library.published.files).toEqual(smallContent(3))
      expect(await store.publications.history(5)).toHaveLength(1)
    }
  })

  it('publishes them once where two processes start at once', async () => {
    const [settings, folder] = [await fresh(), folderOf(3)]
    const stores = await Promise.all([openStore(settings), openStore(settings)])
    const both = await Promise.all(stores.map((store) => read(store, folder)))
    expect(both.map(({ library }) => library.published.publication.number)).toEqual([1, 1])
    expect(await stores[0]?.publications.history(5)).toHaveLength(1)
  })

  it('takes new files in, until staff have edited; then says that they differ', async () => {
    const [settings, folder] = [await fresh(), folderOf(3)]
    const store = await openStore(settings)
    await read(store, folder)
    writeFiles(folder, smallContent(4))
    const second = await read(store, folder)
    expect(second.library.published.publication).toMatchObject({ number: 2, origin: 'files' })
    expect(second.library.published.publication.says).toContain(`nouvelle fiche : ${wordOf(3)} fr`)
    await edit(store, 'contacts/c1/about.yaml', (text) => text.replace('418 555-1001', '418 555-9999'))

    const third = await read(store, folder)
    expect(third.library.published.publication).toMatchObject({ number: 3, origin: 'edit' })
    expect(third.notice).toHaveBeenCalledWith(expect.stringMatching(/publication 3.*npm run knowledge -- import/s))
    expect(third.library.published.library.passage('c1', 'about', 'fr')?.text).toContain('418 555-9999')
  })

  it('follows what is published, in every replica, while an answer keeps to the library that it began with', async () => {
    const [settings, folder] = [await fresh(), folderOf(4)]
    const [one, other] = [await openStore(settings), await openStore(settings)]
    const replicas = [await read(one, folder), await read(other, folder)]
    const begun = replicas.map(({ library }) => library.published.library)
    await edit(one, 'contacts/c1/about.yaml', (text) => text.replace('418 555-1001', '418 555-9999'))
    for (const { library, trouble } of replicas) {
      // Nobody asks for it: news, or a look at the ledger, brings it.
      await vi.waitFor(() => expect(library.published.publication.number).toBe(2), { timeout: 5_000 })
      for (const language of ['fr', 'en', 'es', 'ar'] as const)
        expect(library.published.library.passage('c1', 'about', language)?.text).toContain('418 555-9999')
      expect(library.published.library.publication).toBe(2)
      expect(trouble).not.toHaveBeenCalled()
    }
    for (const library of begun) {
      expect(library.publication).toBe(1)
      expect(library.passage('c1', 'about', 'fr')?.text).toContain('418 555-1001')
      expect(library.search(`${wordOf(2)} ${wordOf(2)}x1`, 'fr').hits[0]?.article).toBe('c2')
    }
  })

  it('comes out of the ledger and back into it byte for byte', async () => {
    const store = await openStore()
    await importFolder(store, `${HOUSE}knowledge`, '', NOON)
    const first = await store.publications.latest()
    const folder = emptyFolder()
    await exportFolder(store, folder)
    for (const path of readFiles(`${HOUSE}knowledge`).keys())
      expect(readFileSync(join(folder, path)).equals(readFileSync(join(HOUSE, 'knowledge', path))), path).toBe(true)
    await importFolder(store, folder, '', NOON)
    // Exactly the same: there was nothing to publish.
    expect((await store.publications.latest())?.number).toBe(1)
    expect(first?.digests.size).toBe(readFiles(folder).size)
  })

  if (dialect === 'postgres') return

  it('is put back by one more publication', async () => {
    const store = await openStore()
    await importFolder(store, folderOf(3), '', NOON)
    await edit(store, 'contacts/c1/about.yaml', (text) => text.replace('418 555-1001', '418 555-9999'))
    await rollBack(store, 1, 'une erreur', NOON)
    const latest = await store.publications.latest()
    expect(latest).toMatchObject({ number: 3, origin: 'rollback', reason: 'une erreur' })
    expect(latest && (await store.publications.files(latest))).toEqual(smallContent(3))
    await expect(rollBack(store, 9, '', NOON)).rejects.toThrow(/no publication 9/)
    await rollBack(store, 1, '', NOON)
    expect((await store.publications.latest())?.number).toBe(3)
  })

  it('takes no folder in which an error is found, or no content is', async () => {
    const store = await openStore()
    const folder = folderOf(3)
    await importFolder(store, folder, '', NOON)
    writeFileSync(
      join(folder, 'contacts/c1/fr.md'),
      `${readFileSync(join(folder, 'contacts/c1/fr.md'))}\nSans source.\n`,
    )
    await expect(importFolder(store, folder, 'parce que', NOON)).rejects.toThrow(/unsourced · contacts\/c1\/fr\.md/)
    await expect(importFolder(store, emptyFolder(), '', NOON)).rejects.toThrow(Refused)
    await expect(importFolder(store, '/nowhere/at/all', '', NOON)).rejects.toThrow(/no article/)
    expect((await store.publications.latest())?.number).toBe(1)
  })
})

describe('a folder of content', () => {
  it('is written where there is content already, or nothing', () => {
    const folder = folderOf(4)
    mkdirSync(join(folder, 'desk'))
    writeFileSync(join(folder, 'desk', 'hours.yaml'), 'kept')
    writeFiles(folder, smallContent(3))
    expect(readFiles(folder)).toEqual(smallContent(3))
    expect(readFileSync(join(folder, 'desk', 'hours.yaml'), 'utf8')).toBe('kept')

    const other = emptyFolder()
    writeFileSync(join(other, 'letter.txt'), 'mine')
    expect(() => writeFiles(other, smallContent(3))).toThrow(/holds other things/)
    const copy = join(emptyFolder(), 'deep', 'down')
    writeFiles(copy, smallContent(2))
    expect(readFiles(copy)).toEqual(smallContent(2))
  })

  it('is never written outside itself', () => {
    for (const path of ['../escape.md', 'steps/../fr.md', 'contacts/c1/../../x', 'contacts/./fr.md', '/etc/passwd'])
      expect(() => writeFiles(emptyFolder(), new Map([[path, 'x']])), path).toThrow(/no place for content/)
  })
})
