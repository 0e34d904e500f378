import type { Request, Response } from 'restify'
import { z } from 'zod'
import { type Counsellor, ROLES, type Role } from '../desk/staff.ts'
import { openCookies } from './cookies.ts'
import { openSeal } from './seal.ts'

/** A member of staff, as they signed in. */
export interface Member extends Counsellor {
  readonly roles: readonly Role[]
  readonly from: 'oidc' | 'local'
}

/** A member who is signed in now. */
export interface Session extends Member {
  readonly since: Date
  /** When they must sign in again, whatever they do until then. */
  readonly until: Date
  /** When it was last written: it is written again while it is used. */
  readonly written: Date
}

/** Who is signed in; it is kept in a cookie, and nowhere else. */
export interface Sessions {
  read(request: Request): Promise<Session | undefined>
  /** Signs a member in; or writes a session again, so that it lasts from now on, but never past its `until`. */
  write(response: Response, member: Member | Session): Promise<void>
  clear(response: Response): void
}

const HOUR_MS = 60 * 60 * 1000
/** Without any use, a session ends after this. */
export const IDLE_MS = 8 * HOUR_MS
/** Used or not, it ends after this. */
export const WHOLE_MS = 12 * HOUR_MS

const shape = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.enum(ROLES)).min(1),
  from: z.enum(['oidc', 'local']),
  since: z.number(),
  iat: z.number(),
})

export function openSessions(secret: string, publicUrl: string, now: () => Date): Sessions {
  const cookies = openCookies(publicUrl)
  const seal = openSeal(secret, 'session', now)
  return {
    read: async (request) => {
      const read = shape.safeParse(await seal.open(cookies.read(request, '') ?? ''))
      if (!read.success) return undefined
      const { since, iat, ...member } = read.data
      const session = {
        ...member,
        since: new Date(since),
        until: new Date(since + WHOLE_MS),
        written: new Date(iat * 1000),
      }
      return session.until > now() ? session : undefined
    },
    write: async (response, { id, name, roles, from, ...session }) => {
      const at = now().getTime()
      const since = 'since' in session ? session.since.getTime() : at
      const until = Math.min(at + IDLE_MS, since + WHOLE_MS)
      const sealed = await seal.close({ id, name, roles, from, since }, new Date(until))
      cookies.write(response, '', sealed, Math.max(0, Math.floor((until - at) / 1000)))
    },
    clear: (response) => cookies.clear(response, ''),
  }
}

/** Whether a member may do what a role may: an administrator may do everything. */
export function may(member: Pick<Member, 'roles'>, role: Role): boolean {
  return member.roles.includes(role) || member.roles.includes('administrator')
}

/** Where a member begins. */
export function homeOf(member: Pick<Member, 'roles'>): string {
  return may(member, 'counsellor') ? '/desk' : '/library'
}
