import { askWhetherItHelped, bareRatingIn, isMeantForCounsellor, ratingIn } from '../rating.ts'
import { says } from '../request.ts'
import type { Responder } from '../responder.ts'

/**
 * The answer to the one question after a counsellor; whoever says something else is not asked again. A bare yes that
 * comes just after the end may answer the counsellor's last words: it is told to have come too late, and rates nothing.
 */
export const ratesHelp: Responder = async (said, conversation, resources) => {
  if (!conversation.asksRating || said.kind !== 'message') return undefined
  const inWords = ratingIn(said.text, resources)
  const rating = inWords ?? bareRatingIn(said.text, resources)
  if (!rating) return undefined
  if (!inWords && isMeantForCounsellor(conversation, said.at))
    return askWhetherItHelped(conversation, resources, [says('desk.too-late', conversation, resources)])
  const { asksRating: _, ...rest } = conversation
  return { conversation: rest, desk: { does: 'rate', rating }, replies: [says('desk.rated', rest, resources)] }
}
