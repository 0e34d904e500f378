import type { Asked } from '../../answer/answer.ts'
import { askedIn } from '../../answer/asked-in.ts'
import type { Library } from '../../knowledge/library.ts'
import { LANGUAGES, type Language } from '../../language/languages.ts'
import type { LabelledQuestion, PlayedQuestion } from './resources.ts'

/** A question that is put to both libraries, once, from wherever it comes. */
export interface Question {
  readonly asked: Asked
  /** The article that it is a phrasing of. */
  readonly of?: string
  /** The plays in which it is asked. */
  readonly plays: readonly string[]
  /** What the measure of quality holds of it. */
  readonly labelled: readonly LabelledQuestion[]
  /** Nothing changes in the languages that it is looked up in: it need not be asked of the second library. */
  readonly isUntouched: boolean
}

/** So many of the nearest articles are asked with the one that changes. */
const NEIGHBOURS = 8

/**
 * What the change of one article may move: its phrasings and those of the articles nearest to it, what people ask in
 * plays, each in the languages in which something changes; and every question of the measure.
 */
export function questionsFor(
  article: string,
  before: Library,
  after: Library,
  { labelled, played }: { readonly labelled: readonly LabelledQuestion[]; readonly played: readonly PlayedQuestion[] },
): Question[] {
  const touched = touchedLanguages(article, before, after)
  const questions = new Map<string, Question>()
  const put = (told: Asked, more: (known: Question) => Partial<Question>) => {
    const asked = asIn(after, told)
    const key = JSON.stringify([asked.question, asked.language, asked.writtenIn, asked.foreign, asked.subject])
    const known = questions.get(key) ?? { asked, plays: [], labelled: [], isUntouched: !mayMove(asked, touched) }
    questions.set(key, { ...known, ...more(known) })
  }
  for (const { of, ...asked } of phrasingsAround(article, before, after, touched)) {
    put(asked, (known) => ({ of: known.of ?? of }))
  }
  for (const { play, asked } of played) {
    if (mayMove(asIn(after, asked), touched)) put(asked, ({ plays }) => ({ plays: [...new Set([...plays, play])] }))
  }
  for (const each of labelled) {
    const { question, language } = each
    put({ question, language }, (known) => ({ labelled: [...known.labelled, each] }))
  }
  return [...questions.values()]
}

/** A question as a conversation would ask it of a library. */
export function asIn(library: Library, { question, language, subject }: Asked): Asked {
  return { ...askedIn(question, language, library), ...(subject ? { subject } : {}) }
}

function mayMove({ language, writtenIn, foreign }: Asked, touched: ReadonlySet<Language>): boolean {
  if (foreign) return touched.size > 0
  return touched.has(language) || (writtenIn !== undefined && touched.has(writtenIn))
}

/** The languages in which the article is found otherwise, or any article reads otherwise: a fact is told in many. */
function touchedLanguages(article: string, before: Library, after: Library): ReadonlySet<Language> {
  const found = (library: Library, language: Language) => {
    const text = library.articles.get(article)?.texts[language]
    return JSON.stringify([text?.title, text?.summary, text?.questions])
  }
  const read = (library: Library, id: string, language: Language) =>
    JSON.stringify(library.passages(id, language).map(({ digest, sources }) => [digest, sources]))
  const ids = new Set([...before.articles.keys(), ...after.articles.keys()])
  const reads = (language: Language) =>
    [...ids].some(
      (id) =>
        before.passages(id, language) !== after.passages(id, language) &&
        read(before, id, language) !== read(after, id, language),
    )
  return new Set(LANGUAGES.filter((language) => found(before, language) !== found(after, language) || reads(language)))
}

function phrasingsAround(
  article: string,
  before: Library,
  after: Library,
  touched: ReadonlySet<Language>,
): (Asked & { readonly of: string })[] {
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
