/** What a person told us, by question name. `skipped` is an answer too: they would rather not say. */
export type Situation = Readonly<Record<string, string>>

/** The value of a question that a person chose not to answer. */
export const SKIPPED = 'skipped' as const

/** Whether a question has been answered or skipped. */
export function isAsked(situation: Situation, question: string): boolean {
  return situation[question] !== undefined
}

/** The situation without one answer: how a person goes back. */
export function without(situation: Situation, question: string): Situation {
  const { [question]: _, ...rest } = situation
  return rest
}
