import type { Library } from '../../knowledge/library.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'

/** A passage of the library that may be put into a reply. */
export interface FoundPassage {
  readonly article: string
  readonly title: string
  /** The heading it stands under, or nothing. */
  readonly heading: string
  /** Markdown; what pointed at its sources is taken out. */
  readonly text: string
  /** Where anybody may read it. */
  readonly address?: string
}

const MOST = 6

/** The best passages for a few words, best first. */
export function passagesFor(words: string, language: Language, library: Library): readonly FoundPassage[] {
  return library
    .search(words, language)
    .hits.slice(0, MOST)
    .flatMap((hit): FoundPassage[] => {
      const passage = library.passages(hit.article, language).find(({ id }) => id === hit.passage)
      if (!passage) return []
      const { article, title, heading, sources } = passage
      const [source] = sources
      const text = passage.text.replace(/\s*\[\d+\]/g, '')
      return [{ article, title, heading, text, ...(source ? { address: source.address } : {}) }]
    })
}

/** Where staff read an article: its first source. */
export function addressOf(article: string, library: Library): string | undefined {
  return library.passages(article, ORIGINAL).flatMap(({ sources }) => sources)[0]?.address
}
