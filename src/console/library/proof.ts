import { setImmediate } from 'node:timers/promises'
import { type Answer, answer } from '../../answer/answer.ts'
import { type Library, readable } from '../../knowledge/library.ts'
import { type Asked, type Measured, score } from '../../knowledge/measure.ts'
import type { Language } from '../../language/languages.ts'
import type { Phrases } from '../../language/phrases.ts'
import { asIn, type Question, questionsFor } from './proof-questions.ts'
import type { LabelledQuestion, PlayedQuestion } from './resources.ts'

/** What came of a question: how it ended, and the first article. */
export interface Came {
  readonly status: string
  readonly article?: string
}
/** A question that would be answered otherwise than now: from another article, or another way. */
export interface Moved {
  readonly question: Question
  readonly before: Came
  readonly after: Came
}
/** An answer from the same article, in other words, with the questions that it answers; those of plays first. */
export interface Reworded {
  readonly language: Language
  readonly before: string
  readonly after: string
  readonly questions: readonly Question[]
}

export interface Proof {
  readonly asked: number
  readonly moved: readonly Moved[]
  /** What plays show first, then what answers most questions. */
  readonly reworded: readonly Reworded[]
  readonly before: Measured
  readonly after: Measured
}

/**
 * Asks both libraries what the change of one article may move: its phrasings, those of the articles nearest to it, what
 * people ask in plays, and the questions whose answers are known. A language in which nothing changes is not asked
 * twice. Nothing more is asked where nobody waits for it any longer.
 */
export async function prove(
  article: string,
  before: Library,
  after: Library,
  known: { readonly labelled: readonly LabelledQuestion[]; readonly played: readonly PlayedQuestion[] },
  phrases: Phrases,
  isOver: () => boolean = () => false,
): Promise<Proof> {
  const questions = questionsFor(article, before, after, known)
  const moved: Moved[] = []
  const reworded = new Map<string, Reworded>()
  const [first, second]: [Asked[], Asked[]] = [[], []]
  for (const question of questions) {
    if (isOver()) break
    const was = await answerOf(question, before, phrases)
    const is = question.isUntouched ? was : await answerOf(question, after, phrases)
    first.push(...measured(question, was))
    second.push(...measured(question, is))
    const [a, b] = [cameOf(was), cameOf(is)]
    if (a.status !== b.status || a.article !== b.article) moved.push({ question, before: a, after: b })
    else if (was.text !== is.text) {
      const words = { language: question.asked.language, ...inWords(was.text, is.text) }
      const key = JSON.stringify(words)
      reworded.set(key, { ...words, questions: [...(reworded.get(key)?.questions ?? []), question] })
    }
  }
  return {
    asked: questions.length,
    moved,
    reworded: inOrder([...reworded.values()]),
    before: score(first),
    after: score(second),
  }
}

async function answerOf({ asked }: Question, library: Library, phrases: Phrases): Promise<Answer> {
  await setImmediate()
  return answer(asIn(library, asked), { library, phrases })
}

function cameOf({ status, articles }: Answer): Came {
  const [article] = ['not-found', 'out-of-scope', 'emergency'].includes(status) ? [] : articles
  return article ? { status, article } : { status }
}

function measured({ labelled }: Question, { status, leads, articles, considered = [] }: Answer): Asked[] {
  return labelled.map(({ id, language, question, articles: expected }) => ({
    id,
    lang: language,
    question,
    expected,
    ranked: articles.length ? articles : considered,
    status,
    offered: leads.filter((lead) => lead.to === 'passage').length,
    ms: 0,
  }))
}

/** The words of two answers; with their links and references where nothing else differs. */
function inWords(before: string, after: string): Pick<Reworded, 'before' | 'after'> {
  const words = (text: string) => readable(text).replace(/ {2,}/g, ' ').trim()
  const [was, is] = [words(before), words(after)]
  return was === is ? { before, after } : { before: was, after: is }
}

function inOrder(reworded: readonly Reworded[]): Reworded[] {
  const inPlays = (question: Question) => (question.plays.length ? 1 : 0)
  const played = ({ questions: [first] }: Reworded) => (first ? inPlays(first) : 0)
  return reworded
    .map((each) => ({ ...each, questions: each.questions.toSorted((a, b) => inPlays(b) - inPlays(a)) }))
    .toSorted((a, b) => played(b) - played(a) || b.questions.length - a.questions.length)
}
