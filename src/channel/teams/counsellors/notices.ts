import { z } from 'zod'
import type { Opened } from '../../../desk/desk.ts'
import { isFromTeams } from './counsellor.ts'

/** What a card last showed, as it is kept between two looks. */
export interface Shown {
  /** The digest of the card. */
  readonly card: string
  /** The counsellor of Teams who held the conversation, where one did. */
  readonly holder?: string
  readonly reminded?: boolean
  /** How many words could not be delivered. */
  readonly failed?: number
}

const shownShape = z.object({
  card: z.string(),
  holder: z.string().optional(),
  reminded: z.boolean().optional(),
  failed: z.number().optional(),
})

/** Reads what was kept; what cannot be read is shown anew. */
export function shownOf(kept: string): Shown {
  try {
    return shownShape.parse(JSON.parse(kept))
  } catch {
    return { card: '' }
  }
}

/** What the thread is told of a look, besides the card: only what changed since the last one. */
export function noticesOf(before: Shown, { escalation, deliveries }: Opened, card: string) {
  const { standing } = escalation
  const holder = standing.is === 'held' && isFromTeams(standing.by) ? standing.by.id : undefined
  const reminded = standing.is === 'held' && standing.remindedAt !== undefined
  const failed = deliveries.filter(({ is }) => is === 'failed').length
  const notices: string[] = []
  if (before.holder && standing.is === 'waiting') notices.push('La demande est retournée dans la file.')
  if (before.holder && standing.is === 'closed')
    notices.push(
      standing.outcome === 'withdrawn' ? 'La personne n’attend plus de réponse.' : 'La conversation est close.',
    )
  if (holder && holder === before.holder && reminded && !before.reminded)
    notices.push('Rappel : la personne attend votre réponse.')
  if (holder && failed > (before.failed ?? 0))
    notices.push('Un message n’a pas pu être remis à la personne : ouvrez le bureau pour l’envoyer de nouveau.')
  const now: Shown = {
    card,
    ...(holder ? { holder } : {}),
    ...(reminded ? { reminded } : {}),
    ...(failed ? { failed } : {}),
  }
  return { notices, now }
}
