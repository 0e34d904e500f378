import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../knowledge/article.ts'
import { checkArticle } from '../../knowledge/check.ts'
import { type Checked, checkedAfter } from '../../knowledge/checked.ts'
import { type Content, contentReader } from '../../knowledge/content.ts'
import type { Files } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import { buildLibrary, type Library } from '../../knowledge/library.ts'
import type { Publication, Publications } from '../../knowledge/publication.ts'
import { fold } from '../../language/text.ts'
import { lastChanges } from './changes.ts'
import type { LibraryPages } from './resources.ts'

/** What people read, with what it was read from. One publication is read once. */
export interface Published {
  readonly publication: Publication
  readonly files: Files
  readonly content: Content
  readonly articles: ReadonlyMap<string, Article>
  /** Who changed an article last, as far back as is looked. */
  readonly changes: ReadonlyMap<string, Publication>
  /** An article's words in every language, as they are searched by staff. */
  wordsOf(article: string): string
  library(): Library
  /** What the rules find on a day, but for what the phrasings find. */
  findings(today: string): Promise<readonly Finding[]>
  /** What every rule finds: the first time on a day, it takes seconds. */
  checked(today: string): Promise<Checked>
}

/** What is remembered from one publication to the next, so that only what changed is read and checked again. */
interface Reading {
  readonly read: (files: Files) => Content
  checked?: Checked
}

/** How far back it is looked who changed an article. */
const LOOKED_BACK = 60

/** Reads the latest publication, once for all who ask. */
export function openPublished(pages: Pick<LibraryPages, 'publications' | 'library'>): () => Promise<Published> {
  let known: { readonly number: number; readonly read: Promise<Published> } | undefined
  const reading: Reading = { read: contentReader() }
  return async () => {
    const latest = await pages.publications.latest()
    if (!latest) throw new Error('Nothing is published yet: start the house once, so that it publishes its files.')
    if (known?.number !== latest.number) {
      const read = readPublished(latest, pages, reading)
      known = { number: latest.number, read }
      read.catch(() => {
        known = undefined
      })
    }
    return known.read
  }
}

async function readPublished(
  publication: Publication,
  { publications, library }: { readonly publications: Publications; library(): Library },
  reading: Reading,
): Promise<Published> {
  const [files, history] = await Promise.all([publications.files(publication), publications.history(LOOKED_BACK)])
  await setImmediate()
  const content = reading.read(files)
  const articles = new Map(content.articles.map((article) => [article.id, article]))
  const words = new Map<string, string>()
  const checked = new Map<string, Promise<readonly Finding[]>>()
  const wholly = new Map<string, Promise<Checked>>()
  let own: Library | undefined
  const present = () => {
    if (library().publication === publication.number) return library()
    own ??= buildLibrary(content, publication.number)
    return own
  }
  const check = async (today: string) => {
    reading.checked = await checkedAfter(reading.checked, content, present(), today, () => setImmediate())
    return reading.checked
  }
  return {
    publication,
    files,
    content,
    articles,
    changes: lastChanges(history),
    wordsOf: (article) => {
      const found =
        words.get(article) ??
        fold([...files].flatMap(([path, text]) => (path.split('/')[1] === article ? [article, text] : [])).join('\n'))
      words.set(article, found)
      return found
    },
    library: present,
    findings: (today) => {
      const found = checked.get(today) ?? quickFindings(content, today)
      checked.set(today, found)
      return found
    },
    checked: (today) => {
      const found = wholly.get(today) ?? check(today)
      wholly.set(today, found)
      return found
    },
  }
}

/** Looks at one article after another, so that nobody at the counter waits for it. */
async function quickFindings(content: Content, today: string): Promise<readonly Finding[]> {
  const found = [...content.findings]
  for (const article of content.articles) {
    await setImmediate()
    found.push(...checkArticle(article, content, today))
  }
  return found
}
