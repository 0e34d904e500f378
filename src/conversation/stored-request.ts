import type { Conversation } from './conversation.ts'
import { knownOf } from './dialog-step.ts'
import type { Agreed, Asking, Consent, HandoffRequest } from './handoff.ts'
import { closedNow, says, wordingOf } from './request.ts'
import type { Outcome, Resources } from './responder.ts'

/** The wording with what was chosen of it: what the person agreed to, and when. */
export function agreement(to: Consent, asking: Asking, conversation: Conversation, resources: Resources): Agreed {
  const { language, lastHeardAt } = conversation
  const chosen = resources.phrases.say(`share.${to}`, language)
  return { to, wording: `${wordingOf(asking, conversation, resources)}\n\n→ ${chosen}`, language, at: lastHeardAt }
}

/** Stores the request with this turn, and says so with its place; out of hours a message is taken. */
export async function storeRequest(
  asking: Asking,
  agreed: Agreed,
  question: string,
  conversation: Conversation,
  resources: Resources,
): Promise<Outcome> {
  const { language, lastHeardAt } = conversation
  const { reason } = asking
  const shares = agreed.to !== 'question'
  const request: HandoffRequest = {
    reason,
    question,
    agreed,
    language,
    situation: shares ? knownOf(conversation, resources) : {},
    ...(shares && conversation.subject ? { topic: conversation.subject.articles } : {}),
  }
  const { asking: _, ...rest } = conversation
  const next: Conversation = {
    ...rest,
    handling: { by: 'nobody-yet', reason, since: lastHeardAt },
    offers: [],
    unsureInARow: 0,
  }
  const closed = closedNow(next, resources)
  if (closed) {
    const name = reason === 'distress' ? 'desk.stored-closed-distress' : 'desk.stored-closed'
    return {
      conversation: { ...next, leaving: 'message' },
      desk: { does: 'request', request },
      replies: [says(name, next, resources, ['nothing-more', 'call-back', 'region', 'cancel'], { closed })],
    }
  }
  const place = (await resources.desk?.placeOfNew(reason)) ?? 1
  const name = reason === 'distress' ? 'desk.stored-distress' : 'desk.stored'
  return {
    conversation: next,
    desk: { does: 'request', request: { ...request, place } },
    replies: [says(name, next, resources, ['place', 'region', 'cancel'], { place })],
  }
}
