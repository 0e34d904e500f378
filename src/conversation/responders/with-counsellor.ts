import { emergencyIn } from '../emergency.ts'
import { askWhetherItHelped } from '../rating.ts'
import { says } from '../request.ts'
import { houseReply, type Responder } from '../responder.ts'
import { toldIn } from '../told.ts'
import { cutIn } from '../written-down.ts'

/**
 * While a counsellor holds the conversation the assistant keeps quiet; the words are in the ledger for them. Two orders
 * are still the person's own: to be forgotten, and to go back to the assistant. Distress is shown to the desk. Whoever
 * wrote more than the counsellor can be shown is told so.
 */
export const withCounsellor: Responder = async (said, conversation, resources) => {
  if (conversation.handling.by !== 'counsellor') return undefined
  const { language, handling } = conversation
  const { phrases } = resources
  if (toldIn('told.forget', said.text, phrases)) {
    const text = phrases.say('forgotten', language)
    return { conversation, forget: true, replies: [houseReply(text, language, resources)] }
  }
  if (toldIn('told.assistant', said.text, phrases)) {
    const back = { ...conversation, handling: { by: 'assistant' as const } }
    const text = phrases.say('desk.left', language)
    return {
      ...askWhetherItHelped(back, resources, [
        houseReply(text, language, resources, { status: 'handoff', answering: 'assistant' }),
      ]),
      desk: { does: 'withdraw' },
    }
  }
  if (said.kind !== 'message') return { replies: [], conversation }
  const inDistress = (await emergencyIn(said.text, language, resources)) !== undefined
  const cut = cutIn(said.text)
  return {
    replies: cut ? [says('desk.cut', conversation, resources, [], { name: handling.name, ...cut })] : [],
    conversation,
    desk: { does: 'wrote', ...(inDistress ? { inDistress } : {}) },
  }
}
