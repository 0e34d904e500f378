import type { Step } from './answer.ts'
import { gather } from './gather.ts'
import { quote } from './quote.ts'
import { screen } from './screen.ts'

/** A step that only a model's help needs: without it the work is handed on, and nothing of it is loaded. */
const withHelp =
  (load: () => Promise<Step>): Step =>
  async (work, resources) =>
    work.help ? (await load())(work, resources) : work

/** The steps of an answer, in order; the last one always ends it. */
export const steps = {
  screen,
  rephrase: withHelp(async () => (await import('./rephrase.ts')).rephrase),
  gather,
  judge: withHelp(async () => (await import('./judge.ts')).judge),
  compose: withHelp(async () => (await import('./compose.ts')).compose),
  verify: withHelp(async () => (await import('./hold-to-text.ts')).holdToText),
  say: withHelp(async () => (await import('./say.ts')).say),
  quote,
} as const satisfies Readonly<Record<string, Step>>

export type StepName = keyof typeof steps
