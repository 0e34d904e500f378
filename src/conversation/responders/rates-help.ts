import { RATINGS } from '../handoff.ts'
import { says } from '../request.ts'
import type { Responder } from '../responder.ts'
import { toldIn } from '../told.ts'

/** The answer to the one question after a counsellor; whoever says something else is not asked again. */
export const ratesHelp: Responder = async (said, conversation, resources) => {
  if (!conversation.isRating || said.kind !== 'message') return undefined
  const number = /^\s*([1-3])\s*$/.exec(said.text)?.[1]
  const rating = number
    ? RATINGS[Number(number) - 1]
    : RATINGS.find((each) => toldIn(`rate.${each}`, said.text, resources.phrases))
  if (!rating) return undefined
  const { isRating: _, ...rest } = conversation
  return { conversation: rest, desk: { does: 'rate', rating }, replies: [says('desk.rated', rest, resources)] }
}
