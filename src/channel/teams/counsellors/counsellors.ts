import type { Activity, InvokeResponse } from 'botbuilder'

/** The counsellors who work in a channel of Teams. */
export interface Counsellors {
  /** Whether an activity comes from their channel: nothing of it may reach the counter. */
  isTheirs(activity: Partial<Activity>): boolean
  /** Takes what a counsellor wrote, or the button they chose; gives what they are told. */
  take(activity: Partial<Activity>): Promise<Taken>
}

export interface Taken {
  /** Said in the thread. */
  readonly say?: string
  /** Answered in the request of the button itself. */
  readonly invoke?: InvokeResponse
}
