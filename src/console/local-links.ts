import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { ROLES, type Role } from '../desk/staff.ts'
import type { Member } from './session.ts'

/** Links by which anybody who sees the terminal signs in, where no issuer is set. */
export interface LocalLinks {
  /** Prints the link of each role, one a line. */
  print(): void
  /** Who a link lets in, once: each time another person. The next link of its role is printed. */
  use(token: string): Member | undefined
}

export interface LocalLinksResources {
  readonly publicUrl: string
  print(line: string): void
}

/** What a person without a name of their own is called; people read it beside their words. */
const CALLED: Readonly<Record<Role, string>> = {
  counsellor: 'Conseil',
  editor: 'Rédaction',
  administrator: 'Administration',
}

export function openLocalLinks({ publicUrl, print }: LocalLinksResources): LocalLinks {
  const tokens = new Map<Role, string>(ROLES.map((role) => [role, newToken()]))
  const used = new Map<Role, number>()
  const printOne = (role: Role) => print(`sign-in ${role} ${publicUrl}/sign-in/local?token=${tokens.get(role)}`)
  return {
    print: () => ROLES.forEach(printOne),
    use: (token) => {
      const [role] = ROLES.filter((each) => isSame(token, tokens.get(each) ?? ''))
      if (!role) return undefined
      const count = (used.get(role) ?? 0) + 1
      used.set(role, count)
      tokens.set(role, newToken())
      printOne(role)
      // Numbers begin again with the process, sessions do not: what names a person is never the same twice.
      return { id: `local:${role}:${newToken().slice(0, 8)}`, name: nameFor(role, count), roles: [role], from: 'local' }
    },
  }
}

/** A neutral name: « Conseil 1 », or « Conseil » where nothing counts them. */
export function nameFor(role: Role, count?: number): string {
  return [CALLED[role], count].filter(Boolean).join(' ')
}

function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Compares without telling by the time it takes where they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
