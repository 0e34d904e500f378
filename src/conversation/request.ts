import type { Language } from '../language/languages.ts'
import { sayMoment } from '../language/moments.ts'
import type { Choice, Reply } from './channel.ts'
import { toContacts } from './contacts.ts'
import type { Conversation, Offer } from './conversation.ts'
import { type Asking, CONSENTS, type EscalationReason } from './handoff.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** How much of a question is shown in the consent, in characters. */
const SHOWN = 200

/**
 * Begins a request for a person: shows what would be shared, and lets the person choose. Nothing is stored for the desk
 * before they have. Without a desk, people are sent to our contacts; whoever waits already is told so.
 */
export function toPerson(
  conversation: Conversation,
  resources: Resources,
  reason: EscalationReason,
  question = conversation.lastAsked,
): Outcome {
  const { language, handling } = conversation
  if (!resources.desk) return toContacts('person.how', conversation, resources)
  if (handling.by === 'nobody-yet')
    return { conversation, replies: [says('desk.waiting', conversation, resources, ['place', 'cancel'])] }
  const asking: Asking = { reason, asks: 'consent', ...(question ? { question } : {}) }
  const next: Conversation = { ...conversation, asking, offers: [] }
  const text = [closedNow(next, resources), wordingOf(asking, next, resources)].filter(Boolean).join('\n\n')
  const choices = consentChoices(language, resources)
  return { conversation: next, replies: [houseReply(text, language, resources, { status: 'handoff', choices })] }
}

/** What may be shared, to choose from. */
export function consentChoices(language: Language, { phrases }: Pick<Resources, 'phrases'>): readonly Choice[] {
  return [...CONSENTS, 'none'].map((each) => ({ label: phrases.say(`share.${each}`, language) }))
}

/** The consent in the person's words, as it is shown and kept. */
export function wordingOf(asking: Asking, { language }: Conversation, { phrases }: Resources): string {
  const question = !asking.question
    ? phrases.say('share.question-later', language)
    : asking.reason === 'distress'
      ? phrases.say('share.that-message', language)
      : phrases.say('share.this-question', language, { question: clipped(asking.question) })
  return phrases.say('desk.consent', language, { question })
}

/** When the desk opens, where it is closed; nothing while it is open. */
export function closedNow({ language, lastHeardAt }: Conversation, { desk, phrases }: Resources): string {
  const hours = desk?.hours(lastHeardAt) ?? { open: true }
  if (hours.open) return ''
  if (!hours.opensAt) return phrases.say('desk.closed-unknown', language)
  const opens = sayMoment(hours.opensAt, lastHeardAt, language, desk?.timeZone(lastHeardAt) ?? 'UTC')
  // « 8:30 a.m. » brings the mark at the end of the sentence with it.
  return phrases.say('desk.closed', language, { opens }).replace(/\.\.$/, '.')
}

/** A sentence of the desk, with the choices that it leaves. */
export function says(
  name: string,
  { language, handling }: Pick<Conversation, 'language' | 'handling'>,
  resources: Pick<Resources, 'library' | 'phrases'>,
  choices: readonly string[] = [],
  words: Readonly<Record<string, string | number>> = {},
): Reply {
  const { phrases } = resources
  return houseReply(phrases.say(name, language, words), language, resources, {
    status: 'handoff',
    answering: handling.by,
    ...(choices.length ? { choices: choices.map((each) => ({ label: phrases.say(`choose.${each}`, language) })) } : {}),
  })
}

/** The conversation with the choices of these words offered, so that their numbers are understood as well. */
export function offeringChoices(conversation: Conversation, { choices = [] }: Pick<Reply, 'choices'>): Conversation {
  const offers = choices.map(
    ({ label }): Offer =>
      conversation.offers.find((offer) => offer.label === label) ?? { label, to: 'words', words: label },
  )
  return { ...conversation, offers }
}

/** A person's words inside our Markdown: on one line, without marks, and not too many. */
function clipped(question: string): string {
  const line = question
    .replace(/[*_`[\]<>#|\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}
