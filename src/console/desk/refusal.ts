import type { Done } from '../../desk/desk.ts'
import type { Drawing } from './drawing.ts'

type Because = Extract<Done, { is: 'refused' }>['because']

/** Why something was not done, in a sentence with a way out. */
export function sayRefusal(because: Because, { say }: Pick<Drawing, 'say'>): string {
  if (because.why === 'held') return say('refused.held', { name: because.by.name })
  if (because.why === 'not-yours')
    return because.by ? say('refused.not-yours', { name: because.by.name }) : say('refused.nobodys')
  return say(`refused.${because.why}`)
}
