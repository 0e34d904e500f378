import { leadTo } from '../../answer/quote.ts'
import { detectLanguage } from '../../language/detect.ts'
import type { Reply } from '../channel.ts'
import type { Conversation } from '../conversation.ts'
import { houseReply, type Outcome, offering, type Resources, type Responder } from '../responder.ts'
import { inLanguageOfFirstWords } from './from-knowledge.ts'

/** Where to turn when a person is wanted, nearest first. */
const NEAREST = ['mifi', 'qualifications-quebec', 'services-quebec']

/** The last of the responders: says that nothing was found, and offers a person and the nearest contact. */
export const offersCounsellor: Responder = async (said, conversation, resources) => {
  const heard = inLanguageOfFirstWords(conversation, detectLanguage(said.text))
  const { language } = heard
  const offered = offering({ ...heard, unsureInARow: heard.unsureInARow + 1 }, [
    ...NEAREST.flatMap((id) => leadTo(id, language, resources.library)),
    { label: resources.phrases.say('person.ask', language), to: 'person' },
  ])
  const text = resources.phrases.say('answer.not-found', language)
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

/** Sends the person to people who answer: our contacts, as the library confirms them. */
export function toPerson(conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const { library, phrases } = resources
  const contact = library.passage('mifi', 'contact', language)
  const offered = offering(
    conversation,
    NEAREST.flatMap((id) => leadTo(id, language, library)),
  )
  return {
    conversation: offered.conversation,
    replies: [
      houseReply([phrases.say('person.how', language), contact?.text ?? ''].join('\n\n').trim(), language, resources, {
        status: 'handoff',
        articles: contact ? [contact.article] : [],
        choices: offered.choices,
        citations: (contact?.sources ?? []).map((source) => ({
          position: source.position,
          passage: contact?.id ?? '',
          digest: contact?.digest ?? '',
          title: `${source.publisher} — ${source.title}`,
          address: source.address,
          abstract: contact?.heading ?? '',
        })),
      }),
    ],
  }
}
