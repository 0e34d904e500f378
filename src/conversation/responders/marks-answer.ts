import { MARK_REASONS } from '../../knowledge/noticed.ts'
import { helpful, isAsked, markedBad, notHelpful } from '../mark.ts'
import { houseReply, type Responder } from '../responder.ts'
import { toldIn } from '../told.ts'

/** Right after an answer: whether it helped, in so many words; and why not, where that was asked. */
export const marksAnswer: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'message') return undefined
  const { given, asksWhy, language } = conversation
  const { phrases } = resources
  const words = said.text.trim()
  const told = (name: string) =>
    [words, words.replace(OPENING, '')].some((each) => toldIn(`told.mark.${name}`, each, phrases) !== undefined)
  const notice = (name: string) => [houseReply(phrases.say(name, language), language, resources)]
  if (asksWhy) {
    const number = /^([1-4])$/.exec(words)?.[1]
    const reason = number ? MARK_REASONS[Number(number) - 1] : MARK_REASONS.find(told)
    if (reason) return { conversation, replies: notice('mark.noted'), noticed: notHelpful(asksWhy, reason) }
  }
  const mark = ['bad', 'good'].find(told)
  if (!mark) return undefined
  // While another question waits, such words may be an answer to it.
  if (!given) return isAsked(conversation) ? undefined : { conversation, replies: notice('mark.nothing') }
  if (mark === 'bad') return markedBad(given, conversation, resources)
  return { conversation, replies: notice('mark.good'), noticed: helpful(given) }
}

/** What people say before it; « no » is half of « no es útil », and stands before a comma where it is not. */
const OPENING =
  /^(?:(?:en fait|finalement|désolée?|pardon|actually|well|sorry|en realidad|perdón|lo siento|في الحقيقة|عفوا)[\s,.!،]+|(?:oui|non|merci|yes|no|thanks|thank you|sí|si|gracias|نعم|لا|شكرا)\s?[,.!،]\s*)/iu
