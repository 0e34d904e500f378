import type { Activity } from 'botbuilder'
import type { Counsellor } from '../../../desk/staff.ts'

const FROM = 'teams:'

/** Whoever acts in Teams, by the account of their organisation. */
export function counsellorOf({ from }: Partial<Activity>): Counsellor {
  return { id: `${FROM}${from?.aadObjectId ?? from?.id ?? ''}`, name: from?.name?.trim() || 'Une personne du bureau' }
}

/** Whether a counsellor answers in Teams, so that what the person says is relayed there. */
export function isFromTeams({ id }: Counsellor): boolean {
  return id.startsWith(FROM)
}

/** The house's own eye: by it the channel looks at a request, which the audit tells. */
export const TEAMS: Counsellor = { id: 'teams', name: 'Teams' }
