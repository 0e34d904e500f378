import { z } from 'zod'
import type { Reply, ReplyStatus } from '../conversation/channel.ts'
import type { Conversation, EscalationReason, LanguageFrom, Offer } from '../conversation/conversation.ts'
import { LANGUAGES, ORIGINAL } from '../language/languages.ts'

/** What is remembered of a conversation besides what has a column of its own. */
export type Remembered = Omit<Conversation, 'id' | 'address' | 'version' | 'startedAt' | 'lastHeardAt'>

/** One of these words; the record makes the compiler ask for a word that was added to the type. */
function oneOf<Word extends string>(words: Readonly<Record<Word, true>>) {
  return z.enum(Object.keys(words) as [Word, ...Word[]])
}

const language = z.enum(LANGUAGES).catch(ORIGINAL)

const languageFrom = oneOf<LanguageFrom>({ default: true, locale: true, words: true, chosen: true })

const reason = oneOf<EscalationReason>({ asked: true, dialog: true, 'not-found': true, unsure: true, distress: true })

const handling = z.discriminatedUnion('by', [
  z.looseObject({ by: z.literal('assistant') }),
  z.looseObject({ by: z.literal('nobody-yet'), reason: reason.catch('asked'), since: z.coerce.date() }),
  z.looseObject({ by: z.literal('counsellor'), name: z.string(), since: z.coerce.date() }),
])

const offer = z.discriminatedUnion('to', [
  z.looseObject({ label: z.string(), to: z.literal('passage'), article: z.string(), section: z.string() }),
  z.looseObject({ label: z.string(), to: z.literal('person') }),
  z.looseObject({ label: z.string(), to: z.literal('words'), words: z.string() }),
])

const remembered = z.looseObject({
  language,
  languageFrom: languageFrom.catch('default'),
  handling: handling.catch({ by: 'assistant' }),
  offers: z.array(z.unknown()).catch([]).transform(known),
  subject: z.looseObject({ question: z.string(), articles: z.array(z.string()) }).optional().catch(undefined),
  unsureInARow: z.number().catch(0),
  welcomed: z.boolean().catch(false),
  person: z.looseObject({ id: z.string(), name: z.string().optional() }).catch({ id: '' }),
  wayBack: z.unknown(),
})

/** An offer that this release does not know is not on offer. */
function known(offers: readonly unknown[]): Offer[] {
  return offers.flatMap((one) => {
    const read = offer.safeParse(one)
    return read.success ? [read.data] : []
  })
}

const status = oneOf<ReplyStatus>({
  answered: true,
  quoted: true,
  unsure: true,
  'not-found': true,
  'out-of-scope': true,
  emergency: true,
  'held-back': true,
  failed: true,
  dialog: true,
  notice: true,
  handoff: true,
  counsellor: true,
})

const reply = z.looseObject({
  text: z.string().catch(''),
  language,
  status: status.catch('notice'),
  articles: z.array(z.string()).catch([]),
  publication: z.number().catch(0),
})

/** As it is written to the database. */
export function writeRemembered(conversation: Remembered): string {
  const { id, address, version, startedAt, lastHeardAt, ...rest } = conversation as Conversation
  return JSON.stringify(rest)
}

/**
 * As it was written, by this release or another: what is missing or not understood takes its default, and what only a
 * newer release knows is kept as it is, to be written back.
 */
export function readRemembered(state: string): Remembered {
  return remembered.parse(JSON.parse(state))
}

export function writeReply(given: Reply): string {
  return JSON.stringify(given)
}

/** A reply as it was given, by this release or another. */
export function readReply(given: string): Reply {
  return reply.parse(JSON.parse(given))
}
