import type { Conversation, Entry, NewEntry } from '../conversation/conversation.ts'
import type { Escalation } from './escalation.ts'

/** What staff did, for the audit: never what was said. */
export const ACTS = [
  'sign-in',
  'sign-out',
  'view',
  'claim',
  'say',
  'note',
  'transfer',
  'give-back',
  'hand-back',
  'close',
  'take-back',
  'deliver-again',
] as const
export type Act = (typeof ACTS)[number]

export interface AuditLine {
  readonly at: Date
  /** The id and the shown name of whoever did it; the house itself is `passerelle`. */
  readonly who: string
  readonly name: string
  readonly act: Act
  /** It names an escalation, and no conversation: the line outlives what a person had erased. */
  readonly escalation?: string
  readonly detail?: string
}

/** A note that colleagues read, and the person never. */
export interface Note {
  readonly id: string
  readonly conversation: string
  readonly escalation: string
  readonly by: string
  readonly name: string
  readonly at: Date
  readonly text: string
}

/** The ledger of escalations. `store/` keeps it. */
export interface Escalations {
  get(id: string): Promise<Escalation | undefined>
  /** The one of a conversation that waits or is held. */
  openOf(conversation: string): Promise<Escalation | undefined>
  /** Every one of a conversation, oldest first. */
  of(conversation: string): Promise<readonly Escalation[]>
  /** All that wait or are held, in the order of the queue. */
  open(): Promise<readonly Escalation[]>
  /** All that were asked for since a moment, oldest first, closed ones too: for the supervisor's figures. */
  since(moment: Date): Promise<readonly Escalation[]>
  /**
   * Saves a step in one transaction: the escalation (guarded by its `version`, then one more), and with it the
   * conversation (guarded by its own), new entries and a line of the audit. `conflict`: somebody saved first, nothing
   * was written. `said-before`: an entry with that activityId is there already, nothing was written.
   */
  save(change: {
    readonly escalation: Escalation
    readonly conversation?: Conversation
    readonly entries?: readonly NewEntry[]
    readonly audit?: AuditLine
  }): Promise<
    | { readonly is: 'saved'; readonly escalation: Escalation; readonly entries: readonly Entry[] }
    | { readonly is: 'conflict' }
    | { readonly is: 'said-before' }
  >
  /** Keeps a note, with its line of the audit. The same id is kept once. */
  note(note: Note, audit: AuditLine): Promise<void>
  notes(conversation: string): Promise<readonly Note[]>
  audit(line: AuditLine): Promise<void>
  /** The audit, newest first. */
  audited(most: number, escalation?: string): Promise<readonly AuditLine[]>
  /** Takes away the lines of the audit before a moment; says how many. */
  forgetAudit(before: Date): Promise<number>
}
