import type { Language } from '../language/languages.ts'
import type { Article, Section } from './article.ts'
import type { Content } from './content.ts'
import { type Passage, passagesOf } from './passages.ts'
import { articlesById } from './redirects.ts'
import { differences, rests } from './resting.ts'
import type { Scope, Topic } from './scope.ts'
import { type Found, type SearchDocument, type Searcher, searcherOver } from './search.ts'
import type { Documents } from './slots.ts'

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
 * @param before the library that this one takes the place of: what did not change since is not made again.
 */
export function buildLibrary(content: Content, publication: number, before?: Library): Library {
  const old = before && made.get(before)
  const articles = articlesById(content.articles, content.redirects)
  const passages = passagesIn(content, articles, old)
  const searchers = new Map<Language, Searcher>()
  const searcher = (language: Language): Searcher => {
    const known = searchers.get(language)
    if (known) return known
    const groups = [...articles.values()].flatMap((article) => documentsOf(article, passages, language))
    const last = old?.content.glossary === content.glossary ? old?.searchers.get(language) : undefined
    const found = last ? last.after(groups) : searcherOver(groups, language, content.glossary.synonyms(language))
    searchers.set(language, found)
    return found
  }
  const idOf = (id: string) => articles.get(id)?.id ?? id
  const passagesOfOne = (article: string, language: Language) => passages.get(`${idOf(article)}@${language}`) ?? []
  const library: Library = {
    publication,
    articles,
    scope: content.scope,
    idOf,
    passage: (article, section, language) =>
      passagesOfOne(article, language).find((passage) => passage.section === section),
    passages: passagesOfOne,
    doorOf: (topic, language) => doorOf(topic, language, articles),
    search: (question, language) => searcher(language).search(question),
    warm: (language) => void searcher(language),
  }
  made.set(library, { content, passages, searchers })
  return library
}

interface Made {
  readonly content: Content
  readonly passages: Passages
  readonly searchers: ReadonlyMap<Language, Searcher>
}
type Passages = ReadonlyMap<string, readonly Passage[]>

/** What libraries were made of, for those that take their place. */
const made = new WeakMap<Library, Made>()

function passagesIn(content: Content, articles: Library['articles'], old: Made | undefined): Passages {
  const last = old?.content.redirects === content.redirects ? old : undefined
  const differ = last && differences(last.content, content)
  const passages = new Map<string, readonly Passage[]>()
  for (const article of content.articles) {
    for (const text of Object.values(article.texts)) {
      const name = `${article.id}@${text.language}`
      const known = differ?.changed.has(article.id) ? undefined : last?.passages.get(name)
      const isNew = (section: Section) => !differ || rests(section, article, differ, content.redirects)
      if (!known) passages.set(name, passagesOf(article, text, articles))
      else if (!text.sections.some(isNew)) passages.set(name, known)
      else {
        passages.set(
          name,
          text.sections.flatMap((section, at) =>
            isNew(section) ? passagesOf(article, { ...text, sections: [section] }, articles) : (known[at] ?? []),
          ),
        )
      }
    }
  }
  return passages
}

const searchedAs = new WeakMap<Passage, SearchDocument>()
const documents = new WeakMap<readonly Passage[], Documents>()

/** The passages of an article as they are searched, if it has any; for the same passages the same list and documents. */
function documentsOf(article: Article, passages: Passages, language: Language): readonly Documents[] {
  const [text, own] = [article.texts[language], passages.get(`${article.id}@${language}`)]
  if (!text || !own?.length) return []
  const known = documents.get(own)
  if (known) return [known]
  const list = own.map((passage) => {
    const before = searchedAs.get(passage)
    if (before) return before
    const document = {
      id: passage.id,
      article: article.id,
      title: text.title,
      heading: passage.heading,
      summary: text.summary,
      text: readable(passage.text),
      questions: text.questions,
      weight: article.kind === 'measure' ? 0 : 1,
    }
    searchedAs.set(passage, document)
    return document
  })
  documents.set(own, list)
  return [list]
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
