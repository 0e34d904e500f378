import type { Act, AuditLine } from './escalations.ts'
import type { Counsellor } from './staff.ts'

/** The line of the audit for what somebody did with a request. */
export function auditLine(act: Act, by: Counsellor, escalation: string, at: Date, detail?: string): AuditLine {
  return { at, who: by.id, name: by.name, act, escalation, ...(detail ? { detail } : {}) }
}
