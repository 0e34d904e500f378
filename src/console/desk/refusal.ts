import type { Done } from '../../desk/desk.ts'
import type { Drawing } from './drawing.ts'

type Because = Extract<Done, { is: 'refused' }>['because']

/** What was tried from a conversation and not done: why, and what was written. */
export interface Refused {
  readonly sentence: string
  readonly act: string
  readonly text?: string
  /** What is done all the same where it is asked for once more: a transfer to whom. */
  readonly sure?: { readonly to: string }
}

/** Why something was not done, in a sentence with a way out. */
export function sayRefusal(because: Because, { say }: Pick<Drawing, 'say'>): string {
  if (because.why === 'held') return say('refused.held', { name: because.by.name })
  if (because.why === 'not-yours')
    return because.by ? say('refused.not-yours', { name: because.by.name }) : say('refused.nobodys')
  return say(`refused.${because.why}`)
}
