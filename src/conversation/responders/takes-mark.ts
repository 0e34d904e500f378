import { helpful, markedBad } from '../mark.ts'
import type { Responder } from '../responder.ts'

/** A mark put on an answer by a channel's own buttons: the button shows that it was taken, so nothing is said to it but the question why. */
export const takesMark: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'marked') return undefined
  if (!said.marks) return { conversation, replies: [] }
  const { answer } = said.marks
  if (said.marks.helpful) return { conversation, replies: [], noticed: helpful(answer) }
  const outcome = markedBad(answer, conversation, resources)
  return { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, toMark: true })) }
}
