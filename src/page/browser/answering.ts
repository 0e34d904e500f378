import { counsellorOf, naming } from './speaker.ts'
import type { Activity } from './web-chat.ts'

/** Who answers the person now. */
export type Answering =
  | { readonly by: 'assistant' }
  | { readonly by: 'nobody-yet' }
  /** The name is known from their first word on. */
  | { readonly by: 'counsellor'; readonly name?: string }

export const ASSISTANT: Answering = { by: 'assistant' }

/** How the page says who answers. */
export interface AnsweringWords {
  readonly assistant: string
  readonly nobodyYet: string
  readonly person: string
  /** With `{name}`. */
  readonly namedPerson: string
}

/** Who answers after this was said, given who did before. */
export function answeringAfter(activity: Activity, before: Answering): Answering {
  const name = counsellorOf(activity)
  if (name !== undefined) return { by: 'counsellor', ...(name ? { name } : {}) }
  const by = activity.channelData?.passerelle?.answering
  return by ? { by } : before
}

export function sayAnswering(answering: Answering, words: AnsweringWords): string {
  if (answering.by === 'assistant') return words.assistant
  if (answering.by === 'nobody-yet') return words.nobodyYet
  return answering.name ? naming(words.namedPerson, answering.name) : words.person
}
