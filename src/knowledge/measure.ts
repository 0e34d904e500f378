import { LANGUAGES } from '../language/languages.ts'

/** A question of a measure, and what came of asking it. */
export interface Asked {
  readonly id: string
  readonly lang: string
  readonly question: string
  /** Articles that answer it; none where nothing of ours does. */
  readonly expected: readonly string[]
  readonly expectedStatus?: string
  /** Articles found, best first; those offered where the answer was unsure. */
  readonly ranked: readonly string[]
  /** How the answer ended: an AnswerStatus. */
  readonly status: string
  /** How many of `ranked` were offered to the person; all where nothing is said. */
  readonly offered?: number
  readonly ms: number
}

export interface Shares {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Scores {
  readonly n: number
  /** Of the questions with an answer, the share that has one of its articles among the first so many. */
  readonly recall: { readonly '1': number; readonly '3': number; readonly '5': number }
  /** Of the same, the mean of one over the rank of the first right article (0 where there is none). */
  readonly mrr: number
  readonly answered: Shares
  readonly noAnswer: Shares
}

export interface Miss {
  readonly id: string
  readonly question: string
  readonly expected: readonly string[]
  /** What was found; the status alone where nothing was. */
  readonly got: readonly string[]
}

export interface Measured extends Scores {
  readonly byLanguage: Readonly<Record<string, Scores>>
  readonly ms: { readonly p50: number; readonly p99: number }
  readonly misses: readonly Miss[]
}

const NOTHING_ANSWERED: ReadonlySet<string> = new Set(['not-found', 'out-of-scope', 'emergency', 'held-back'])
const ANSWERED: ReadonlySet<string> = new Set(['answered', 'quoted'])

/**
 * Scores what was asked.
 * - `recall` and `mrr` look at the ranking of the questions that have an answer, whatever was said in the end.
 * - `answered`: a turn offers an answer where it is answered or quoted, or unsure with articles to choose from. It is
 *   right where its first article is expected, or any of those offered where it was unsure. Precision is the share of
 *   offered answers that are right; recall, of the questions with an answer, the share that got a right one.
 * - `noAnswer`: the positives are the questions that have no answer; the turns that say so ended not-found,
 *   out-of-scope, emergency or held-back.
 * - A share of nothing is 1 where nothing was missed, and 0 otherwise.
 * - A miss is a question with an answer whose first article is not expected or that was not answered, and a question
 *   without one that was.
 */
export function score(asked: readonly Asked[]): Measured {
  const languages = [...new Set(asked.map((one) => one.lang))].sort(inOrder)
  const times = asked.map((one) => one.ms).sort((one, other) => one - other)
  return {
    ...scoresOf(asked),
    byLanguage: Object.fromEntries(languages.map((lang) => [lang, scoresOf(asked.filter((one) => one.lang === lang))])),
    ms: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    misses: asked.filter(isMiss).map(({ id, question, expected, ranked, status }) => ({
      id,
      question,
      expected,
      got:
        NOTHING_ANSWERED.has(status) || ranked.length === 0
          ? [`(${status})`, ...ranked.slice(0, 5)]
          : ranked.slice(0, 5),
    })),
  }
}

function scoresOf(asked: readonly Asked[]): Scores {
  const withAnswer = asked.filter((one) => one.expected.length > 0)
  const ranks = withAnswer.map(rankOf)
  const within = (most: number) => share(ranks.filter((rank) => rank <= most).length, ranks.length)
  const right = asked.filter((one) => isOffered(one) && isRight(one)).length
  const silent = asked.filter((one) => NOTHING_ANSWERED.has(one.status))
  const silentRightly = silent.filter((one) => one.expected.length === 0).length
  return {
    n: asked.length,
    recall: { '1': within(1), '3': within(3), '5': within(5) },
    mrr: rounded(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length)),
    answered: shares(right, asked.filter(isOffered).length, withAnswer.length),
    noAnswer: shares(silentRightly, silent.length, asked.length - withAnswer.length),
  }
}

/** The place of the first expected article, from 1; Infinity where there is none. */
function rankOf({ ranked, expected }: Asked): number {
  const at = ranked.findIndex((article) => expected.includes(article))
  return at === -1 ? Number.POSITIVE_INFINITY : at + 1
}

function isOffered({ status, ranked }: Asked): boolean {
  return ANSWERED.has(status) || (status === 'unsure' && ranked.length > 0)
}

function isRight(one: Asked): boolean {
  return rankOf(one) <= (one.status === 'unsure' ? (one.offered ?? one.ranked.length) : 1)
}

function isMiss(one: Asked): boolean {
  if (one.expected.length === 0) return !NOTHING_ANSWERED.has(one.status)
  return !isOffered(one) || rankOf(one) !== 1
}

function shares(right: number, said: number, wanted: number): Shares {
  const [precision, recall] = [share(right, said), share(right, wanted)]
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : rounded((2 * precision * recall) / (precision + recall)),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : rounded(part / whole)
}

function rounded(number: number): number {
  return Math.round(number * 10_000) / 10_000
}

/** The smallest time that so many of the times do not exceed (nearest rank). */
function percentile(sorted: readonly number[], part: number): number {
  return rounded(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0)
}

/** Our languages in their order, then the others by name. */
function inOrder(one: string, other: string): number {
  const place = (lang: string) => (LANGUAGES as readonly string[]).indexOf(lang) + 1 || LANGUAGES.length + 1
  return place(one) - place(other) || (one < other ? -1 : 1)
}
