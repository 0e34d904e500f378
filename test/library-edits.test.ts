import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { changed } from '../src/knowledge/changes.ts'
import { checkContent } from '../src/knowledge/check.ts'
import { checkedAfter } from '../src/knowledge/checked.ts'
import { contentReader } from '../src/knowledge/content.ts'
import { wholeDigestOf } from '../src/knowledge/digest.ts'
import { applyDrafts, baseOf, conflictsOf } from '../src/knowledge/drafts.ts'
import type { Files } from '../src/knowledge/files.ts'
import { mayPublish } from '../src/knowledge/may-publish.ts'
import { inOneSentence } from '../src/knowledge/one-sentence.ts'
import { type OpenLibrary, openLibrary, type Published } from '../src/knowledge/open-library.ts'
import type { Draft } from '../src/knowledge/publication.ts'
import { writeFiles } from '../src/knowledge/write-files.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import type { Store } from '../src/store/store.ts'
import { onPostgres } from './on-every-database.ts'
import { following, smallContent } from './small-content.ts'
import { IDRISS, MAUDE, NOON } from './store-samples.ts'

/** How many edits; the figure of the issue is 1,000: EDITS=1000 npx vitest run test/library-edits.test.ts */
const EDITS = Number(process.env.EDITS ?? 120)
const ARTICLES = 8
const TODAY = '2026-11-02'

type Replica = { readonly store: Store; readonly library: OpenLibrary }
const MARK = /Marque (\w+) \[\^here\]\./g
const marksIn = (text = '') => [...text.matchAll(MARK)].map(([, mark]) => mark ?? '')

/** An article's files with a mark more in every language, the translations read against the new French. */
function marked(files: ReadonlyMap<string, string | null>, article: string, marks: readonly string[]) {
  const own = new Map([...files].filter(([path]) => path.includes(`/${article}/`)))
  const french = `contacts/${article}/fr.md`
  for (const language of LANGUAGES) {
    const path = `contacts/${article}/${language}.md`
    const text = own.get(path) ?? ''
    const fresh = marks.filter((mark) => !marksIn(text).includes(mark))
    const longer = `${text}${fresh.map((mark) => `\nMarque ${mark} [^here].\n`).join('')}`
    own.set(path, path === french ? longer : following(longer, own.get(french) ?? ''))
  }
  return own
}

/** One editor at one replica: writes drafts and publishes them, whatever the other does meanwhile. */
function editor({ store, library }: Replica, by: { readonly id: string; readonly name: string }) {
  /** Saves a mark in the article's draft, over what the other saved; gives the draft that holds it. */
  async function write(article: string, mark: string): Promise<Draft> {
    let there = await store.drafts.of(article)
    for (;;) {
      const { files, publication } = library.published
      const begun = there ?? {
        files: new Map<string, string | null>(files),
        base: baseOf(article, publication.digests),
      }
      const saved = await store.drafts.save(
        { article, files: marked(begun.files, article, [mark]), base: begun.base, by, at: NOON },
        there?.version ?? 0,
      )
      if (saved.is === 'saved') return saved.draft
      there = saved.theirs
    }
  }

  /** Publishes an article's draft as it is now; what was published since it was begun is taken in first. */
  async function publish(article: string): Promise<'published' | 'nothing' | 'refused'> {
    for (;;) {
      const published = await library.refresh()
      const draft = await store.drafts.of(article)
      if (!draft) return 'nothing'
      if (conflictsOf(draft, published.publication.digests).length > 0) {
        const marks = [...draft.files.values()].flatMap((text) => marksIn(text ?? ''))
        const files = marked(published.files, article, [...new Set(marks)])
        await store.drafts.save(
          { ...draft, files, base: baseOf(article, published.publication.digests) },
          draft.version,
        )
        continue
      }
      const files = applyDrafts(published.files, [draft])
      if (!(await mayBe(files))) return 'refused'
      const made = await store.publications.publish({
        base: published.publication.number,
        at: NOON,
        by,
        origin: 'edit',
        reason: '',
        says: inOneSentence(changed(published.files, files)),
        files,
        drafts: new Map([[article, draft.version]]),
      })
      if (made.is === 'published') return 'published'
    }
  }

  async function mayBe(files: Files): Promise<boolean> {
    const before = await library.checked(TODAY)
    const proposed = await library.proposed(files)
    const found = await checkedAfter(before, proposed.content, proposed.library, TODAY, () => breathe())
    return mayPublish(before.findings, found.findings, '').may === 'publish'
  }

  /** What nobody may publish: a sentence without a source. */
  async function spoil(article: string): Promise<string> {
    const published = await library.refresh()
    const path = `contacts/${article}/es.md`
    const spoiled = new Map(published.files).set(path, `${published.files.get(path)}\nSin fuente.\n`)
    return (await mayBe(spoiled)) ? 'let through' : 'refused'
  }

  return { write, publish, spoil }
}

/** Whether a library is of one piece: every text of it is the one of its publication's files. */
function isWhole({ publication, files, library }: Published): boolean {
  if (library.publication !== publication.number || files.size !== publication.digests.size) return false
  for (const [path, text] of files) if (publication.digests.get(path) !== wholeDigestOf(text)) return false
  return [...library.articles.keys()].every((article) =>
    LANGUAGES.every((language) => {
      const shown = library.passages(article, language).map(({ text }) => text)
      return marksIn(files.get(`contacts/${article}/${language}.md`)).every((mark) =>
        shown.some((text) => text.includes(`Marque ${mark} `)),
      )
    }),
  )
}

onPostgres('two editors at two replicas', ({ fresh, open }) => {
  it(`lose none of ${EDITS} edits, publish nothing that a rule forbids, and no reader sees half of anything`, {
    timeout: 60_000 + EDITS * 2_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-content-'))
    writeFiles(folder, smallContent(ARTICLES))
    const settings = await fresh()
    const replicas: Replica[] = []
    for (const _ of ['one', 'other']) {
      const store = await open(settings)
      const trouble = (sentence: string, error: unknown) => {
        throw new Error(sentence, { cause: error })
      }
      replicas.push({
        store,
        library: await openLibrary({ ...store, folder, now: () => NOON, trouble, notice: trouble as never }),
      })
    }
    const articles = Array.from({ length: ARTICLES }, (_, at) => `c${at}`)
    const pick = () => articles[Math.floor(Math.random() * articles.length)] ?? ''

    let isOver = false
    const seen: number[][] = replicas.map(() => [])
    const readers = replicas.map(async ({ library }, at) => {
      while (!isOver) {
        const { published } = library
        expect(isWhole(published)).toBe(true)
        const last = seen[at]?.at(-1)
        if (last !== published.publication.number) seen[at]?.push(published.publication.number)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })

    const written: { article: string; mark: string }[] = []
    await Promise.all(
      replicas.map(async (replica, at) => {
        const { write, publish, spoil } = editor(replica, at ? IDRISS : MAUDE)
        for (let edit = at; edit < EDITS; edit += 2) {
          const [article, mark] = [pick(), `m${at}x${edit}`]
          await write(article, mark)
          written.push({ article, mark })
          if (Math.random() < 0.6)
            expect(['published', 'nothing']).toContain(await publish(Math.random() < 0.8 ? article : pick()))
          if (Math.random() < 0.05) expect(await spoil(pick())).toBe('refused')
        }
      }),
    )
    const [first] = replicas
    if (!first) throw new Error('no replica')
    const { publish } = editor(first, MAUDE)
    for (const article of articles) await publish(article)
    expect(await first.store.drafts.all()).toEqual([])

    const published = await Promise.all(replicas.map(({ library }) => library.refresh()))
    isOver = true
    await Promise.all(readers)
    expect(published[0]?.files).toEqual(published[1]?.files)
    for (const { article, mark } of written) {
      for (const language of LANGUAGES) {
        const marks = marksIn(published[0]?.files.get(`contacts/${article}/${language}.md`))
        expect(
          marks.filter((each) => each === mark),
          `${mark} in ${article}`,
        ).toHaveLength(1)
      }
    }
    // What readers saw only ever went forward.
    for (const numbers of seen) expect(numbers).toEqual([...numbers].sort((a, b) => a - b))

    const last = published[0]?.publication.number ?? 0
    const read = contentReader()
    for (const publication of await first.store.publications.history(last)) {
      const found = checkContent(read(await first.store.publications.files(publication)), TODAY)
      expect(found, `publication ${publication.number}`).toEqual([])
    }
    console.log(
      `${EDITS} edits in ${last - 1} publications; the readers saw ${seen.map(({ length }) => length).join(' and ')} of them`,
    )
    await Promise.all(replicas.map(({ library }) => library.close()))
  })
})
