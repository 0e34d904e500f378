import { setImmediate } from 'node:timers/promises'
import { answer } from '../../answer/answer.ts'
import type { Library } from '../../knowledge/library.ts'
import { type Asked, type Measured, score } from '../../knowledge/measure.ts'
import { LANGUAGES, type Language } from '../../language/languages.ts'
import type { Phrases } from '../../language/phrases.ts'
import type { LabelledQuestion } from './resources.ts'

/** What came of a question: how it ended, and the first article. */
export interface Came {
  readonly status: string
  readonly article?: string
}
/** A question that would be answered otherwise than now. */
export interface Moved {
  readonly question: string
  readonly language: Language
  readonly before: Came
  readonly after: Came
  /** The article that it is a phrasing of; none for a question of the measure. */
  readonly of?: string
}

export interface Proof {
  readonly asked: number
  readonly moved: readonly Moved[]
  readonly before: Measured
  readonly after: Measured
}

interface Question {
  readonly question: string
  readonly language: Language
  readonly of?: string
}

/** So many of the nearest articles are asked with the one that changes. */
const NEIGHBOURS = 8

/**
 * Asks both libraries what the change of one article may move: its phrasings, those of the articles nearest to it, and
 * the questions whose answers are known. A language in which nothing changes is not asked twice. Nothing more is asked
 * where nobody waits for it any longer.
 */
export async function prove(
  article: string,
  before: Library,
  after: Library,
  labelled: readonly LabelledQuestion[],
  phrases: Phrases,
  isOver: () => boolean = () => false,
): Promise<Proof> {
  const touched = new Set(LANGUAGES.filter((language) => isTouched(article, language, before, after)))
  const questions = phrasingsAround(article, before, after, touched)
  const moved: Moved[] = []
  for (const each of questions) {
    if (isOver()) break
    const [was, is] = [await cameOf(each, before, phrases), await cameOf(each, after, phrases)]
    if (was.status !== is.status || was.article !== is.article) moved.push({ ...each, before: was, after: is })
  }
  const [first, second]: [Asked[], Asked[]] = [[], []]
  for (const each of labelled) {
    if (isOver()) break
    const was = await measured(each, before, phrases)
    const is = touched.has(each.language) ? await measured(each, after, phrases) : was
    first.push(was)
    second.push(is)
    const [a, b] = [came(was), came(is)]
    if (a.status !== b.status || a.article !== b.article) moved.push({ ...each, before: a, after: b })
  }
  return { asked: questions.length + labelled.length, moved, before: score(first), after: score(second) }
}

function isTouched(article: string, language: Language, before: Library, after: Library): boolean {
  const told = (library: Library) => {
    const text = library.articles.get(article)?.texts[language]
    const words = library.passages(article, language).map(({ digest }) => digest)
    return JSON.stringify([text?.title, text?.summary, text?.questions, words])
  }
  return told(before) !== told(after)
}

function phrasingsAround(article: string, before: Library, after: Library, touched: ReadonlySet<Language>): Question[] {
  const near = new Set([article])
  for (const language of touched) {
    const { title = '', questions = [] } = after.articles.get(article)?.texts[language] ?? {}
    for (const words of [title, ...questions]) {
      for (const hit of after.search(words, language).hits) if (near.size <= NEIGHBOURS) near.add(hit.article)
    }
  }
  return [...near].flatMap((id) =>
    [...touched].flatMap((language) => {
      const texts = [before, after].map((library) => library.articles.get(id)?.texts[language]?.questions ?? [])
      return [...new Set(texts.flat())].map((question) => ({ question, language, of: id }))
    }),
  )
}

async function cameOf({ question, language }: Question, library: Library, phrases: Phrases): Promise<Came> {
  await setImmediate()
  const { status, articles } = await answer({ question, language }, { library, phrases })
  const [article] = articles
  return article ? { status, article } : { status }
}

async function measured({ id, language, question, articles }: LabelledQuestion, library: Library, phrases: Phrases) {
  await setImmediate()
  const told = await answer({ question, language }, { library, phrases })
  const offered = told.leads.filter((lead) => lead.to === 'passage').length
  const ranked = told.articles.length ? told.articles : (told.considered ?? [])
  return {
    id,
    lang: language,
    question,
    expected: articles,
    ranked,
    status: told.status,
    offered,
    ms: 0,
  } satisfies Asked
}

function came({ status, ranked }: Asked): Came {
  const [article] = ['not-found', 'out-of-scope', 'emergency'].includes(status) ? [] : ranked
  return article ? { status, article } : { status }
}
