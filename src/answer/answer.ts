import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import type { Found } from '../knowledge/search.ts'
import type { Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { steps } from './steps.ts'

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
}

export interface AnswerResources {
  readonly library: Library
  readonly phrases: Phrases
}

/** What the steps hand on to one another. */
export interface Work {
  readonly asked: Asked
  readonly found?: Found
}

/** One step of an answer: it ends the answer, or hands the work on. */
export type Step = (work: Work, resources: AnswerResources) => Promise<Work | Answer>

/** Answers a question from the library; the first step that ends it, wins. */
export async function answer(asked: Asked, resources: AnswerResources): Promise<Answer> {
  let work: Work = { asked }
  for (const step of steps) {
    const next = await step(work, resources)
    if ('status' in next) return next
    work = next
  }
  throw new Error('The last step of an answer must end it.')
}
