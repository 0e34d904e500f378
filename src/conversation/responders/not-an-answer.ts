import type { Conversation } from '../conversation.ts'
import { dialogOf, goOn } from '../dialog-step.ts'
import { houseReply, type Responder } from '../responder.ts'
import { choicesWith } from './offers-counsellor.ts'

/** A few words without a question mark were meant as an answer. */
const FEW = 3
/** After so many answers in a row that were not understood, a person is offered. */
const OFTEN = 2

/** In an open dialog, a few words that are no answer, and that the library is not sure of: said plainly, and asked again. */
export const notAnAnswer: Responder = async (said, conversation, resources) => {
  const { dialog, language } = conversation
  if (!dialog || !dialogOf(conversation, resources) || said.kind !== 'message') return undefined
  if (/[?؟]/.test(said.text) || said.text.trim().split(/\s+/).length > FEW) return undefined
  if (resources.library.search(said.text, language).certainty === 'sure') return undefined
  const unclear = dialog.unclear + 1
  const again = goOn(conversation, resources)
  const next: Conversation = again.conversation.dialog
    ? { ...again.conversation, dialog: { ...again.conversation.dialog, unclear } }
    : again.conversation
  const notice = houseReply(resources.phrases.say('dialog.unclear', language), language, resources, {
    status: 'dialog',
    dialog: dialog.id,
  })
  const replies = [notice, ...again.replies]
  return {
    conversation: next,
    replies: unclear >= OFTEN ? choicesWith(replies, resources.phrases.say('person.ask', language)) : replies,
  }
}
