import { z } from 'zod'
import { NotSent } from '../voice.ts'

/** Refusals that say « not now »: whoever calls tries again (Teams: 429, 412, 502, 504; and a sign-in that is renewed). */
const NOT_NOW = new Set([401, 408, 412, 425, 429])

const errorShape = z.looseObject({
  statusCode: z.number().optional(),
  response: z.looseObject({ headers: z.custom<Headers>(hasGet).optional() }).optional(),
})

interface Headers {
  get(name: string): string | undefined
}

/** What the SDK threw while it spoke to a channel, as a sentence for staff; never its own words. */
export function troubleOf(error: unknown): NotSent {
  if (error instanceof NotSent) return error
  const read = errorShape.safeParse(error)
  const status = read.data?.statusCode
  if (status === undefined) return new NotSent("Le canal n'a pas pu être joint.", false)
  const waitMs = secondsIn(read.data?.response?.headers?.get('retry-after')) * 1000
  if (status === 403)
    return new NotSent("La personne a bloqué l'assistant ou l'a retiré : le canal refuse le message (403).", true)
  if (status === 404) return new NotSent("Cette conversation n'existe plus sur le canal (404).", true)
  const isForGood = status >= 400 && status < 500 && !NOT_NOW.has(status)
  return new NotSent(
    isForGood ? `Le canal refuse le message (${status}).` : `Le canal n'a pas pris le message (${status}).`,
    isForGood,
    waitMs,
  )
}

function secondsIn(header: string | undefined): number {
  return header && /^\d{1,5}$/.test(header) ? Number(header) : 0
}

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value
}
