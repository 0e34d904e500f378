import { setImmediate as breathe } from 'node:timers/promises'
import { LANGUAGES, ORIGINAL } from '../language/languages.ts'
import { changed } from './changes.ts'
import { type Checked, checkedAfter } from './checked.ts'
import { type Content, contentReader } from './content.ts'
import { wholeDigestOf } from './digest.ts'
import { articlePath, type Files, readFiles } from './files.ts'
import { buildLibrary, type Library } from './library.ts'
import { inOneSentence } from './one-sentence.ts'
import type { Publication, Publications } from './publication.ts'

/** What people read at this moment: one publication, and what is made of it. Never changed; another takes its place. */
export interface Published {
  readonly publication: Publication
  readonly files: Files
  readonly content: Content
  readonly library: Library
}

/** The library that is open at the counter. */
export interface OpenLibrary {
  /** What is read now. Whoever answers takes it once, and keeps to it until the answer is given. */
  readonly published: Published
  /** What the rules find in it on a day (YYYY-MM-DD). The first time it takes seconds, a piece at a time; then what changed is looked at. */
  checked(today: string): Promise<Checked>
  /** Content as it would be of other files, and its library: made of this one as far as they are the same. */
  proposed(files: Files): Promise<Pick<Published, 'content' | 'library'>>
  /** Looks for a newer publication now; gives what is read then. */
  refresh(): Promise<Published>
  close(): Promise<void>
}

/** What the library is opened on. */
export interface LibraryGround {
  readonly publications: Publications
  /** Tells when `publication` changed, in this process or another. */
  readonly news: { follow(subject: string, listener: () => void): () => void }
  /** The content folder that came with this release. */
  readonly folder: string
  now(): Date
  /** Told of what keeps a publication from being read here. */
  trouble(sentence: string, error?: unknown): void
  /** Told what whoever runs the house should know. */
  notice(sentence: string): void
}

const HOUSE = { id: 'passerelle', name: 'Passerelle' }
/** How often the ledger is asked, lest news get lost. */
const LOOK_MS = 1000

/**
 * Opens the library: the latest publication, after the folder was taken in where nobody has edited since. It follows
 * what is published: the next library is made and warmed a piece at a time, then takes the place of this one at once.
 */
export async function openLibrary(ground: LibraryGround): Promise<OpenLibrary> {
  const { publications, news, trouble } = ground
  const read = contentReader()
  const own = readFiles(ground.folder)
  let published = publishedOf(await firstPublication(ground, own, titlesOf(read(own))))
  let turning: Promise<void> | undefined
  let isDue = false
  let closed = false

  function publishedOf({ publication, files }: Pick<Published, 'publication' | 'files'>): Published {
    const content = read(files)
    return { publication, files, content, library: buildLibrary(content, publication.number) }
  }

  async function turn(): Promise<void> {
    const publication = await publications.latest()
    if (!publication || publication.number <= published.publication.number) return
    const files = await publications.files(publication)
    await breathe()
    const content = read(files)
    await breathe()
    const library = buildLibrary(content, publication.number, published.library)
    for (const language of LANGUAGES) {
      await breathe()
      library.warm(language)
    }
    published = { publication, files, content, library }
  }

  /** One turn at a time; what is asked for during one is done by another after it. */
  function look(): Promise<void> {
    isDue = true
    turning ??= (async () => {
      try {
        while (isDue && !closed) {
          isDue = false
          await turn()
        }
      } finally {
        turning = undefined
      }
    })()
    return turning
  }

  let lastCheck: Promise<Checked | undefined> = Promise.resolve(undefined)
  function checked(today: string): Promise<Checked> {
    const check = lastCheck.then(async (last) => {
      const { content, library } = published
      if (last?.content === content && last.today === today) return last
      return checkedAfter(last, content, library, today, () => breathe())
    })
    lastCheck = check.catch(() => undefined)
    return check
  }

  const follow = () => {
    isDue = true
    if (closed || turning) return
    look().catch((error: unknown) => {
      if (!closed) trouble('What was published cannot be read here yet; it is tried again.', error)
    })
  }
  const unfollow = news.follow('publication', follow)
  const looking = setInterval(follow, LOOK_MS)
  looking.unref()

  return {
    get published() {
      return published
    },
    checked,
    proposed: async (files) => {
      const content = read(files)
      await breathe()
      const { library, publication } = published
      return { content, library: buildLibrary(content, publication.number, library) }
    },
    refresh: async () => {
      await look()
      return published
    },
    close: async () => {
      closed = true
      clearInterval(looking)
      unfollow()
      await turning?.catch(() => {})
    },
  }
}

/** The publication to begin with, with its files. */
async function firstPublication(
  { publications, now, notice }: LibraryGround,
  own: Files,
  title: (article: string) => string,
): Promise<Pick<Published, 'publication' | 'files'>> {
  for (;;) {
    const latest = await publications.latest()
    if (latest && isMadeOf(latest, own)) return { publication: latest, files: own }
    if (latest && latest.origin !== 'files') {
      notice(
        `The files in knowledge/ are not what people read: publication ${latest.number} is, which staff made. ` +
          'To publish the files instead: npm run knowledge -- import knowledge',
      )
      return { publication: latest, files: await publications.files(latest) }
    }
    const before: Files = latest ? await publications.files(latest) : new Map()
    const made = await publications.publish({
      base: latest?.number ?? 0,
      at: now(),
      by: HOUSE,
      origin: 'files',
      reason: latest ? 'Nouvelle livraison de Passerelle' : 'Première ouverture de Passerelle',
      says: latest ? inOneSentence(changed(before, own), title) : `Première publication : ${countOf(own)} fiches`,
      files: own,
    })
    if (made.is === 'published') return { publication: made.publication, files: own }
    // Another process opened at the same moment: what it published is looked at in its turn.
  }
}

/** Whether a publication holds exactly these files. */
export function isMadeOf({ digests }: Pick<Publication, 'digests'>, files: Files): boolean {
  return digests.size === files.size && [...files].every(([path, text]) => digests.get(path) === wholeDigestOf(text))
}

/** How an article is called in French, by its id. */
export function titlesOf({ articles }: Content): (article: string) => string {
  const titles = new Map(articles.map(({ id, texts }) => [id, texts[ORIGINAL]?.title]))
  return (article) => titles.get(article) ?? article
}

function countOf(files: Files): number {
  return new Set([...files.keys()].flatMap((path) => articlePath(path)?.id ?? [])).size
}
