import type { Activity } from 'botbuilder'
import { z } from 'zod'
import { CLOSINGS } from '../../../desk/escalation.ts'

const VERBS = ['claim', 'close', 'hand-back', 'give-back'] as const

/** What a counsellor does with a button, or with a word that stands for one. */
export interface Act {
  readonly does: (typeof VERBS)[number]
  readonly outcome: (typeof CLOSINGS)[number]
}

const outcome = z.enum(CLOSINGS).catch('answered')
const executed = z.looseObject({
  action: z.looseObject({
    verb: z.enum(VERBS),
    data: z.looseObject({ escalation: z.string().min(1).max(200), outcome: outcome.optional() }),
  }),
})
const submitted = z.looseObject({
  verb: z.enum(VERBS),
  escalation: z.string().min(1).max(200),
  outcome: outcome.optional(),
})

/** What a button of Action.Execute carried (`adaptiveCard/action`). */
export function actExecuted(value: unknown): (Act & { readonly escalation: string }) | undefined {
  const read = executed.safeParse(value)
  if (!read.success) return undefined
  const { verb, data } = read.data.action
  return { does: verb, outcome: data.outcome ?? 'answered', escalation: data.escalation }
}

/** What a button of Action.Submit carried, in the value of a message. */
export function actSubmitted(value: unknown): (Act & { readonly escalation: string }) | undefined {
  const read = submitted.safeParse(value)
  if (!read.success) return undefined
  return { does: read.data.verb, outcome: read.data.outcome ?? 'answered', escalation: read.data.escalation }
}

const COMMANDS: Readonly<Record<string, Act['does']>> = {
  '/prendre': 'claim',
  '/clore': 'close',
  '/remettre': 'hand-back',
  '/rendre': 'give-back',
}

/** A word that stands for a button, alone in a message. */
export function actTyped(text: string): Act | undefined {
  const does = COMMANDS[text.toLowerCase()]
  return does && { does, outcome: 'answered' }
}

/** What a counsellor wrote: without the mention of the bot, and without what Teams writes for a space. */
export function wordsIn({ text }: Partial<Activity>): string {
  return (text ?? '')
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .trim()
}
