import type { Purpose } from '../answer/model.ts'

/** What comes before the answer may take this part of a turn's time, so that silence does not take all of it. */
const SHARES: Readonly<Partial<Record<Purpose, number>>> = { rephrase: 0.5, judge: 0.5, 'read-situation': 0.5 }
/** To embed one question, which words find as well. */
const SHARE_OF_EMBEDDING = 0.2
/** With less time than this left, asking is in vain. */
export const LEAST_MS = 300

/** What a turn has asked so far, as far as its time is concerned. */
export interface Spent {
  /** A call was too slow: whoever waited for it waits for no other. */
  readonly isSlow: boolean
  /** How long the last judgement took. */
  readonly judged: number
}
export const UNSPENT: Spent = { isSlow: false, judged: 0 }

/** The longest that one call may take of a turn's time. */
export function longestFor(purpose: Purpose, budgetMs: number): number {
  return budgetMs * (SHARES[purpose] ?? 1)
}

/** The same for embedding: a question is waited for, many texts are not. */
export function longestToEmbed(texts: number, budgetMs: number): number {
  return texts === 1 ? budgetMs * SHARE_OF_EMBEDDING : budgetMs
}

/** Whether asking is in vain in the time that is left: composing takes no less than judging did. */
export function isInVain(purpose: Purpose, left: number, { judged }: Spent): boolean {
  return left < LEAST_MS || (purpose === 'compose' && left < judged)
}

/** The purpose by which slowness is counted, where somebody waits for it in a turn. */
export function waitedFor(purpose: Purpose): string | undefined {
  return purpose === 'compose' || purpose in SHARES ? purpose : undefined
}
