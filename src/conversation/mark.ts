import { MARK_REASONS, type MarkReason, type Noticed } from '../knowledge/noticed.ts'
import { isAttesting } from './attestation.ts'
import type { Conversation, GivenAnswer } from './conversation.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** The answer did not help: it is noted at once, and one short question asks why, unless another question waits. */
export function markedBad(answer: GivenAnswer, conversation: Conversation, resources: Resources): Outcome {
  const noticed = notHelpful(answer)
  if (conversation.handling.by === 'counsellor') return { conversation, replies: [], noticed }
  const { language } = conversation
  const { phrases } = resources
  if (isAsked(conversation))
    return { conversation, replies: [houseReply(phrases.say('mark.bad', language), language, resources)], noticed }
  const choices = MARK_REASONS.map((reason) => ({ label: phrases.say(`mark.${reason}`, language) }))
  return {
    conversation: { ...conversation, asksWhy: answer },
    replies: [houseReply(phrases.say('mark.why', language), language, resources, { choices })],
    noticed,
  }
}

/** Whether another question waits for the person: two at a time would be confused. */
export function isAsked(conversation: Conversation): boolean {
  const { asking, asksRating, leaving, dialog } = conversation
  return Boolean(asking || asksRating || leaving || (dialog && !isAttesting(conversation)))
}

/** What is noted of an answer that did not help; with a reason once there is one. */
export function notHelpful(answer: GivenAnswer, reason?: MarkReason): Noticed {
  const { position, question, language, articles, publication } = answer
  return {
    mark: { position, helpful: false, articles, publication, ...(reason ? { reason } : {}) },
    gap: { position, question, language, why: 'not-helpful', articles, publication },
  }
}

export function helpful({ position, articles, publication }: GivenAnswer): Noticed {
  return { mark: { position, helpful: true, articles, publication } }
}
