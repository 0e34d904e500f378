import type { Deliveries, News } from '../conversation/conversation.ts'
import type { Resources } from '../conversation/responder.ts'
import type { DeskHours } from './hours.ts'
import type { Ledger } from './ledger.ts'
import type { Machine } from './machine.ts'
import type { Staff } from './staff.ts'

/** What the desk is built on. */
export interface DeskResources extends Ledger {
  readonly deliveries: Deliveries
  readonly staff: Staff
  readonly news: News
  /** The words, the dialogs and the library of this moment. */
  words(): Pick<Resources, 'library' | 'phrases' | 'shelf'>
  hours(now: Date): DeskHours
  /** Where a model is set. */
  readonly machine?: Machine
}
