import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '../conversation/channel.ts'
import type { Conversation, Conversations, NewEntry } from '../conversation/conversation.ts'
import type { Done } from './desk.ts'
import type { Escalation, Refusal } from './escalation.ts'
import type { AuditLine, Escalations } from './escalations.ts'

/** What the desk writes in. */
export interface Ledger {
  readonly escalations: Escalations
  readonly conversations: Conversations
}

/** What is decided about an escalation: how it stands then, what the person is told, what the audit keeps. */
export interface Decision {
  readonly escalation: Escalation
  readonly conversation?: Conversation
  readonly entries?: readonly NewEntry[]
  readonly audit?: AuditLine
}

/** How often a decision is taken again because somebody saved first, before it is given up. */
const TRIES = 25

/**
 * Takes a decision on an escalation as it stands, and saves it; where somebody saved first it is taken again on what
 * stands then. A decision that changes nothing is done without a write.
 * @throws when others keep saving first.
 */
export async function decide(
  id: string,
  decision: (escalation: Escalation, conversation: Conversation) => Decision | Refusal,
  { escalations, conversations }: Ledger,
): Promise<Done> {
  for (let tries = 0; tries < TRIES; tries++) {
    const escalation = await escalations.get(id)
    const conversation = escalation && (await conversations.get(escalation.conversation))
    if (!escalation || !conversation) return { is: 'refused', because: { why: 'unknown' } }
    const decided = decision(escalation, conversation)
    if ('why' in decided) return { is: 'refused', because: decided }
    if (decided.escalation === escalation && !decided.entries?.length) return { is: 'done', escalation }
    const saved = await escalations.save(decided)
    if (saved.is === 'saved') return { is: 'done', escalation: saved.escalation }
    if (saved.is === 'said-before') return { is: 'done', escalation }
    await pause(Math.random() * 10 * (tries + 1))
  }
  throw new Error(`The escalation ${id} kept changing while a step was taken on it. Try again.`)
}

/** What the house says apart from any turn. */
export function noticesOf(replies: readonly Reply[], at: Date): readonly NewEntry[] {
  return replies.map((reply) => ({ from: 'assistant', at, text: reply.text, reply }))
}
