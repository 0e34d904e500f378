import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import type { Found } from '../knowledge/search.ts'
import type { Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Draft } from './compose.ts'
import type { Ground } from './ground.ts'
import type { Fault, Help, Model, Usage } from './model.ts'
import { steps } from './steps.ts'
import type { Vectors } from './vectors.ts'
import type { Reason, Verified } from './verified.ts'

/** How an answer ended. */
export type AnswerStatus =
  | 'answered'
  | 'quoted'
  | 'unsure'
  | 'not-found'
  | 'out-of-scope'
  | 'emergency'
  | 'held-back'
  | 'failed'

/** A question as it is put to the library. */
export interface Asked {
  readonly question: string
  /** The language in which the person is answered. */
  readonly language: Language
  /** The language in which the question is written, where it is another one that we know. */
  readonly writtenIn?: Language
  /** The question is written in a language that is none of ours. */
  readonly foreign?: boolean
  /** Whose turn it is, so that what a model costs is counted for it. */
  readonly conversation?: string
  /** What the last answer was about. */
  readonly subject?: { readonly question: string; readonly articles: readonly string[] }
}

/** Where an answer may lead next: a passage, or a person. */
export type Lead =
  | { readonly label: string; readonly to: 'passage'; readonly article: string; readonly section: string }
  | { readonly label: string; readonly to: 'person' }

/** A grounded answer: what is said, on which passages it rests, and where it leads. */
export interface Answer {
  readonly status: AnswerStatus
  /** Markdown; `[n]` points at the n-th of the passages' sources. */
  readonly text: string
  readonly passages: readonly Passage[]
  /** Article ids, best first; none where nothing is answered. */
  readonly articles: readonly string[]
  /** Article ids that were looked at, best first, also where none of them was good enough. */
  readonly considered?: readonly string[]
  readonly leads: readonly Lead[]
  /** What a model had to do with it, where there is one. */
  readonly model?: ModelNote
}

/** How a model's help ended: its words are said, in whole or in part, or why they are not. */
export type ModelEnding =
  | 'composed'
  | 'composed-in-part'
  /** The screen ended the answer before. */
  | 'not-asked'
  /** The question speaks to a model: it is answered without one. */
  | 'instructed'
  /** Nothing was found that a model could read. */
  | 'no-passages'
  | 'none-helps'
  /** It found no answer in the passages. */
  | 'no-answer'
  /** What was left of its words after verification answered no longer. */
  | 'refuted'
  | Fault

/** For the log and the measures: no words but those that were dropped, which no log may hold. */
export interface ModelNote {
  readonly ending: ModelEnding
  readonly kept: number
  readonly dropped: readonly { readonly reason: Reason; readonly sentence: string; readonly what?: string }[]
  readonly usage: Usage
}

export interface AnswerResources {
  readonly library: Library
  readonly phrases: Phrases
  /** Where none is set, the library answers alone. */
  readonly model?: Model
  /** Where vectors are kept; without it no passage is found by its meaning. */
  readonly vectors?: Vectors
  /** Runs a step and learns how long it took. */
  timed?<Result>(step: string, run: () => Promise<Result>): Promise<Result>
}

/** What the steps hand on to one another. */
export interface Work {
  readonly asked: Asked
  readonly found?: Found
  /** A model's help for this turn. */
  readonly help?: Help
  /** The question as it is searched, where it leaned on another or stood in another language. */
  readonly sought?: { readonly question: string; readonly language: Language }
  /** What a model may read and must be held to. */
  readonly ground?: Ground
  readonly draft?: Draft
  readonly verified?: Verified
  readonly ending?: ModelEnding
}

/** One step of an answer: it ends the answer, or hands the work on. */
export type Step = (work: Work, resources: AnswerResources) => Promise<Work | Answer>

/** Answers a question from the library; the first step that ends it, wins. */
export async function answer(asked: Asked, resources: AnswerResources): Promise<Answer> {
  const { model, timed = (_, run) => run() } = resources
  const help = model?.help(asked.conversation === undefined ? {} : { conversation: asked.conversation })
  let work: Work = help ? { asked, help } : { asked }
  for (const [name, step] of Object.entries<Step>(steps)) {
    const before = work
    const next = await timed(name, () => step(before, resources))
    if ('status' in next) return help ? { ...next, model: noteOf(before, next, help) } : next
    work = next
  }
  throw new Error('The last step of an answer must end it.')
}

function noteOf({ ending, verified }: Work, { status }: Answer, help: Help): ModelNote {
  const said = status === 'answered'
  return {
    ending: said
      ? verified?.dropped.length || ending === 'composed-in-part'
        ? 'composed-in-part'
        : 'composed'
      : (ending ?? 'not-asked'),
    kept: said ? (verified?.kept.length ?? 0) : 0,
    dropped: verified?.dropped ?? [],
    usage: help.spent(),
  }
}
