import type { Article, Kind } from '../knowledge/article.ts'
import { type Concern, concernOf, STAGES, type Stage } from '../knowledge/concern.ts'
import type { Library } from '../knowledge/library.ts'
import type { Situation } from './situation.ts'

/** One step of a plan: an article, and the answers that made it relevant. */
export interface PlanStep {
  readonly article: string
  readonly because: readonly string[]
}

/** What could concern a person, in order, with what was ruled out and what could not be told. Never a decision. */
export interface Plan {
  readonly steps: Readonly<Record<Stage, readonly PlanStep[]>>
  /** Articles that an answer rules out, with the question whose answer it was. */
  readonly ruledOut: readonly { readonly article: string; readonly because: string }[]
  /** Articles that hang on answers which were not given. */
  readonly untold: readonly { readonly article: string; readonly missing: readonly string[] }[]
}

/** Within a stage: what to do, who decides, what helps to pay, what is taught, who answers, what the government planned. */
const ORDER: readonly Kind[] = ['step', 'order', 'program', 'francization', 'contact', 'measure']

/** Among contacts: who decides about a trade, then everybody's counters, the nearest to recognition first. */
const COUNTERS: readonly string[] = ['qualifications-quebec', 'accompagnement-quebec', 'services-quebec', 'mifi']

/** Holds a situation against every article that says whom it concerns; the order's article follows from the trade. */
export function makePlan(library: Library, situation: Situation, kinds?: readonly string[]): Plan {
  const steps: Record<Stage, PlanStep[]> = { now: [], next: [], later: [] }
  const ruledOut: { article: string; because: string }[] = []
  const untold: { article: string; missing: readonly string[] }[] = []
  for (const article of inOrder(library)) {
    if (kinds && !kinds.includes(article.kind)) continue
    const concern = concerning(article, situation)
    if (!concern) continue
    if (concern.is === 'concerned') steps[concern.stage].push({ article: article.id, because: concern.because })
    else if (concern.is === 'ruled-out') ruledOut.push({ article: article.id, because: concern.because })
    else if (!isForWhomOnly(concern.missing)) untold.push({ article: article.id, missing: concern.missing })
  }
  return { steps, ruledOut, untold }
}

/** Every article of a plan, first things first. */
export function articlesOf(plan: Plan): string[] {
  return STAGES.flatMap((stage) => plan.steps[stage].map(({ article }) => article))
}

/** Nobody is told that a plan hangs only on whom it is for: a person who makes one is asking for themselves, or near enough. */
function isForWhomOnly(missing: readonly string[]): boolean {
  return missing.every((question) => question === 'who')
}

function concerning(article: Article, situation: Situation): Concern | undefined {
  if (article.about.concerns) return concernOf(article.about.concerns, situation)
  if (article.kind !== 'order') return undefined
  return situation.order === article.id ? { is: 'concerned', stage: 'now', because: ['order'] } : undefined
}

function inOrder(library: Library): Article[] {
  const articles = [...library.articles.values()]
  return ORDER.flatMap((kind) =>
    articles.filter((article) => article.kind === kind).sort((one, other) => rank(one) - rank(other)),
  )
}

/** Articles of one kind keep the library's order, but for contacts: the CCQ, those of one matter, then the counters. */
function rank({ id, kind }: Article): number {
  if (kind !== 'contact') return 0
  return id === 'ccq' ? 0 : COUNTERS.indexOf(id) + 2
}
