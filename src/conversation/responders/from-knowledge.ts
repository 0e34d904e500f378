import { type Answer, answer } from '../../answer/answer.ts'
import { askedIn, writtenAs } from '../../answer/asked-in.ts'
import type { Written } from '../../language/detect.ts'
import { OWN_NAME } from '../../language/languages.ts'
import type { Citation } from '../channel.ts'
import type { Conversation, Offer } from '../conversation.ts'
import { houseReply, type Outcome, offering, type Resources, type Responder } from '../responder.ts'

/** Answers from the library. What it does not hold is left to the next responder. */
export const fromKnowledge: Responder = async (said, conversation, resources) => {
  const written = writtenAs(said.text, conversation.language, resources.library)
  const heard = inLanguageOfFirstWords(conversation, written)
  const asked = askedIn(said.text, heard.language, resources.library)
  const answered = await answer(
    { ...asked, conversation: conversation.id, ...(heard.subject ? { subject: heard.subject } : {}) },
    resources,
  )
  if (answered.model) resources.noted?.(answered.model)
  if (answered.status === 'not-found') return undefined
  const { writtenIn } = asked
  const more: Offer[] = writtenIn ? [{ label: OWN_NAME[writtenIn], to: 'language', language: writtenIn }] : []
  return sayAnswer(answered, said.text, heard, resources, more)
}

/** The first words settle the language, unless it was chosen; after that it stays. */
export function inLanguageOfFirstWords(conversation: Conversation, written: Written): Conversation {
  const settled = conversation.languageFrom === 'words' || conversation.languageFrom === 'chosen'
  if (settled || !written || written === 'other') return conversation
  return { ...conversation, language: written, languageFrom: 'words' }
}

/** Makes a reply of an answer, and remembers its subject and what it offers. */
export function sayAnswer(
  answered: Answer,
  question: string,
  conversation: Conversation,
  resources: Resources,
  more: readonly Offer[] = [],
): Outcome {
  const grounded = answered.status === 'quoted' || answered.status === 'answered'
  const isUnsure = answered.status === 'unsure'
  const leads = answered.leads.map(
    (lead): Offer => (lead.to === 'person' && isUnsure ? { ...lead, reason: 'unsure' } : lead),
  )
  const offered = offering(conversation, [...leads, ...more])
  const next: Conversation = {
    ...offered.conversation,
    lastAsked: question,
    unsureInARow: isUnsure ? conversation.unsureInARow + 1 : 0,
    ...(grounded ? { subject: { question, articles: answered.articles.slice(0, 3) } } : {}),
  }
  return {
    conversation: next,
    replies: [
      houseReply(isUnsure ? offeringTwice(answered.text, next, resources) : answered.text, next.language, resources, {
        status: answered.status,
        articles: answered.articles,
        choices: offered.choices,
        citations: citationsOf(answered),
        ...(answered.status === 'answered' ? { byModel: true } : {}),
      }),
    ],
  }
}

/** What did not help, a second time in a row: then a person is named, where there is one. */
export function offeringTwice(text: string, { unsureInARow, language }: Conversation, resources: Resources): string {
  return resources.desk && unsureInARow === 2 ? `${text}\n\n${resources.phrases.say('answer.twice', language)}` : text
}

function citationsOf({ passages }: Answer): Citation[] {
  return passages.flatMap((passage) =>
    passage.sources.map((source) => ({
      position: source.position,
      passage: passage.id,
      digest: passage.digest,
      title: `${source.publisher} — ${source.title}${source.date ? ` (${source.date})` : ''}`,
      address: source.address,
      abstract: passage.heading || passage.title,
    })),
  )
}
