import type { Language } from '../language/languages.ts'

/** Why a question is a gap: nothing was found, the library was not sure, or the person said that the answer did not help. */
export const GAP_KINDS = ['not-found', 'unsure', 'not-helpful'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** What may be wrong with an answer, as the person says it. */
export const MARK_REASONS = ['incorrect', 'off-topic', 'too-complicated', 'other'] as const
export type MarkReason = (typeof MARK_REASONS)[number]

/** A question that the library left open, as a turn notices it. */
export interface NoticedGap {
  /** The position of the question in its conversation. */
  readonly position: number
  readonly question: string
  /** The language of the question, where it is one of ours; else the one that the person is answered in. */
  readonly language: Language
  readonly why: GapKind
  /** Article ids that were offered, or answered with, best first. */
  readonly articles: readonly string[]
  readonly publication: number
}

/** Whether an answer helped, as the person says it; said again of the same answer, the last word counts. */
export interface Mark {
  /** The position of the question that was answered. */
  readonly position: number
  readonly helpful: boolean
  readonly reason?: MarkReason
  /** The articles that the answer rests on. */
  readonly articles: readonly string[]
  readonly publication: number
}

/** What a turn tells those who write the articles; kept in the same transaction as the turn. */
export interface Noticed {
  readonly gap?: NoticedGap
  readonly mark?: Mark
  /** The articles that a question led to, and whether it was answered with them. */
  readonly asked?: { readonly articles: readonly string[]; readonly answered: boolean }
}
