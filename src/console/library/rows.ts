import { type Article, type Folder, KIND_OF_FOLDER } from '../../knowledge/article.ts'
import { editableText } from '../../knowledge/edit-text.ts'
import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import type { Draft, Publication } from '../../knowledge/publication.ts'
import type { ArticleUsage } from '../../knowledge/usage.ts'
import { LANGUAGES, type Language, ORIGINAL } from '../../language/languages.ts'
import type { Published } from './published.ts'

/** How a text stands: it follows its French, is behind it, or is not there. */
export type TextState = 'fresh' | 'behind' | 'missing'

/** An article as a line of the list. */
export interface Row {
  readonly id: string
  readonly folder: Folder
  readonly title: string
  readonly texts: Readonly<Record<Language, TextState>>
  /** The day by which it must be read again. */
  readonly review?: string
  readonly isDue: boolean
  readonly findings: readonly Finding[]
  readonly draft?: Draft
  /** It is not published yet. */
  readonly isNew: boolean
  readonly changed?: Publication
  readonly usage?: ArticleUsage
}

/** So many days before its date an article is already named. */
const SOON_DAYS = 14

/** Every article that is published or drafted, in the order of the shelf. */
export function rowsOf(
  published: Published,
  drafts: readonly Draft[],
  findings: readonly Finding[],
  today: string,
  usage: readonly ArticleUsage[] = [],
): readonly Row[] {
  const draftOf = new Map(drafts.map((draft) => [draft.article, draft]))
  const rows = published.content.articles.map((article) => rowOf(article, published, findings, today))
  const unread = unreadOf(published, findings)
  const begun = drafts.filter(
    ({ article }) => !published.articles.has(article) && !unread.some(({ id }) => id === article),
  )
  return [...rows, ...unread, ...begun.map(rowOfDraft)].map((row) => {
    const draft = draftOf.get(row.id)
    const used = usage.find(({ article }) => article === row.id)
    return { ...row, ...(draft ? { draft } : {}), ...(used ? { usage: used } : {}) }
  })
}

function rowOf(article: Article, published: Published, findings: readonly Finding[], today: string): Row {
  const changed = published.changes.get(article.id)
  return {
    id: article.id,
    folder: article.folder,
    title: article.texts[ORIGINAL]?.title ?? article.id,
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, stateOf(article, language)])) as Row['texts'],
    review: article.about.review,
    isDue: article.about.review <= daysAfter(today, SOON_DAYS),
    findings: findings.filter(({ file, rule }) => file.split('/')[1] === article.id && !SHOWN_OTHERWISE.has(rule)),
    isNew: false,
    ...(changed ? { changed } : {}),
  }
}

/** What a line says by other marks. */
const SHOWN_OTHERWISE = new Set(['stale-translation', 'review-past'])

export function stateOf(article: Article, language: Language): TextState {
  const text = article.texts[language]
  if (!text) return 'missing'
  if (language === ORIGINAL) return 'fresh'
  return text.translates === article.texts[ORIGINAL]?.digest ? 'fresh' : 'behind'
}

const NO_TEXT = Object.fromEntries(LANGUAGES.map((language) => [language, 'missing'])) as Row['texts']

/** Articles whose about.yaml cannot be read: they are shown all the same, so that they can be mended. */
function unreadOf({ files, articles }: Published, findings: readonly Finding[]): Row[] {
  const ids = new Map(
    [...files.keys()].flatMap((path) => {
      const at = articlePath(path)
      return at && !articles.has(at.id) ? [[at.id, at.folder] as const] : []
    }),
  )
  return [...ids].map(([id, folder]) => ({
    id,
    folder,
    title: id,
    texts: NO_TEXT,
    isDue: false,
    findings: findings.filter(({ file }) => file.split('/')[1] === id),
    isNew: false,
  }))
}

function rowOfDraft(draft: Draft): Row {
  const paths = [...draft.files].filter(([, text]) => text !== null)
  const original = paths.find(([path]) => path.endsWith(`/${ORIGINAL}.md`))
  const folder = paths.map(([path]) => articlePath(path)?.folder).find((each) => each !== undefined)
  return {
    id: draft.article,
    folder: folder ?? (Object.keys(KIND_OF_FOLDER)[0] as Folder),
    title: (original?.[1] && editableText(original[1]).title) || draft.article,
    texts: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        paths.some(([path]) => path.endsWith(`/${language}.md`)) ? 'fresh' : 'missing',
      ]),
    ) as Row['texts'],
    isDue: false,
    findings: [],
    isNew: true,
  }
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
