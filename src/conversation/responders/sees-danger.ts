import { screen } from '../../answer/screen.ts'
import { detectLanguage } from '../../language/detect.ts'
import { toPerson } from '../request.ts'
import type { Outcome, Resources, Responder } from '../responder.ts'
import { LONGEST } from './cannot-read.ts'
import { inLanguageOfFirstWords, sayAnswer } from './from-knowledge.ts'

/**
 * Danger and distress are answered before anything else, also in the middle of a dialog. Of a message too long to be
 * read, how it begins and how it ends is looked at: the time that screening takes grows faster than the message.
 */
export const seesDanger: Responder = async (said, conversation, resources) => {
  const { text } = said
  const question = text.length > LONGEST ? `${text.slice(0, LONGEST)} ${text.slice(-LONGEST)}` : text
  const heard = inLanguageOfFirstWords(conversation, detectLanguage(question))
  const screened = await screen({ asked: { question, language: heard.language } }, resources)
  if (!('status' in screened) || screened.status !== 'emergency') return undefined
  return atOnceToPerson(sayAnswer(screened, question, heard, resources), resources)
}

/** Where there is a desk, a person is offered at once; whoever waits already goes first from now on. */
function atOnceToPerson(answered: Outcome, resources: Resources): Outcome {
  if (!resources.desk) return answered
  if (answered.conversation.handling.by === 'nobody-yet') return { ...answered, desk: { does: 'raise' } }
  const offered = toPerson(answered.conversation, resources, 'distress')
  const replies = answered.replies.map(({ choices: _, ...reply }) => reply)
  return { ...offered, replies: [...replies, ...offered.replies] }
}
