import type { Reply } from './channel.ts'
import type { Conversation } from './conversation.ts'
import { RATINGS } from './handoff.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** The words said at the end of a conversation with a counsellor, and one question: whether it helped. */
export function askWhetherItHelped(
  conversation: Conversation,
  resources: Pick<Resources, 'library' | 'phrases'>,
  replies: readonly Reply[],
): Outcome {
  const { language } = conversation
  const { phrases } = resources
  const choices = RATINGS.map((rating) => ({ label: phrases.say(`rate.${rating}`, language) }))
  const asked = houseReply(phrases.say('desk.did-it-help', language), language, resources, {
    status: 'handoff',
    choices,
  })
  return { conversation: { ...conversation, isRating: true }, replies: [...replies, asked] }
}
