import type { Language } from '../language/languages.ts'
import type { Article } from './article.ts'
import type { Content } from './content.ts'
import { type Passage, passagesOf } from './passages.ts'
import { articlesById } from './redirects.ts'
import type { Scope, Topic } from './scope.ts'
import { buildSearcher, type Found, type SearchDocument, type Searcher } from './search.ts'

/** All published articles at one moment. Immutable: a publication makes a new one. */
export interface Library {
  readonly publication: number
  /** By id; `get` and `has` know the ids that articles had before as well. */
  readonly articles: ReadonlyMap<string, Article>
  readonly scope: Scope
  /** The id that an article has now, by this one or one that it had before; the same where no article is called so. */
  idOf(id: string): string
  /** A passage by article, section and language. */
  passage(article: string, section: string, language: Language): Passage | undefined
  /** Every passage of an article in a language, in the order of its text. */
  passages(article: string, language: Language): readonly Passage[]
  /** What a topic outside the library says, its tokens resolved. */
  doorOf(topic: Topic, language: Language): Passage
  search(question: string, language: Language): Found
  /** Builds the index of a language now, so that nobody waits for it later. */
  warm(language: Language): void
}

/**
 * Builds a library from content; texts that are missing are left out, tokens that nothing stands behind read as nothing.
 * The index of a language is built when it is first asked (see `warm`).
 */
export function buildLibrary(content: Content, publication: number): Library {
  const articles = articlesById(content.articles, content.redirects)
  const passages = new Map<string, readonly Passage[]>()
  for (const article of content.articles) {
    for (const text of Object.values(article.texts)) {
      passages.set(`${article.id}@${text.language}`, passagesOf(article, text, articles))
    }
  }
  const searchers = new Map<Language, Searcher>()
  const searcher = (language: Language): Searcher => {
    const known = searchers.get(language)
    if (known) return known
    const made = buildSearcher(
      documentsOf(content.articles, passages, language),
      language,
      content.glossary.synonyms(language),
    )
    searchers.set(language, made)
    return made
  }
  const idOf = (id: string) => articles.get(id)?.id ?? id
  const passagesIn = (article: string, language: Language) => passages.get(`${idOf(article)}@${language}`) ?? []
  return {
    publication,
    articles,
    scope: content.scope,
    idOf,
    passage: (article, section, language) =>
      passagesIn(article, language).find((passage) => passage.section === section),
    passages: passagesIn,
    doorOf: (topic, language) => doorOf(topic, language, articles),
    search: (question, language) => searcher(language).search(question),
    warm: (language) => void searcher(language),
  }
}

function documentsOf(
  articles: readonly Article[],
  passages: ReadonlyMap<string, readonly Passage[]>,
  language: Language,
): SearchDocument[] {
  return articles.flatMap((article) => {
    const text = article.texts[language]
    if (!text) return []
    return (passages.get(`${article.id}@${language}`) ?? []).map((passage) => ({
      id: passage.id,
      article: article.id,
      title: text.title,
      heading: passage.heading,
      summary: text.summary,
      text: readable(passage.text),
      questions: text.questions,
      weight: article.kind === 'measure' ? 0 : 1,
    }))
  })
}

/** The words of a passage without what only a screen needs: link addresses, reference numbers, marks. */
export function readable(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\[\d+\]/g, '')
    .replace(/[*_>`#]/g, ' ')
}

function doorOf(topic: Topic, language: Language, articles: ReadonlyMap<string, Article>): Passage {
  const holder: Article = {
    id: topic.id,
    folder: 'contacts',
    kind: 'contact',
    about: {
      audience: ['person'],
      review: '9999-12-31',
      status: 'active',
      contacts: [],
      related: topic.offers,
      sources: topic.sources,
      facts: topic.facts,
    },
    texts: {},
  }
  const [passage] = passagesOf(
    holder,
    {
      language,
      title: topic.id,
      summary: '',
      questions: [],
      digest: '',
      sections: [{ id: 'about', heading: '', body: topic.says[language] }],
    },
    articles,
  )
  if (!passage) throw new Error(`The topic « ${topic.id} » says nothing in « ${language} ».`)
  return passage
}
