import type { Step } from './answer.ts'
import { gather } from './gather.ts'
import { quote } from './quote.ts'
import { screen } from './screen.ts'

/** The steps of an answer, in order; the last one always ends it. */
export const steps: readonly Step[] = [screen, gather, quote]
