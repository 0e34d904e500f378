import type { Request, Response } from 'restify'
import { z } from 'zod'
import type { Cookies } from './cookies.ts'
import type { Proof } from './issuer.ts'
import { openSeal } from './seal.ts'

/** A sign-in that was begun: what must come back, and where to go on to. */
export interface Begun extends Proof {
  readonly to?: string | undefined
}

/** Sign-ins that were begun and not finished, each in a cookie of its own: several tabs may sign in at once. */
export interface BegunSignIns {
  keep(request: Request, response: Response, begun: Begun): Promise<void>
  /** The one that an answer's `state` belongs to; it is given once to a browser. */
  take(request: Request, response: Response, state: string): Promise<Begun | undefined>
}

const LIFE_SECONDS = 10 * 60
/** More than so many unfinished ones and all go: a header has its limits. */
const MOST = 6
const START = 'sign-in-'

const shape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string().optional(),
})

export function openBegun(secret: string, cookies: Cookies, now: () => Date): BegunSignIns {
  const seal = openSeal(secret, 'sign-in', now)
  const nameOf = (state: string) => `${START}${state.slice(0, 12)}`
  return {
    keep: async (request, response, begun) => {
      const left = cookies.begunWith(request, START)
      if (left.length >= MOST) for (const each of left) cookies.clear(response, `${START}${each}`)
      const sealed = await seal.close({ ...begun }, new Date(now().getTime() + LIFE_SECONDS * 1000))
      cookies.write(response, nameOf(begun.state), sealed, LIFE_SECONDS)
    },
    take: async (request, response, state) => {
      const sealed = /^[\w-]{12,200}$/.test(state) ? cookies.read(request, nameOf(state)) : undefined
      if (!sealed) return undefined
      cookies.clear(response, nameOf(state))
      const read = shape.safeParse(await seal.open(sealed))
      return read.success && read.data.state === state ? read.data : undefined
    },
  }
}
