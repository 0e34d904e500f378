import type { Reply } from './channel.ts'
import type { Conversation } from './conversation.ts'
import { RATINGS, type Rating } from './handoff.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'
import { asOrder, toldIn } from './told.ts'

/** What is typed so soon after a counsellor ended the conversation may have been meant for them. */
export const MEANT_FOR_THEM_MS = 20_000

/**
 * The words said at the end of a conversation with a counsellor, and one question: whether it helped. Its buttons say
 * more than a bare yes or no, so that they are told from a last answer to the counsellor.
 * @param endedAt when a counsellor ended it; nothing where the person did, who knows then whom they answer.
 */
export function askWhetherItHelped(
  conversation: Conversation,
  resources: Pick<Resources, 'library' | 'phrases'>,
  replies: readonly Reply[],
  endedAt?: Date,
): Outcome {
  const { language } = conversation
  const { phrases } = resources
  const choices = RATINGS.map((rating) => ({
    label: phrases.say(`rate.${rating}`, language),
    says: phrases.say(`told.rate.${rating}`, language),
  }))
  const asked = houseReply(phrases.say('desk.did-it-help', language), language, resources, {
    status: 'handoff',
    choices,
  })
  return { conversation: { ...conversation, asksRating: endedAt ? { endedAt } : {} }, replies: [...replies, asked] }
}

/** The rating in so many words, as its buttons say it. */
export function ratingIn(text: string, { phrases }: Pick<Resources, 'phrases'>): Rating | undefined {
  return RATINGS.find((each) => toldIn(`told.rate.${each}`, text, phrases))
}

/** A rating that could as well answer something else: a bare yes or no, or a number. */
export function bareRatingIn(text: string, { phrases }: Pick<Resources, 'phrases'>): Rating | undefined {
  const number = /^[1-3]$/.exec(asOrder(text))?.[0]
  return number ? RATINGS[Number(number) - 1] : RATINGS.find((each) => toldIn(`rate.${each}`, text, phrases))
}

/** Whether words came so soon after the end that they may have been written to the counsellor. */
export function isMeantForCounsellor({ asksRating }: Conversation, at: Date): boolean {
  return asksRating?.endedAt !== undefined && at.getTime() - asksRating.endedAt.getTime() < MEANT_FOR_THEM_MS
}
