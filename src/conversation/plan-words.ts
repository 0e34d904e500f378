import type { Plan, PlanStep } from '../dialog/plan.ts'
import { type Situation, SKIPPED } from '../dialog/situation.ts'
import type { Article, Kind, Source } from '../knowledge/article.ts'
import { STAGES, type Stage } from '../knowledge/concern.ts'
import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import type { Language } from '../language/languages.ts'
import { contactOf } from './plan-contact.ts'
import type { Resources } from './responder.ts'

/** What a plan is put into words with. */
export type PlanResources = Pick<Resources, 'library' | 'phrases' | 'shelf'>

/** An answer of the person as it is shown: what it is about, and what they said. */
export interface Told {
  readonly name: string
  readonly answer: string
}

export interface StepInWords {
  readonly article: string
  readonly title: string
  readonly summary: string
  /** The answers that made it relevant. */
  readonly because: readonly Told[]
  /** Markdown: who answers about it, and how they are reached. */
  readonly contact?: string
  /** Where the summary is found: the article's first passage, and the first source that it cites. */
  readonly source?: { readonly passage: Passage; readonly cited: Source }
}

/** A plan in one language, as text and page and card say it. Stages without a step are left out. */
export interface PlanInWords {
  readonly stages: readonly { readonly stage: Stage; readonly steps: readonly StepInWords[] }[]
  readonly ruledOut: readonly { readonly article: string; readonly title: string; readonly because: readonly Told[] }[]
  readonly untold: readonly { readonly article: string; readonly title: string; readonly missing: readonly string[] }[]
}

/** Puts a plan into words: what is ruled out or cannot be told, of these kinds of articles only. */
export function planInWords(
  plan: Plan,
  situation: Situation,
  language: Language,
  resources: PlanResources,
  kinds: readonly Kind[],
): PlanInWords {
  const { library } = resources
  const title = (id: string) => library.articles.get(id)?.texts[language]?.title ?? id
  const isTold = (id: string) => kinds.some((kind) => kind === library.articles.get(id)?.kind)
  return {
    stages: STAGES.filter((stage) => plan.steps[stage].length).map((stage) => ({
      stage,
      steps: plan.steps[stage].map((step) => stepInWords(step, situation, language, resources)),
    })),
    ruledOut: plan.ruledOut
      .filter(({ article, because }) => isTold(article) && isWorthTelling(library.articles.get(article), because))
      .map(({ article, because }) => ({
        article,
        title: title(article),
        because: toldOf([because], situation, language, resources),
      })),
    untold: plan.untold
      .filter(({ article }) => isTold(article))
      .map(({ article, missing }) => ({
        article,
        title: title(article),
        missing: namesOf(missing, language, resources),
      })),
  }
}

function stepInWords(step: PlanStep, situation: Situation, language: Language, resources: PlanResources): StepInWords {
  const { library } = resources
  const text = library.articles.get(step.article)?.texts[language]
  const contact = contactOf(step.article, language, library, resources.phrases)
  const source = sourceOfSummary(step.article, language, library)
  return {
    article: step.article,
    title: text?.title ?? step.article,
    summary: text?.summary ?? '',
    because: toldOf(step.because, situation, language, resources),
    ...(contact ? { contact } : {}),
    ...(source ? { source } : {}),
  }
}

function sourceOfSummary(article: string, language: Language, library: Library): StepInWords['source'] {
  const [passage] = library.passages(article, language)
  const cited = passage?.sources[0]
  return passage && cited ? { passage, cited } : undefined
}

/**
 * Whether a person should read that an article is not for them: not what another role is for (« je suis employeur »),
 * nor what only another trade is for. That a program takes other trades than theirs is worth knowing.
 */
function isWorthTelling(article: Article | undefined, because: string): boolean {
  if (because === 'who') return false
  if (!isOfTrade(because)) return true
  const ofOneOrder = article?.about.concerns?.cases.every(({ when }) => 'order' in when)
  return article?.kind === 'program' && !ofOneOrder
}

/** What follows from the trade: nobody is asked for it. */
function isOfTrade(name: string): boolean {
  return name === 'order' || name === 'regulator'
}

/** Answers as they are shown, each once; what follows from the trade is told as the trade. */
export function toldOf(
  names: readonly string[],
  situation: Situation,
  language: Language,
  resources: PlanResources,
): Told[] {
  const { shelf, phrases } = resources
  const questions = new Set(names.map((name) => (isOfTrade(name) ? 'trade' : name)))
  return [...questions].flatMap((question) => {
    const said = situation[question]
    const words = shelf.anyQuestion(question, language)
    if (said === undefined || !words) return []
    if (said === SKIPPED) return [{ name: words.name, answer: phrases.say('dialog.skip', language) }]
    const answer = question === 'trade' ? shelf.occupations.name(said, language) : (words.options[said]?.label ?? said)
    return [{ name: words.name, answer }]
  })
}

/** Every answer that a plan rests on, in the order in which they were given. */
export function answersIn(situation: Situation, library: Library): string[] {
  const asked = [...library.articles.values()].flatMap(({ about }) =>
    (about.concerns?.cases ?? []).flatMap(({ when, unless = {} }) => [...Object.keys(when), ...Object.keys(unless)]),
  )
  const counted = new Set([...asked.filter((name) => !isOfTrade(name)), 'trade'])
  return Object.keys(situation).filter((name) => counted.has(name))
}

/** « métier « infirmière » » */
export function inOneLine(
  { name, answer }: Told,
  language: Language,
  { phrases }: Pick<PlanResources, 'phrases'>,
): string {
  return phrases.say('plan.reason', language, { name, answer })
}

/** What questions are about, each once. */
function namesOf(questions: readonly string[], language: Language, { shelf }: PlanResources): string[] {
  const names = questions.flatMap((name) => shelf.anyQuestion(isOfTrade(name) ? 'trade' : name, language)?.name ?? [])
  return [...new Set(names)]
}
