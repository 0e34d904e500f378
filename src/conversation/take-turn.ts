import type { Conversation } from './conversation.ts'
import type { Outcome, Resources, Responder, Said } from './responder.ts'
import { cannotRead } from './responders/cannot-read.ts'
import { doesAsTold } from './responders/does-as-told.ts'
import { fromKnowledge } from './responders/from-knowledge.ts'
import { offersCounsellor } from './responders/offers-counsellor.ts'
import { picksOffer } from './responders/picks-offer.ts'
import { welcomes } from './responders/welcomes.ts'
import { withCounsellor } from './responders/with-counsellor.ts'

/** Who may take a turn, in order; the first to respond, wins. Order is policy. */
export const responders: readonly Responder[] = [
  withCounsellor,
  welcomes,
  cannotRead,
  doesAsTold,
  picksOffer,
  fromKnowledge,
  offersCounsellor,
]

/** Takes one turn: values in, an outcome out; nothing outside is changed. */
export async function takeTurn(said: Said, conversation: Conversation, resources: Resources): Promise<Outcome> {
  for (const respond of responders) {
    const outcome = await respond(said, conversation, resources)
    if (outcome) return outcome
  }
  throw new Error('The last responder must respond.')
}
