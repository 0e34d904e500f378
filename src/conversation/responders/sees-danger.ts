import { screen } from '../../answer/screen.ts'
import { detectLanguage } from '../../language/detect.ts'
import type { Responder } from '../responder.ts'
import { inLanguageOfFirstWords, sayAnswer } from './from-knowledge.ts'

/** Danger and distress are answered before anything else, also in the middle of a dialog. */
export const seesDanger: Responder = async (said, conversation, resources) => {
  const heard = inLanguageOfFirstWords(conversation, detectLanguage(said.text))
  const screened = await screen({ asked: { question: said.text, language: heard.language } }, resources)
  if (!('status' in screened) || screened.status !== 'emergency') return undefined
  return sayAnswer(screened, said.text, heard, resources)
}
