import type { Conversation } from '../conversation.ts'
import { CONSENTS } from '../handoff.ts'
import { says, toPerson } from '../request.ts'
import type { Resources, Responder } from '../responder.ts'
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

/** An old button of a request for a person: whoever has none is told so; what may be shared is asked anew. */
export const pressedLate: Responder = async (said, conversation, resources) => {
  if (!resources.desk || said.kind !== 'message' || conversation.asking) return undefined
  const told = (name: string) => toldIn(name, said.text, resources.phrases) !== undefined
  if (CONSENTS.some((each) => told(`share.${each}`))) return toPerson(conversation, resources, 'asked')
  if (conversation.handling.by === 'assistant' && OF_A_REQUEST.some(told)) return none(conversation, resources)
  return undefined
}

function none(conversation: Conversation, resources: Resources) {
  return { conversation, replies: [says('desk.no-request', conversation, resources)] }
}
