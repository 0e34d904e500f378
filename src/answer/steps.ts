import type { Step } from './answer.ts'
import { compose } from './compose.ts'
import { gather } from './gather.ts'
import { holdToText } from './hold-to-text.ts'
import { judge } from './judge.ts'
import { quote } from './quote.ts'
import { rephrase } from './rephrase.ts'
import { say } from './say.ts'
import { screen } from './screen.ts'

/**
 * The steps of an answer, in order; the last one always ends it. Without a model rephrase, judge, compose, verify and
 * say hand on what they are given.
 */
export const steps = {
  screen,
  rephrase,
  gather,
  judge,
  compose,
  verify: holdToText,
  say,
  quote,
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof steps
