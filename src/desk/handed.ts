import type { Reply } from '../conversation/channel.ts'
import { contactsReply, nearestContacts } from '../conversation/contacts.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { emergencyLines } from '../conversation/emergency.ts'
import { askWhetherItHelped } from '../conversation/rating.ts'
import { offeringChoices, says } from '../conversation/request.ts'
import type { Outcome, Resources } from '../conversation/responder.ts'
import type { Escalation } from './escalation.ts'
import type { Counsellor } from './staff.ts'

/** What the desk says with. */
export type DeskWords = Pick<Resources, 'library' | 'phrases'>

/** A conversation as it is when a counsellor takes it, and how the person is told who answers. */
export function toCounsellor(conversation: Conversation, by: Counsellor, at: Date, words: DeskWords): Outcome {
  const { asking: _, leaving: __, asksRating: ___, subject: ____, ...rest } = conversation
  const next: Conversation = { ...rest, offers: [], handling: { by: 'counsellor', name: by.name, since: at } }
  return { conversation: next, replies: [says('desk.answers', next, words, [], { name: by.name })] }
}

/**
 * Back in the queue: the assistant answers meanwhile, and the person is told why, and their place where it is known.
 * Whoever wrote of distress to the counsellor has not seen the lines to call yet.
 */
export function toQueue(
  conversation: Conversation,
  { reason, askedAt }: Escalation,
  back: { readonly by: Counsellor; readonly why: 'passed-on' | 'given-back'; readonly place: number | undefined },
  words: DeskWords,
): Outcome {
  const { by, why, place } = back
  const next: Conversation = { ...conversation, handling: { by: 'nobody-yet', reason, since: askedAt } }
  const ways = [...(place === undefined ? ['place'] : []), 'leave-message', 'call-back', 'cancel']
  const told = says(`desk.${why}`, next, words, ways, { name: by.name })
  const placed = place === undefined ? [] : [words.phrases.say('desk.your-place', next.language, { place })]
  const lines = linesFor(reason, next, words)
  const reply = { ...told, text: [[told.text, ...placed].join(' '), ...firstIf(lines, next, words)].join('\n\n') }
  return { conversation: offeringChoices(next, reply), replies: [...lines, reply] }
}

/** Back to the assistant at the end, with one question: whether it helped. */
export function toAssistant(
  conversation: Conversation,
  by: Counsellor,
  why: 'ended' | 'ended-quiet',
  words: DeskWords,
  at: Date,
): Outcome {
  const next: Conversation = { ...conversation, handling: { by: 'assistant' } }
  return askWhetherItHelped(next, words, [says(`desk.${why}`, next, words, [], { name: by.name })], at)
}

/** The desk could not be reached: the person is told plainly, and where people are. */
export function toContactsInstead(conversation: Conversation, { reason }: Escalation, words: DeskWords): Outcome {
  const { language } = conversation
  const { leaving: _, ...rest } = conversation
  return {
    conversation: { ...rest, handling: { by: 'assistant' }, offers: nearestContacts(language, words) },
    replies: [
      ...linesFor(reason, conversation, words),
      { ...contactsReply(words.phrases.say('desk.failed', language), language, words), answering: 'assistant' },
    ],
  }
}

/** Nobody has picked it up in time: the person is told, and offered the ways out. */
export function tellLate(conversation: Conversation, { reason }: Escalation, words: DeskWords): Outcome {
  const { language } = conversation
  const lines = linesFor(reason, conversation, words)
  const intro = [words.phrases.say('desk.late', language).trim(), ...firstIf(lines, conversation, words)].join('\n\n')
  const reply = contactsReply(intro, language, words)
  const ways = ['leave-message', 'call-back', 'cancel'].map((each) => ({
    label: words.phrases.say(`choose.${each}`, language),
  }))
  const { leaving: _, ...rest } = conversation
  const whole = { ...reply, choices: [...(reply.choices ?? []), ...ways] }
  return {
    conversation: offeringChoices({ ...rest, offers: nearestContacts(language, words) }, whole),
    replies: [...lines, whole],
  }
}

/** The person's place in the queue; with enough data, how long it took others. */
export function tellPlace(
  conversation: Conversation,
  place: number,
  minutes: number | undefined,
  words: DeskWords,
): Outcome {
  const name = minutes === undefined ? 'desk.place' : 'desk.place-typical'
  const { leaving: _, ...rest } = conversation
  const reply = says(name, rest, words, ['leave-message', 'call-back', 'cancel'], {
    place,
    ...(minutes === undefined ? {} : { minutes }),
  })
  // Numbers go on meaning what an answer has offered: whoever picks from it must not cancel their request by it.
  const isFree = rest.offers.every(({ to }) => to === 'words')
  return { conversation: isFree ? offeringChoices(rest, reply) : rest, replies: [reply] }
}

/** The lines to call, for whoever is in distress: a word of the desk must not be the last that they read. */
function linesFor(reason: Escalation['reason'], { language }: Conversation, words: DeskWords): readonly Reply[] {
  const lines = reason === 'distress' ? emergencyLines(language, words) : undefined
  return lines ? [lines] : []
}

/** Under the lines to call: that the request goes first, and not to wait for it. */
function firstIf(lines: readonly Reply[], { language }: Conversation, { phrases }: DeskWords): readonly string[] {
  return lines.length ? [phrases.say('desk.goes-first', language)] : []
}
