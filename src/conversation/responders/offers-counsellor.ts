import { writtenAs } from '../../answer/asked-in.ts'
import type { Reply } from '../channel.ts'
import { nearestContacts } from '../contacts.ts'
import { houseReply, offering, type Responder } from '../responder.ts'
import { inLanguageOfFirstWords, offeringTwice } from './from-knowledge.ts'

/** The last of the responders: says that nothing was found, and offers a person and the nearest contact. */
export const offersCounsellor: Responder = async (said, conversation, resources) => {
  const heard = inLanguageOfFirstWords(conversation, writtenAs(said.text, conversation.language, resources.library))
  const { language } = heard
  const offered = offering({ ...heard, unsureInARow: heard.unsureInARow + 1, lastAsked: said.text }, [
    ...nearestContacts(language, resources),
    { label: resources.phrases.say('person.ask', language), to: 'person', reason: 'not-found' },
  ])
  const text = offeringTwice(resources.phrases.say('answer.not-found', language), offered.conversation, resources)
  return {
    conversation: offered.conversation,
    replies: [houseReply(text, language, resources, { status: 'not-found', choices: offered.choices })],
  }
}

/** The replies, the last of which offers one thing more. */
export function choicesWith(replies: readonly Reply[], label: string): Reply[] {
  return replies.map((reply, at) =>
    at === replies.length - 1 ? { ...reply, choices: [...(reply.choices ?? []), { label }] } : reply,
  )
}
