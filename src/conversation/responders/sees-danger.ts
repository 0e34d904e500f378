import { writtenAs } from '../../answer/asked-in.ts'
import type { Conversation } from '../conversation.ts'
import { emergencyIn } from '../emergency.ts'
import { closedNow, offeringChoices, toPerson } from '../request.ts'
import type { Outcome, Resources, Responder } from '../responder.ts'
import { LONGEST } from './cannot-read.ts'
import { inLanguageOfFirstWords, sayAnswer } from './from-knowledge.ts'

/**
 * Danger and distress are answered before anything else, also in the middle of a dialog, or of a message too long to be
 * read otherwise.
 */
export const seesDanger: Responder = async (said, conversation, resources) => {
  const { text } = said
  const question = text.length > LONGEST ? `${text.slice(0, LONGEST)} ${text.slice(-LONGEST)}` : text
  const heard = inLanguageOfFirstWords(conversation, writtenAs(question, conversation.language, resources.library))
  const screened = await emergencyIn(text, heard.language, resources)
  if (!screened) return undefined
  return atOnceToPerson(sayAnswer(screened, question, heard, resources), said.at, resources)
}

/** Where there is a desk, a person is offered at once; whoever waits already goes first from now on, and is told so. */
function atOnceToPerson(answered: Outcome, at: Date, resources: Resources): Outcome {
  if (!resources.desk) return answered
  if (answered.conversation.handling.by === 'nobody-yet') return goesFirst(answered, at, resources)
  const offered = toPerson(answered.conversation, resources, 'distress')
  const replies = answered.replies.map(({ choices: _, ...reply }) => reply)
  return { ...offered, replies: [...replies, ...offered.replies] }
}

/** One reply with the lines to call and the place that the request takes: a notice of its own could push them out of sight. */
function goesFirst({ conversation, replies }: Outcome, at: Date, resources: Resources): Outcome {
  const { handling, language } = conversation
  const { phrases } = resources
  const closed = closedNow({ ...conversation, lastHeardAt: at }, resources)
  const first = [closed, phrases.say('desk.goes-first', language)].filter(Boolean).join(' ')
  const choices = ['place', 'cancel'].map((each) => ({ label: phrases.say(`choose.${each}`, language) }))
  const next: Conversation = {
    ...conversation,
    offers: [],
    ...(handling.by === 'nobody-yet' ? { handling: { ...handling, reason: 'distress' } } : {}),
  }
  return {
    conversation: offeringChoices(next, { choices }),
    replies: replies.map((reply) => ({ ...reply, text: `${reply.text}\n\n${first}`, choices })),
    desk: { does: 'raise' },
  }
}
