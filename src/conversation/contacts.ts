import { leadTo } from '../answer/quote.ts'
import type { Language } from '../language/languages.ts'
import type { Citation, Reply } from './channel.ts'
import type { Conversation, Offer } from './conversation.ts'
import { houseReply, type Outcome, offering, type Resources } from './responder.ts'

/** Where to turn when a person is wanted, nearest first. */
const NEAREST = ['mifi', 'qualifications-quebec', 'services-quebec']

/** The nearest contacts, to be picked. */
export function nearestContacts(language: Language, { library }: Pick<Resources, 'library'>): readonly Offer[] {
  return NEAREST.flatMap((id) => leadTo(id, language, library)).filter((lead) => lead.to === 'passage')
}

/** Says where people are reached outside this conversation, as the library confirms it; `intro` says why. */
export function contactsReply(
  intro: string,
  language: Language,
  resources: Pick<Resources, 'library' | 'phrases'>,
): Reply {
  const contact = resources.library.passage('mifi', 'contact', language)
  const citations = (contact?.sources ?? []).map(
    (source): Citation => ({
      position: source.position,
      passage: contact?.id ?? '',
      digest: contact?.digest ?? '',
      title: `${source.publisher} — ${source.title}`,
      address: source.address,
      abstract: contact?.heading ?? '',
    }),
  )
  return houseReply([intro, contact?.text ?? ''].join('\n\n').trim(), language, resources, {
    status: 'handoff',
    articles: contact ? [contact.article] : [],
    choices: nearestContacts(language, resources).map(({ label }) => ({ label })),
    citations,
  })
}

/** Sends the person to people who answer elsewhere. */
export function toContacts(phrase: string, conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const offered = offering(conversation, nearestContacts(language, resources))
  return {
    conversation: offered.conversation,
    replies: [contactsReply(resources.phrases.say(phrase, language), language, resources)],
  }
}
