import type { Article, Section } from './article.ts'
import type { Content } from './content.ts'
import { TOKEN } from './passages.ts'
import { idNow, type Redirects } from './redirects.ts'

/**
 * What differs between two states of content, an article that did not change being the same object in both; as far as
 * others may rest on it.
 */
export interface Differences {
  /** The ids of articles that are new, changed or gone. */
  readonly changed: ReadonlySet<string>
  /** Those among them that came, went, or are of another kind now. */
  readonly appeared: ReadonlySet<string>
  /** The facts, sources and articles that a text may show, and that are not what they were. */
  readonly shown: ReadonlySet<string>
}

type Compared = Pick<Content, 'articles' | 'redirects'>

export function differences(before: Compared, after: Compared): Differences {
  const [old, now] = [byId(before), byId(after)]
  const changed = new Set([...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id)))
  const appeared = new Set([...changed].filter((id) => old.get(id)?.kind !== now.get(id)?.kind))
  const shown = new Set<string>()
  for (const id of changed) {
    const [was, is] = [old.get(id), now.get(id)]
    if (!was || !is) shown.add(articleItem(id))
    for (const name of differing(was?.about.facts, is?.about.facts)) shown.add(factItem(id, name))
    for (const name of differing(was?.about.sources, is?.about.sources)) shown.add(sourceItem(id, name))
  }
  if (shown.size > 0) spread(shown, after)
  return { changed, appeared, shown }
}

/** Sources that stand for a changed source of another article have changed, and so have the facts that rest on them. */
function spread(shown: Set<string>, { articles, redirects }: Compared): void {
  for (const { id, about } of articles) {
    for (const [name, source] of Object.entries(about.sources)) {
      if (typeof source === 'string' && shown.has(elsewhere(source, redirects))) shown.add(sourceItem(id, name))
    }
    for (const [name, { source }] of Object.entries(about.facts ?? {})) {
      if (shown.has(sourceItem(id, source))) shown.add(factItem(id, name))
    }
  }
}

/** Whether the words of a section show something that is not what it was. */
export function rests(section: Section, article: Article, { shown }: Differences, redirects: Redirects): boolean {
  return shown.size > 0 && itemsIn(section, article, redirects).some((item) => shown.has(item))
}

/** Whether anything in an article rests on what is not what it was. */
export function restsSomewhere(article: Article, content: Compared, differ: Differences): boolean {
  const { id, about, texts } = article
  return (
    [...about.contacts, ...about.related].some((to) => differ.appeared.has(idNow(to, content.redirects))) ||
    Object.keys(about.sources).some((name) => differ.shown.has(sourceItem(id, name))) ||
    Object.keys(about.facts ?? {}).some((name) => differ.shown.has(factItem(id, name))) ||
    Object.values(texts).some(({ sections }) =>
      sections.some((section) => rests(section, article, differ, content.redirects)),
    )
  )
}

const known = new WeakMap<Section, { readonly redirects: Redirects; readonly items: readonly string[] }>()

/** What the words of a section show, looked for once. */
function itemsIn(section: Section, article: Article, redirects: Redirects): readonly string[] {
  const before = known.get(section)
  if (before?.redirects === redirects) return before.items
  const items = [...section.body.matchAll(TOKEN)].map(([, reference, fact, , scheme, target]) => {
    if (fact !== undefined) {
      const dot = fact in (article.about.facts ?? {}) ? -1 : fact.lastIndexOf('.')
      return dot < 1 ? factItem(article.id, fact) : factItem(idNow(fact.slice(0, dot), redirects), fact.slice(dot + 1))
    }
    if (scheme === 'article') return articleItem(idNow(target ?? '', redirects))
    return sourceItem(article.id, reference ?? target ?? '')
  })
  known.set(section, { redirects, items })
  return items
}

const articleItem = (id: string) => `article ${id}`
const factItem = (id: string, name: string) => `fact ${id} ${name}`
const sourceItem = (id: string, name: string) => `source ${id} ${name}`

function elsewhere(source: string, redirects: Redirects): string {
  const [id = '', name = ''] = source.split('/')
  return sourceItem(idNow(id, redirects), name)
}

/** The names whose value is not the same in both. */
function differing(
  one: Readonly<Record<string, unknown>> = {},
  other: Readonly<Record<string, unknown>> = {},
): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  )
}

function byId({ articles }: Compared): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]))
}
