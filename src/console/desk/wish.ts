import { z } from 'zod'
import type { EscalationReason } from '../../conversation/handoff.ts'
import type { InboxItem } from '../../desk/desk.ts'
import { LANGUAGES, type Language } from '../../language/languages.ts'

export const REASONS = [
  'distress',
  'asked',
  'dialog',
  'not-found',
  'unsure',
] as const satisfies readonly EscalationReason[]
export const SHOWN = ['all', 'waiting', 'mine'] as const

/** What a counsellor wants to see of the inbox. It stands in the address, so that it can be kept. */
export interface Wish {
  readonly show: (typeof SHOWN)[number]
  readonly language?: Language
  readonly reason?: EscalationReason
  /** A trade, by its name among the answers. */
  readonly trade?: string
  /** A region, by its number. */
  readonly region?: string
}

const shape = z.object({
  show: z.enum(SHOWN).catch('all'),
  language: z.enum(LANGUAGES).optional().catch(undefined),
  reason: z.enum(REASONS).optional().catch(undefined),
  trade: z.string().min(1).max(80).optional().catch(undefined),
  region: z.string().min(1).max(2).optional().catch(undefined),
})

/** Reads a wish from an address; what is not understood is not wished for. */
export function readWish(query: unknown): Wish {
  const { show, language, reason, trade, region } = shape.catch({ show: 'all' }).parse(query)
  return {
    show,
    ...(language ? { language } : {}),
    ...(reason ? { reason } : {}),
    ...(trade ? { trade } : {}),
    ...(region ? { region } : {}),
  }
}

/** A wish as the end of an address: `?show=mine&language=es`, or nothing. */
export function queryOf({ show, ...wished }: Wish, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(show === 'all' ? {} : { show }),
    ...wished,
    ...more,
  }).toString()
  return query && `?${query}`
}

/** The requests that are wished for, in the order they came in. */
export function wishedFor(items: readonly InboxItem[], wish: Wish, member: string): readonly InboxItem[] {
  return items.filter(
    ({ escalation }) =>
      (wish.show !== 'waiting' || escalation.standing.is === 'waiting') &&
      (wish.show !== 'mine' || isHeldBy(escalation, member)) &&
      (!wish.language || escalation.language === wish.language) &&
      (!wish.reason || escalation.reason === wish.reason) &&
      (!wish.trade || escalation.situation.trade === wish.trade) &&
      (!wish.region || escalation.region === wish.region),
  )
}

export function isHeldBy({ standing }: Pick<InboxItem['escalation'], 'standing'>, member: string): boolean {
  return standing.is === 'held' && standing.by.id === member
}
