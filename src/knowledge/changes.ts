import { isLanguage, LANGUAGES, type Language } from '../language/languages.ts'
import { articlePath, type Files } from './files.ts'
import { idNow, readRedirects } from './redirects.ts'

/** A part of an article: its text in a language, or what holds in all of them. */
export type Part = Language | 'about'
const PARTS: readonly Part[] = [...LANGUAGES, 'about']

export interface ArticleChange {
  readonly article: string
  readonly is: 'new' | 'changed' | 'retired'
  /** What of it differs. */
  readonly parts: readonly Part[]
  /** Where its id leads from now on, if it was retired and leads somewhere. */
  readonly to?: string
}

/** What differs between two states of content. */
export interface Change {
  readonly articles: readonly ArticleChange[]
  /** The files beside the articles that differ. */
  readonly beside: readonly string[]
}

/** What differs between two states of content, by article. */
export function changed(before: Files, after: Files): Change {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
  const parts = new Map<string, Set<Part>>()
  const beside: string[] = []
  for (const path of paths) {
    const at = articlePath(path)
    if (!at) beside.push(path)
    else parts.set(at.id, (parts.get(at.id) ?? new Set()).add(partOf(at.name)))
  }
  const [had, has] = [idsIn(before), idsIn(after)]
  const redirects = readRedirects(after, [])
  const articles = [...parts].map(([article, own]): ArticleChange => {
    const is = !had.has(article) ? 'new' : has.has(article) ? 'changed' : 'retired'
    const to = is === 'retired' ? idNow(article, redirects) : article
    return { article, is, parts: PARTS.filter((part) => own.has(part)), ...(to === article ? {} : { to }) }
  })
  return { articles: articles.sort((one, other) => (one.article < other.article ? -1 : 1)), beside: beside.sort() }
}

function partOf(name: string): Part {
  const language = name.replace(/\.md$/, '')
  return isLanguage(language) ? language : 'about'
}

function idsIn(files: Files): ReadonlySet<string> {
  return new Set([...files.keys()].flatMap((path) => articlePath(path)?.id ?? []))
}
