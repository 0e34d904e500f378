import { houseReply, type Responder } from '../responder.ts'

/** The longest message that is read, in characters. */
export const LONGEST = 1000

/** A message so long is not counted to the letter. */
const FAR_TOO_LONG = 4000

/** A message that holds no words, or too many, gets a sentence with a way out. */
export const cannotRead: Responder = async (said, conversation, resources) => {
  const { language } = conversation
  const reply = (name: string, words: Record<string, number> = {}) => ({
    conversation,
    replies: [houseReply(resources.phrases.say(name, language, words), language, resources, { status: 'held-back' })],
  })
  if (said.text.length > FAR_TOO_LONG) return reply('cannot-read.far-too-long', { longest: LONGEST })
  if (said.text.length > LONGEST)
    return reply('cannot-read.too-long', { over: said.text.length - LONGEST, longest: LONGEST })
  if (!/[\p{L}\p{N}]/u.test(said.text)) return reply(said.text.trim() ? 'cannot-read.no-words' : 'cannot-read.empty')
  return undefined
}
