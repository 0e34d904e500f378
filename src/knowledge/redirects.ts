import { z } from 'zod'
import type { Article } from './article.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { readYaml } from './read.ts'

/** Where the ids that articles had before are kept, relative to the content folder. */
export const REDIRECTS = 'redirects.yaml'

/** An old id and the id that took its place. */
export type Redirects = ReadonlyMap<string, string>
export const NO_REDIRECTS: Redirects = new Map()

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'an id is written in lower case letters, digits, dots and dashes')
const redirectsShape = z.record(id, id).nullable()

/** Reads `redirects.yaml` among the files of content, if it is there; what is wrong with it becomes findings. */
export function readRedirects(files: Files, findings: Finding[]): Redirects {
  const text = files.get(REDIRECTS)
  if (text === undefined) return NO_REDIRECTS
  return new Map(Object.entries(readYaml(text, redirectsShape, REDIRECTS, findings) ?? {}))
}

/** The id that an id leads to now: itself, or where redirects bring it. Redirects that go round in a circle lead nowhere. */
export function idNow(id: string, redirects: Redirects): string {
  let at = id
  for (let steps = 0; steps <= redirects.size; steps += 1) {
    const next = redirects.get(at)
    if (next === undefined) return at
    at = next
  }
  return id
}

/** Articles by id, found by the ids that they had before as well. Who goes through them meets each once. */
export function articlesById(articles: readonly Article[], redirects: Redirects): ReadonlyMap<string, Article> {
  return new ArticlesById(articles, redirects)
}

class ArticlesById extends Map<string, Article> {
  readonly #redirects: Redirects

  constructor(articles: readonly Article[], redirects: Redirects) {
    super()
    this.#redirects = redirects
    for (const article of articles) this.set(article.id, article)
  }

  override get(id: string): Article | undefined {
    return super.get(id) ?? super.get(idNow(id, this.#redirects))
  }

  override has(id: string): boolean {
    return super.has(id) || super.has(idNow(id, this.#redirects))
  }
}

/** Redirects that hide an article, or lead to none. */
export function checkRedirects(articles: readonly Article[], redirects: Redirects): Finding[] {
  const ids = new Set(articles.map((article) => article.id))
  return [...redirects].flatMap(([old, to]): Finding[] => {
    const wrong = ids.has(old)
      ? {
          sentence: `« ${old} » is an article, and is redirected to « ${to} » as well.`,
          remedy: 'Take the redirect away, or rename the article.',
        }
      : ids.has(idNow(old, redirects))
        ? undefined
        : {
            sentence: `« ${old} » is redirected to « ${to} », which leads to no article.`,
            remedy: 'Name an article of the library, or take the redirect away.',
          }
    return wrong ? [{ rule: 'redirect', severity: 'error', file: REDIRECTS, place: old, ...wrong }] : []
  })
}
