import { z } from 'zod'
import { FAULTS, type Fault } from '../../answer/model.ts'
import type { TextPart } from '../../knowledge/to-translate.ts'

/** What came of asking for a machine's translation. */
export interface MachineTold {
  /** How many parts were written. */
  readonly filled: number
  /** Parts that stayed as they were, since what the model wrote was not let through. */
  readonly refused: readonly TextPart[]
  /** Why the model went silent before the end. */
  readonly silent?: Fault
}

const part = z.custom<TextPart>(
  (value) => typeof value === 'string' && /^(title|summary|questions|section\.[a-z0-9-]+)$/.test(value),
)
const shape = z.object({
  filled: z.coerce.number().int().min(0).max(1000),
  refused: z
    .string()
    .max(2000)
    .transform((list) => list.split(' ').filter(Boolean))
    .pipe(z.array(part)),
  silent: z.enum(FAULTS).optional(),
})

/** As the end of an address: the page that follows says it. */
export function inAddress({ filled, refused, silent }: MachineTold): string {
  return new URLSearchParams({
    filled: String(filled),
    refused: refused.join(' '),
    ...(silent ? { silent } : {}),
  }).toString()
}

/** What an address tells, or nothing where it tells nothing of the kind. */
export function toldIn(query: unknown): MachineTold | undefined {
  const read = shape.safeParse(query)
  if (!read.success) return undefined
  const { silent, ...told } = read.data
  return { ...told, ...(silent ? { silent } : {}) }
}
