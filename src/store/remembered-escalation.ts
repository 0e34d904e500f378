import { z } from 'zod'
import type { Rating } from '../conversation/handoff.ts'
import type { Escalation, OutcomeOfHelp, Standing } from '../desk/escalation.ts'
import type { Counsellor } from '../desk/staff.ts'
import { LANGUAGES } from '../language/languages.ts'
import { agreed, kindOf, language, oneOf, reason, type ShapeOf } from './shapes.ts'

/** What is kept of an escalation besides what is read from a column of its own. */
export type RememberedEscalation = Omit<Escalation, 'id' | 'conversation' | 'askedAt' | 'version'>

type StandingOf<Is extends Standing['is']> = Extract<Standing, { is: Is }>

const counsellor = z.looseObject({ id: z.string(), name: z.string() } satisfies ShapeOf<Counsellor>)

const outcome = oneOf<OutcomeOfHelp>({
  answered: true,
  referred: true,
  'handed-back': true,
  'no-answer': true,
  withdrawn: true,
  failed: true,
})

const standing = kindOf<'is', Standing>('is', {
  waiting: z.looseObject({ is: z.literal('waiting') }),
  held: z.looseObject({
    is: z.literal('held'),
    by: counsellor,
    since: z.coerce.date(),
    lastWordAt: z.coerce.date(),
    personSince: z.coerce.date().optional().catch(undefined),
    personAt: z.coerce.date().optional().catch(undefined),
    remindedAt: z.coerce.date().optional().catch(undefined),
  } satisfies ShapeOf<StandingOf<'held'>>),
  closed: z.looseObject({
    is: z.literal('closed'),
    at: z.coerce.date(),
    by: counsellor.optional().catch(undefined),
    outcome: outcome.catch('no-answer'),
  } satisfies ShapeOf<StandingOf<'closed'>>),
})

const remembered = z.looseObject({
  // One that this release does not know waits for whoever knows what to do.
  standing: z
    .unknown()
    .optional()
    .transform((value): Standing => standing(value) ?? { is: 'waiting' }),
  reason: reason.catch('asked'),
  language,
  question: z.string().catch(''),
  agreed: agreed.catch({ to: 'question', wording: '', language: 'fr', at: new Date(0) }),
  situation: z.record(z.string(), z.string()).catch({}),
  topic: z.array(z.string()).optional().catch(undefined),
  // Where it is not known what came before the request, nothing did after.
  after: z.number().catch(Number.MAX_SAFE_INTEGER),
  message: z.string().optional().catch(undefined),
  callBack: z.string().optional().catch(undefined),
  region: z.string().optional().catch(undefined),
  wanted: z
    .union([z.looseObject({ counsellor }), z.looseObject({ language: z.enum(LANGUAGES) })])
    .optional()
    .catch(undefined),
  firstHeldAt: z.coerce.date().optional().catch(undefined),
  backAt: z.coerce.date().optional().catch(undefined),
  told: z
    .looseObject({
      place: z.number().optional(),
      at: z.coerce.date().optional(),
      lateAt: z.coerce.date().optional(),
    } satisfies ShapeOf<Escalation['told']>)
    .catch({}),
  rating: oneOf<Rating>({ yes: true, partly: true, no: true }).optional().catch(undefined),
} satisfies ShapeOf<RememberedEscalation>)

/** As it is written to the database. */
export function writeEscalation(escalation: Escalation): string {
  const { id, conversation, askedAt, version, ...rest } = escalation
  return JSON.stringify(rest)
}

/** As it was written, by this release or another: what is not understood takes the default that shows the least. */
export function readEscalation(state: string): RememberedEscalation {
  return remembered.parse(JSON.parse(state))
}
