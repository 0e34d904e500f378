import { toContacts } from '../contacts.ts'
import type { Conversation } from '../conversation.ts'
import { emergencyIn, emergencyLines } from '../emergency.ts'
import { CONSENTS, type Consent } from '../handoff.ts'
import { consentChoices, says, toPerson } from '../request.ts'
import { houseReply, type Outcome, type Resources, type Responder, type Said } from '../responder.ts'
import { agreement, storeRequest } from '../stored-request.ts'
import { asOrder, toldIn } from '../told.ts'
import { isOrder } from './does-as-told.ts'
import { sayAnswer } from './from-knowledge.ts'

/** While a request for a person is being made: what may be shared, and the question where there is none yet. */
export const makesRequest: Responder = async (said, conversation, resources) => {
  const { asking } = conversation
  const told = (name: string) => toldIn(name, said.text, resources.phrases) !== undefined
  if (!asking || said.kind !== 'message' || told('told.forget')) return undefined
  if (told('told.cancel-request') || told('told.leave') || told('share.none')) return givesUp(conversation, resources)
  if (asking.asks === 'question') return takesQuestion(said, conversation, resources)

  const chosen = chosenIn(said.text, resources)
  if (chosen === 'none') return givesUp(conversation, resources)
  if (chosen) return agrees(chosen, conversation, resources)
  if (told('told.share.yes')) return asksToChoose(conversation, resources)
  if (told('told.person')) return toPerson(conversation, resources, asking.reason)
  return undefined
}

async function agrees(to: Consent, conversation: Conversation, resources: Resources): Promise<Outcome | undefined> {
  const { asking } = conversation
  if (!asking) return undefined
  const agreed = agreement(to, asking, conversation, resources)
  if (asking.question || asking.reason === 'distress')
    return storeRequest(asking, agreed, asking.question ?? '', conversation, resources)
  return asksQuestion({ ...conversation, asking: { ...asking, asks: 'question', agreed } }, resources)
}

/** Nobody agrees by a bare yes: what may be shared is theirs to choose. */
function asksToChoose(conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const choices = consentChoices(language, resources)
  const text = resources.phrases.say('desk.choose-one', language)
  return {
    conversation: anew(conversation),
    replies: [houseReply(text, language, resources, { status: 'handoff', choices })],
  }
}

/** The question that goes along, in the person's words; whoever has nothing to add is not held up by it. */
async function takesQuestion(
  { text }: Said,
  conversation: Conversation,
  resources: Resources,
): Promise<Outcome | undefined> {
  const { asking } = conversation
  if (!asking?.agreed) return undefined
  const told = (name: string) => toldIn(name, text, resources.phrases) !== undefined
  const number = /^[12]$/.exec(asOrder(text))?.[0]
  if (number === '2') return givesUp(conversation, resources)
  if (number === '1' || told('choose.nothing-more') || told('told.share.none'))
    return storeRequest(asking, asking.agreed, '', conversation, resources)
  const changed = CONSENTS.find((each) => told(`share.${each}`))
  if (changed) return agrees(changed, conversation, resources)
  if (told('told.person') || told('told.share.yes')) return asksQuestion(conversation, resources)
  if (isOrder(text, resources)) return undefined
  return storeRequest(asking, asking.agreed, text, conversation, resources)
}

function asksQuestion(conversation: Conversation, resources: Resources): Outcome {
  const only = conversation.asking?.agreed?.to === 'question'
  const name = only ? 'desk.your-question' : 'desk.your-question-too'
  return {
    conversation: anew(conversation),
    replies: [says(name, conversation, resources, ['nothing-more', 'cancel'])],
  }
}

/** The request as it is put once more: a turn that puts it itself is not followed by it again. */
function anew(conversation: Conversation): Conversation {
  return conversation.asking ? { ...conversation, asking: { ...conversation.asking } } : conversation
}

function givesUp({ asking: _, ...conversation }: Conversation, resources: Resources): Outcome {
  return toContacts('desk.not-shared', conversation, resources)
}

/** By its label, by its number, or by a way of saying it. */
function chosenIn(text: string, { phrases }: Resources): Consent | 'none' | undefined {
  const ways = [...CONSENTS, 'none'] as const
  const number = /^[1-4]$/.exec(asOrder(text))?.[0]
  if (number) return ways[Number(number) - 1]
  return ways.find((way) => toldIn(`share.${way}`, text, phrases) || toldIn(`told.share.${way}`, text, phrases))
}

/**
 * Something else was said while a request is being made: its question is put once more, and then let go, which the
 * person is told; at once where a dialog asks something, for two open questions confuse. In distress it is put again
 * each time, under the lines to call.
 */
export async function goBackToRequest(
  outcome: Outcome,
  before: Conversation,
  resources: Resources,
): Promise<Outcome | undefined> {
  const { conversation, replies } = outcome
  const { asking } = conversation
  if (!before.asking || asking !== before.asking || outcome.forget) return undefined
  if (asking.reason === 'distress') return backInDistress(outcome, resources)
  if (replies.at(-1)?.question) return letGo(outcome, resources)
  if (asking.asks === 'question') {
    const again = asksQuestion(conversation, resources)
    return { ...again, replies: [...replies, ...again.replies] }
  }
  const inOtherLanguage = conversation.language !== before.language
  if (asking.passedOver && !inOtherLanguage) return letGo(outcome, resources)
  // The newest question goes along, as it is shown.
  const again = toPerson(conversation, resources, asking.reason, conversation.lastAsked)
  const { asking: asked = asking } = again.conversation
  const passedOver = asking.passedOver || !inOtherLanguage
  return {
    ...again,
    conversation: { ...again.conversation, asking: passedOver ? { ...asked, passedOver } : asked },
    replies: [...replies, ...again.replies],
  }
}

/** Nothing is passed on, and the person is told how to ask again. */
function letGo(outcome: Outcome, resources: Resources): Outcome {
  const { asking: _, ...conversation } = outcome.conversation
  return { ...outcome, conversation, replies: [says('desk.let-go', conversation, resources), ...outcome.replies] }
}

/**
 * What was asked besides is answered; then the lines to call, and the consent, whose numbers are the ones that
 * count. The lines are a word of the desk here: what was said besides did not call for them.
 */
async function backInDistress({ conversation, ...outcome }: Outcome, resources: Resources): Promise<Outcome> {
  const { asking, language } = conversation
  const question = asking?.question ?? ''
  const seen = await emergencyIn(question, language, resources)
  const lines = seen
    ? sayAnswer(seen, question, conversation, resources).replies
    : [emergencyLines(language, resources)]
  const shown = lines.flatMap((reply) => (reply ? [{ ...reply, status: 'handoff' as const, choices: [] }] : []))
  const answers = outcome.replies.map((reply) => (reply.question === undefined ? reply : { ...reply, choices: [] }))
  const again = toPerson(conversation, resources, 'distress', question)
  return { ...outcome, ...again, replies: [...answers, ...shown, ...again.replies] }
}
