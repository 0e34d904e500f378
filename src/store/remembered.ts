import { z } from 'zod'
import type { HandoffEvent, Reply, ReplyStatus } from '../conversation/channel.ts'
import type { Conversation, GivenAnswer, Handling, LanguageFrom, Offer } from '../conversation/conversation.ts'
import type { Asking } from '../conversation/handoff.ts'
import { LANGUAGES } from '../language/languages.ts'
import { agreed, kindOf, language, oneOf, reason, type ShapeOf } from './shapes.ts'

/** What is remembered of a conversation besides what has a column of its own. */
export type Remembered = Omit<Conversation, 'id' | 'address' | 'version' | 'startedAt' | 'lastHeardAt'>

const handling = kindOf<'by', Handling>('by', {
  assistant: z.looseObject({ by: z.literal('assistant') }),
  'nobody-yet': z.looseObject({ by: z.literal('nobody-yet'), reason: reason.catch('asked'), since: z.coerce.date() }),
  counsellor: z.looseObject({ by: z.literal('counsellor'), name: z.string(), since: z.coerce.date() }),
})

const offer = kindOf<'to', Offer>('to', {
  passage: z.looseObject({ label: z.string(), to: z.literal('passage'), article: z.string(), section: z.string() }),
  person: z.looseObject({ label: z.string(), to: z.literal('person'), reason: reason.optional().catch(undefined) }),
  language: z.looseObject({ label: z.string(), to: z.literal('language'), language: z.enum(LANGUAGES) }),
  words: z.looseObject({ label: z.string(), to: z.literal('words'), words: z.string() }),
  story: z.looseObject({
    label: z.string(),
    to: z.literal('story'),
    dialog: z.string(),
    told: z.record(z.string(), z.string()),
  }),
})

const asking = z.looseObject({
  reason: reason.catch('asked'),
  question: z.string().optional(),
  asks: oneOf<Asking['asks']>({ consent: true, question: true }),
  agreed: agreed.optional(),
  passedOver: z.boolean().optional(),
} satisfies ShapeOf<Asking>)

const given = z.looseObject({
  position: z.number(),
  question: z.string(),
  language,
  articles: z.array(z.string()),
  publication: z.number(),
} satisfies ShapeOf<GivenAnswer>)

const remembered = z.looseObject({
  language,
  languageFrom: oneOf<LanguageFrom>({ default: true, locale: true, words: true, chosen: true }).catch('default'),
  handling: z
    .unknown()
    .optional()
    .transform((value): Handling => handling(value) ?? { by: 'assistant' }),
  // An offer that this release does not know is not on offer.
  offers: z
    .array(z.unknown())
    .catch([])
    .transform((offers) => offers.flatMap((each) => offer(each) ?? [])),
  subject: z
    .looseObject({ question: z.string(), articles: z.array(z.string()) })
    .optional()
    .catch(undefined),
  situation: z.record(z.string(), z.string()).catch({}),
  dialog: z
    .looseObject({
      id: z.string(),
      asked: z.string().optional(),
      confirming: z.array(z.string()).optional(),
      unclear: z.number().catch(0),
    })
    .optional()
    .catch(undefined),
  plan: z
    .looseObject({ dialog: z.string(), publication: z.number(), digests: z.record(z.string(), z.string()) })
    .optional()
    .catch(undefined),
  lastAsked: z.string().optional().catch(undefined),
  asking: asking.optional().catch(undefined),
  leaving: oneOf<'message' | 'call-back' | 'region'>({ message: true, 'call-back': true, region: true })
    .optional()
    .catch(undefined),
  asksRating: z
    .looseObject({ endedAt: z.coerce.date().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  given: given.optional().catch(undefined),
  asksWhy: given.optional().catch(undefined),
  unsureInARow: z.number().catch(0),
  welcomed: z.boolean().catch(false),
  person: z.looseObject({ id: z.string(), name: z.string().optional() }).catch({ id: '' }),
  wayBack: z.unknown().optional(),
} satisfies ShapeOf<Remembered>)

const replyStatus = oneOf<ReplyStatus>({
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

const link = z.looseObject({ title: z.string(), address: z.string() })

const outline = z.looseObject({
  intro: z.string(),
  stages: z.array(
    z.looseObject({
      heading: z.string(),
      steps: z.array(
        z.looseObject({
          title: z.string(),
          summary: z.string(),
          why: z.string().optional(),
          contact: z.string().optional(),
          source: link.optional(),
        }),
      ),
      more: z.string().optional(),
    }),
  ),
  notes: z.array(z.string()),
  page: z.looseObject({ label: z.string(), address: z.string() }).optional(),
})

const event = z.looseObject({
  name: z.literal('handoff.initiate'),
  escalation: z.string(),
  context: z.record(z.string(), z.unknown()),
} satisfies ShapeOf<HandoffEvent>)

const reply = z.looseObject({
  text: z.string().catch(''),
  language,
  status: replyStatus.catch('notice'),
  articles: z.array(z.string()).catch([]),
  publication: z.number().catch(0),
  dialog: z.string().optional().catch(undefined),
  question: z.string().optional().catch(undefined),
  choices: z
    .array(z.looseObject({ label: z.string(), says: z.string().optional() }))
    .optional()
    .catch(undefined),
  citations: z
    .array(
      z.looseObject({
        position: z.number(),
        passage: z.string(),
        digest: z.string(),
        title: z.string(),
        address: z.string(),
        abstract: z.string(),
      }),
    )
    .optional()
    .catch(undefined),
  plan: outline.optional().catch(undefined),
  answering: z.enum(['assistant', 'nobody-yet', 'counsellor']).optional().catch(undefined),
  counsellor: z.string().optional().catch(undefined),
  translation: z.looseObject({ language, text: z.string() }).optional().catch(undefined),
  byModel: z.boolean().optional().catch(undefined),
  toMark: z.boolean().optional().catch(undefined),
  event: event.optional().catch(undefined),
} satisfies ShapeOf<Reply>)

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
