import { toContacts } from '../contacts.ts'
import type { Conversation } from '../conversation.ts'
import { CONSENTS, type Consent } from '../handoff.ts'
import { says, toPerson } from '../request.ts'
import type { Outcome, Resources, Responder } from '../responder.ts'
import { agreement, storeRequest } from '../stored-request.ts'
import { toldIn } from '../told.ts'

/** While a request for a person is being made: what may be shared, and the question where there is none yet. */
export const makesRequest: Responder = async (said, conversation, resources) => {
  const { asking } = conversation
  if (!asking || said.kind !== 'message' || toldIn('told.forget', said.text, resources.phrases)) return undefined
  if (toldIn('told.cancel-request', said.text, resources.phrases) || toldIn('told.leave', said.text, resources.phrases))
    return givesUp(conversation, resources)
  if (asking.asks === 'question' && asking.agreed) {
    if (/^\s*1\s*$/.test(said.text)) return givesUp(conversation, resources)
    if (toldIn('told.person', said.text, resources.phrases)) return asksQuestion(conversation, resources)
    return storeRequest(asking, asking.agreed, said.text, conversation, resources)
  }

  const chosen = chosenIn(said.text, resources)
  if (chosen === 'none') return givesUp(conversation, resources)
  if (chosen) return agrees(chosen, conversation, resources)
  if (toldIn('told.person', said.text, resources.phrases)) return toPerson(conversation, resources, asking.reason)
  return undefined
}

async function agrees(to: Consent, conversation: Conversation, resources: Resources): Promise<Outcome | undefined> {
  const { asking } = conversation
  if (!asking) return undefined
  const agreed = agreement(to, asking, conversation, resources)
  if (to !== 'question' || asking.question)
    return storeRequest(asking, agreed, asking.question ?? '', conversation, resources)
  return asksQuestion({ ...conversation, asking: { ...asking, asks: 'question', agreed } }, resources)
}

function asksQuestion(conversation: Conversation, resources: Resources): Outcome {
  return { conversation, replies: [says('desk.your-question', conversation, resources, ['cancel'])] }
}

function givesUp({ asking: _, ...conversation }: Conversation, resources: Resources): Outcome {
  return toContacts('desk.not-shared', conversation, resources)
}

/** By its label, by its number, or by a way of saying it. */
function chosenIn(text: string, { phrases }: Resources): Consent | 'none' | undefined {
  const ways = [...CONSENTS, 'none'] as const
  const number = /^\s*([1-4])\s*$/.exec(text)?.[1]
  if (number) return ways[Number(number) - 1]
  return ways.find((way) => toldIn(`share.${way}`, text, phrases) || toldIn(`told.share.${way}`, text, phrases))
}

/**
 * Something else was said while a request is being made: its question is put once more, and then let go; at once where
 * a dialog asks something, for two open questions confuse.
 */
export function goBackToRequest(outcome: Outcome, before: Conversation, resources: Resources): Outcome | undefined {
  const { conversation, replies } = outcome
  const { asking, ...rest } = conversation
  if (!before.asking || asking !== before.asking || asking.asks === 'question' || outcome.forget) return undefined
  if (asking.passedOver || replies.at(-1)?.question) return { ...outcome, conversation: rest }
  // What led to distress is what a counsellor must read; otherwise the newest question goes along, as it is shown.
  const question = asking.reason === 'distress' ? asking.question : conversation.lastAsked
  const again = toPerson(conversation, resources, asking.reason, question)
  const { asking: asked = asking } = again.conversation
  return {
    ...again,
    conversation: { ...again.conversation, asking: { ...asked, passedOver: true } },
    replies: [...replies, ...again.replies],
  }
}
