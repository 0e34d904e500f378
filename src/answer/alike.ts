import type { Clause, Stated } from './clauses.ts'

/** What shares so much of a clause says the same of the same thing, or the contrary. */
export const ALIKE = 0.65
/** So much nearer is plainly nearer. */
export const NEARER = 0.15

export interface Ranked {
  readonly each: Stated
  readonly near: number
}

/** The share of some terms that a statement holds. */
export function nearness(focus: readonly string[], statement: Clause): number {
  return focus.filter((term) => statement.terms.has(term)).length / focus.length
}

/** Statements by how much of some terms they hold, the nearest first; none where there is nothing to compare. */
export function ranking(focus: readonly string[], stated: readonly Stated[]): readonly Ranked[] {
  if (focus.length === 0) return []
  return stated.map((each) => ({ each, near: nearness(focus, each) })).sort((one, other) => other.near - one.near)
}

/** What a part says beyond the subject of its article; numbers are no words. */
export function focusOf({ terms }: Clause, topic: ReadonlySet<string>): readonly string[] {
  const words = [...terms].filter((term) => !/^\d/.test(term))
  const own = words.filter((term) => !topic.has(term))
  return own.length > 0 ? own : words
}
