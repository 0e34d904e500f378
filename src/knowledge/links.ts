import { setImmediate as breathe } from 'node:timers/promises'
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
  readonly places: readonly LinkPlace[]
}

/** Where an address is written: a file and the field in it. */
export interface LinkPlace {
  readonly file: string
  readonly place: string
}

/** Every address that content rests on, the one that carries most first; found a piece at a time. */
export async function linksOf(content: Content): Promise<Link[]> {
  const articles = new Map(content.articles.map((article) => [article.id, article]))
  const importance = new Map<string, number>()
  const shown = (address: string) => importance.set(address, (importance.get(address) ?? 0) + 1)
  for (const article of content.articles) {
    await breathe()
    for (const text of Object.values(article.texts)) {
      for (const { sources } of passagesOf(article, text, articles)) for (const { address } of sources) shown(address)
    }
  }
  for (const topic of topicsOf(content)) for (const address of shownByTopic(topic, articles)) shown(address)
  return [...placesOf(content)]
    .map(([address, places]) => ({ address, importance: importance.get(address) ?? 0, places }))
    .sort((one, other) => other.importance - one.importance || (one.address < other.address ? -1 : 1))
}

/** Every address that content names, and where it is written. */
export function placesOf(content: Content): ReadonlyMap<string, readonly LinkPlace[]> {
  const places = new Map<string, LinkPlace[]>()
  const written = (source: Source | string, file: string, place: string) => {
    if (typeof source !== 'string') places.set(source.address, [...(places.get(source.address) ?? []), { file, place }])
  }
  for (const { folder, id, about } of content.articles) {
    for (const [name, source] of Object.entries(about.sources))
      written(source, `${folder}/${id}/about.yaml`, `sources.${name}`)
  }
  for (const { id, sources } of topicsOf(content)) {
    for (const [name, source] of Object.entries(sources)) written(source, 'scope.yaml', `${id}.sources.${name}`)
  }
  return places
}

function topicsOf({ scope }: Content): readonly Topic[] {
  return [...scope.emergencies, ...scope.outOfScope]
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
