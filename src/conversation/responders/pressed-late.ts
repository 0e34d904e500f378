import type { Conversation } from '../conversation.ts'
import { CONSENTS } from '../handoff.ts'
import { bareRatingIn, ratingIn } from '../rating.ts'
import { says, toPerson } from '../request.ts'
import type { Outcome, Resources, Responder } from '../responder.ts'
import { toldIn } from '../told.ts'

/** Choices of a request that waits; one that is over has left them on old cards and buttons. */
const OF_A_REQUEST = [
  'told.cancel-request',
  'choose.cancel',
  'choose.place',
  'choose.call-back',
  'choose.leave-message',
  'choose.nothing-more',
]

/**
 * An old button of a request for a person: whoever has none is told so; what may be shared is asked anew; a second
 * rating is thanked for.
 */
export const pressedLate: Responder = async (said, conversation, resources) => {
  if (!resources.desk || said.kind !== 'message' || conversation.asking) return undefined
  const told = (name: string) => toldIn(name, said.text, resources.phrases) !== undefined
  if (CONSENTS.some((each) => told(`share.${each}`))) return toPerson(conversation, resources, 'asked')
  if (conversation.handling.by !== 'assistant') return undefined
  if (OF_A_REQUEST.some(told)) return replying('desk.no-request', conversation, resources)
  if (ratesAgain(said.text, conversation, resources)) return replying('desk.rated-again', conversation, resources)
  return undefined
}

/** A rating where none is asked for; a bare yes or no only where nothing else is, for it may answer that. */
function ratesAgain(text: string, { given, dialog, offers, asksWhy }: Conversation, resources: Resources): boolean {
  if (given || asksWhy) return false
  if (ratingIn(text, resources)) return true
  return !dialog && offers.length === 0 && !/\d/.test(text) && bareRatingIn(text, resources) !== undefined
}

function replying(name: string, conversation: Conversation, resources: Resources): Outcome {
  return { conversation, replies: [says(name, conversation, resources)] }
}
