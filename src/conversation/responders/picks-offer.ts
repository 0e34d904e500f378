import { quotePassage } from '../../answer/quote.ts'
import { fold } from '../../language/text.ts'
import type { Offer } from '../conversation.ts'
import { openDialog } from '../dialog-step.ts'
import { toPerson } from '../request.ts'
import type { Responder } from '../responder.ts'
import { inLanguage } from './does-as-told.ts'
import { fromKnowledge, sayAnswer } from './from-knowledge.ts'
import { opensDialog } from './opens-dialog.ts'

/** Understands the label, or the number, of something that was just offered. */
export const picksOffer: Responder = async (said, conversation, resources) => {
  const offer = offerPicked(said.text, conversation.offers)
  if (!offer) return undefined
  switch (offer.to) {
    case 'person':
      return toPerson(conversation, resources, offer.reason ?? 'asked')
    case 'language':
      return inLanguage(offer.language, conversation, resources)
    case 'words':
      return (
        (await opensDialog({ ...said, text: offer.words }, conversation, resources)) ??
        fromKnowledge({ ...said, text: offer.words }, conversation, resources)
      )
    case 'story': {
      if (!resources.shelf.dialogs.has(offer.dialog)) return undefined
      const situation = { ...conversation.situation, ...offer.told }
      return openDialog(offer.dialog, { ...conversation, situation, offers: [] }, resources)
    }
    case 'passage': {
      const { language } = conversation
      const passage =
        resources.library.passage(offer.article, offer.section, language) ??
        resources.library.passages(offer.article, language)[0]
      if (!passage) return undefined
      const answer = quotePassage(passage, [offer.article], language, resources)
      return sayAnswer(answer, offer.label, conversation, resources)
    }
  }
}

/** The offer that a message picks, by its label or its number. */
export function offerPicked(text: string, offers: readonly Offer[]): Offer | undefined {
  const words = asTyped(text)
  const number = /^\d{1,2}$/.test(words) ? Number(words) : undefined
  if (number !== undefined) return offers[number - 1]
  return offers.find((offer) => asTyped(offer.label) === words)
}

function asTyped(text: string): string {
  return fold(text)
    .replace(/[.,;:!?¿¡؟«»"()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
