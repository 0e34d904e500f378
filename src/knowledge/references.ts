import type { Article } from './article.ts'
import type { Content } from './content.ts'
import { TOKEN } from './passages.ts'
import { idNow } from './redirects.ts'

/** A place from which an article is led to. */
export interface Reference {
  /** The id as it is written there; it may be an old one. */
  readonly to: string
  readonly how: 'contacts' | 'related' | 'source' | 'fact' | 'link' | 'offer' | 'dialog'
  /** The article or the topic that leads there, or the dialog. */
  readonly from: string
  /** The file that it stands in, relative to the content folder; none for a dialog. */
  readonly file?: string
}

/** Every place in an article that names another one, or itself. */
export function referencesIn(article: Article): Reference[] {
  const from = article.id
  const place = `${article.folder}/${article.id}`
  const file = `${place}/about.yaml`
  const { contacts, related, sources, facts } = article.about
  return [
    ...contacts.map((to): Reference => ({ to, how: 'contacts', from, file })),
    ...related.map((to): Reference => ({ to, how: 'related', from, file })),
    ...Object.values(sources).flatMap((source) => sourceElsewhere(source, from, file)),
    ...Object.values(article.texts).flatMap(({ language, sections }) =>
      sections.flatMap(({ body }) => tokensIn(body, from, `${place}/${language}.md`, facts ?? {})),
    ),
  ]
}

function sourceElsewhere(source: unknown, from: string, file: string): Reference[] {
  return typeof source === 'string' ? [{ to: source.split('/')[0] ?? '', how: 'source', from, file }] : []
}

function tokensIn(body: string, from: string, file: string, ownFacts: object): Reference[] {
  return [...body.matchAll(TOKEN)].flatMap(([, , fact, , scheme, target]): Reference[] => {
    if (scheme === 'article') return [{ to: target ?? '', how: 'link', from, file }]
    const dot = fact?.lastIndexOf('.') ?? -1
    if (fact === undefined || dot < 1 || fact in ownFacts) return []
    return [{ to: fact.slice(0, dot), how: 'fact', from, file }]
  })
}

/** Every place in content that names an article: in the articles, and in the topics of the scope. */
export function references({ articles, scope }: Pick<Content, 'articles' | 'scope'>): Reference[] {
  const file = 'scope.yaml'
  const ofTopics = [...scope.emergencies, ...scope.outOfScope].flatMap(({ id: from, offers, sources, says, facts }) => [
    ...offers.map((to): Reference => ({ to, how: 'offer', from, file })),
    ...Object.values(sources).flatMap((source) => sourceElsewhere(source, from, file)),
    ...Object.values(says).flatMap((words) => tokensIn(words, from, file, facts ?? {})),
  ])
  return [...articles.flatMap(referencesIn), ...ofTopics]
}

/**
 * From where an article is led to, by whatever id: from other articles, topics, and the dialogs that show it.
 * @param shown what dialogs show: they stand above the content, so whoever asks brings them.
 */
export function leadsTo(
  article: string,
  content: Pick<Content, 'articles' | 'scope' | 'redirects'>,
  shown: readonly { readonly dialog: string; readonly article: string }[] = [],
): Reference[] {
  const now = idNow(article, content.redirects)
  return [
    ...references(content),
    ...shown.map(({ dialog, article: to }): Reference => ({ to, how: 'dialog', from: dialog })),
  ].filter(({ to, from, how }) => idNow(to, content.redirects) === now && (how === 'dialog' || from !== now))
}
