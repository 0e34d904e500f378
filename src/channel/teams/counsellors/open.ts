import type { News } from '../../../conversation/conversation.ts'
import type { Desk } from '../../../desk/desk.ts'
import type { Escalations } from '../../../desk/escalations.ts'
import { keepInLine } from '../../in-line.ts'
import type { Postings } from '../../postings.ts'
import type { Voice } from '../../voice.ts'
import { channelOfTheirs } from './channel-of-theirs.ts'
import type { Counsellors } from './counsellors.ts'
import { postingInTeams } from './post.ts'
import { takingInTeams } from './take.ts'

export interface CounsellorsResources {
  /** `DESK_TEAMS_CONVERSATION`. */
  readonly conversation: string
  readonly appId: string
  readonly publicUrl: string
  readonly desk: Desk
  readonly escalations: Pick<Escalations, 'get' | 'open'>
  readonly postings: Postings
  readonly news: Pick<News, 'follow'>
  readonly voice: Voice
  readonly everyMs?: number
  now(): Date
  onError(error: unknown): void
}

/** Opens the desk to counsellors who work in a channel of Teams. */
export function openCounsellors(resources: CounsellorsResources): Counsellors & { close(): Promise<void> } {
  const channel = channelOfTheirs(resources.conversation, resources.appId)
  const posting = keepInLine(postingInTeams({ ...resources, channel }), resources)
  return { ...takingInTeams({ ...resources, channel }), close: posting.close }
}
