import type { News } from '../../conversation/conversation.ts'
import type { CannedReply } from '../../desk/canned.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Escalations } from '../../desk/escalations.ts'
import type { DeskHours } from '../../desk/hours.ts'
import type { Shelf } from '../../dialog/shelf.ts'
import type { Library } from '../../knowledge/library.ts'
import type { Phrases } from '../../language/phrases.ts'

/** What the desk's pages need from the house. */
export interface DeskPages {
  readonly desk: Desk
  readonly shelf: Shelf
  readonly phrases: Phrases
  library(): Library
  /** The replies that are ready, as the file says at this moment. */
  canned(now: Date): readonly CannedReply[]
  hours(now: Date): Pick<DeskHours, 'timeZone'>
  /** Who did what, newest first; for administrators. */
  readonly audited: Escalations['audited']
  readonly news: News
  now(): Date
  onError(error: unknown): void
}
