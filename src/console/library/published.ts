import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../knowledge/article.ts'
import { checkArticle } from '../../knowledge/check.ts'
import type { Checked } from '../../knowledge/checked.ts'
import type { Content } from '../../knowledge/content.ts'
import type { Finding } from '../../knowledge/finding.ts'
import type { Published as Open } from '../../knowledge/open-library.ts'
import type { Publication } from '../../knowledge/publication.ts'
import { fold } from '../../language/text.ts'
import { lastChanges } from './changes.ts'
import type { LibraryPages } from './resources.ts'

/** What people read, with what editors want to know of it. */
export interface Published extends Open {
  readonly articles: ReadonlyMap<string, Article>
  /** Who changed an article last, as far back as is looked. */
  readonly changes: ReadonlyMap<string, Publication>
  /** An article's words in every language, as they are searched by staff. */
  wordsOf(article: string): string
  /** What the rules find on a day; until all was looked at on that day, without what the phrasings find. */
  findings(today: string): Promise<readonly Finding[]>
  /** What every rule finds: the first time on a day, it takes seconds. */
  checked(today: string): Promise<Checked>
}

/** How far back it is looked who changed an article. */
const LOOKED_BACK = 60

/** Gives what is published now; what is made of one publication is made once. */
export function openPublished({
  publications,
  reading,
}: Pick<LibraryPages, 'publications' | 'reading'>): () => Promise<Published> {
  let known: Published | undefined
  let lookedAt: string | undefined
  const checked = async (today: string) => {
    const found = await reading.checked(today)
    lookedAt = today
    return found
  }
  const findings = (content: Content) => {
    const quick = new Map<string, Promise<readonly Finding[]>>()
    return async (today: string) =>
      lookedAt === today ? (await checked(today)).findings : once(quick, today, () => quickFindings(content, today))
  }
  return async () => {
    const open = await reading.refresh()
    if (known?.publication.number !== open.publication.number) {
      const changes = lastChanges(await publications.history(LOOKED_BACK))
      known = { ...publishedOf(open), changes, findings: findings(open.content), checked }
    }
    return known
  }
}

function publishedOf(open: Open): Omit<Published, 'changes' | 'findings' | 'checked'> {
  const { content, files } = open
  const words = new Map<string, string>()
  return {
    ...open,
    articles: new Map(content.articles.map((article) => [article.id, article])),
    wordsOf: (article) =>
      once(words, article, () =>
        fold([...files].flatMap(([path, text]) => (path.split('/')[1] === article ? [article, text] : [])).join('\n')),
      ),
  }
}

function once<Made>(made: Map<string, Made>, name: string, make: () => Made): Made {
  const found = made.get(name) ?? make()
  made.set(name, found)
  return found
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
