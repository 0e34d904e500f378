import { screen } from '../../answer/screen.ts'
import { askWhetherItHelped } from '../rating.ts'
import { houseReply, type Responder } from '../responder.ts'
import { toldIn } from '../told.ts'

/**
 * While a counsellor holds the conversation the assistant keeps quiet; the words are in the ledger for them. Two orders
 * are still the person's own: to be forgotten, and to go back to the assistant. Distress is shown to the desk.
 */
export const withCounsellor: Responder = async (said, conversation, resources) => {
  if (conversation.handling.by !== 'counsellor') return undefined
  const { language } = conversation
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
  const screened = await screen({ asked: { question: said.text.slice(0, LOOKED_AT), language } }, resources)
  const inDistress = 'status' in screened && screened.status === 'emergency'
  return { replies: [], conversation, desk: { does: 'wrote', ...(inDistress ? { inDistress } : {}) } }
}

/** So many characters are looked at for distress: the time that screening takes grows faster than the message. */
const LOOKED_AT = 1000
