import { screen } from '../../answer/screen.ts'
import { detectLanguage } from '../../language/detect.ts'
import type { Responder } from '../responder.ts'
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
  return sayAnswer(screened, question, heard, resources)
}
