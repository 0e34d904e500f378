import type { Escalations } from './escalations.ts'

/** How long it is kept who looked at what and did what, in days. The privacy page says so. */
export const AUDIT_DAYS = 730
const DAY_MS = 24 * 60 * 60 * 1000

/** Takes away the lines of the audit that were kept long enough; says how many. */
export function forgetAudit({ forgetAudit }: Pick<Escalations, 'forgetAudit'>, now: Date): Promise<number> {
  return forgetAudit(new Date(now.getTime() - AUDIT_DAYS * DAY_MS))
}
