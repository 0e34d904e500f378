import { LANGUAGES } from '../language/languages.ts'
import type { Article, Source } from './article.ts'
import type { Content } from './content.ts'
import { passagesOf, TOKEN } from './passages.ts'
import type { Topic } from './scope.ts'

/** An address that content shows. */
export interface Link {
  readonly address: string
  /** How many passages, in all languages, rest on it. */
  readonly importance: number
  /** Where it is written: a file and the field in it. */
  readonly places: readonly { readonly file: string; readonly place: string }[]
}

/** Every address that content rests on, the one that carries most first. */
export function linksOf(content: Content): Link[] {
  const articles = new Map(content.articles.map((article) => [article.id, article]))
  const importance = new Map<string, number>()
  const places = new Map<string, { file: string; place: string }[]>()
  const shown = (address: string) => importance.set(address, (importance.get(address) ?? 0) + 1)
  const written = (address: string, file: string, place: string) =>
    places.set(address, [...(places.get(address) ?? []), { file, place }])
  for (const article of content.articles) {
    for (const [name, source] of Object.entries(article.about.sources)) {
      if (typeof source !== 'string')
        written(source.address, `${article.folder}/${article.id}/about.yaml`, `sources.${name}`)
    }
    for (const text of Object.values(article.texts)) {
      for (const { sources } of passagesOf(article, text, articles)) for (const { address } of sources) shown(address)
    }
  }
  for (const topic of [...content.scope.emergencies, ...content.scope.outOfScope]) {
    for (const [name, source] of Object.entries(topic.sources)) {
      if (typeof source !== 'string') written(source.address, 'scope.yaml', `${topic.id}.sources.${name}`)
    }
    for (const address of shownByTopic(topic, articles)) shown(address)
  }
  return [...places]
    .map(([address, where]) => ({ address, importance: importance.get(address) ?? 0, places: where }))
    .sort((one, other) => other.importance - one.importance || (one.address < other.address ? -1 : 1))
}

/** The addresses that a topic's words rest on, once for each language. */
function shownByTopic(topic: Topic, articles: ReadonlyMap<string, Article>): string[] {
  return LANGUAGES.flatMap((language) => {
    const found = [...topic.says[language].matchAll(TOKEN)].flatMap(([, reference, fact, , scheme, target]) => {
      const name = reference ?? (scheme === 'source' ? target : undefined) ?? topic.facts?.[fact ?? '']?.source
      return name === undefined ? [] : (addressOf(topic.sources[name], articles) ?? [])
    })
    return [...new Set(found)]
  })
}

function addressOf(source: Source | string | undefined, articles: ReadonlyMap<string, Article>): string | undefined {
  if (typeof source !== 'string') return source?.address
  const [article = '', name = ''] = source.split('/')
  const there = articles.get(article)?.about.sources[name]
  return typeof there === 'string' ? undefined : there?.address
}
