import type { Conversation } from '../conversation/conversation.ts'

/** The news that a person is typing, for whoever shows their conversation. */
export const personTyping = (conversation: string): string => `typing:person:${conversation}`

/** The news that a counsellor is typing, for whoever shows it to the person. */
export const counsellorTyping = (conversation: string): string => `typing:counsellor:${conversation}`

/** A person's typing is told at most so often, in milliseconds: clients say it at every key. */
export const TOLD_EVERY_MS = 1_000

/** A counsellor's typing is shown for about three seconds, and not sent more often (Activity, A6001). */
export const SHOWN_MS = 3_000

/** Nobody looks at the typing of a person whom the assistant answers. */
export function isSeenTyping({ handling }: Pick<Conversation, 'handling'>): boolean {
  return handling.by !== 'assistant'
}
