import type { Language } from '../language/languages.ts'

/** What a member of staff may do (claim `roles` of the sign-in). An administrator may do what both others do. */
export const ROLES = ['counsellor', 'editor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** A member of staff who answers people. */
export interface Counsellor {
  /** As the issuer of their sign-in names them, or the channel that they work in. */
  readonly id: string
  /** As the person sees it. */
  readonly name: string
}

export const PRESENCES = ['available', 'away'] as const
export type Presence = (typeof PRESENCES)[number]

/** What colleagues know of a counsellor. */
export interface Colleague extends Counsellor {
  readonly presence: Presence
  /** The languages that they answer in. */
  readonly languages: readonly Language[]
  readonly seenAt: Date
}

/** Who is at the desk. `store/` keeps it. */
export interface Staff {
  all(): Promise<readonly Colleague[]>
  /** Notes that a counsellor is there; their presence and languages stay as they were, or begin as available in French. */
  seen(counsellor: Counsellor, at: Date): Promise<Colleague>
  set(id: string, change: { readonly presence?: Presence; readonly languages?: readonly Language[] }): Promise<void>
}
