import type { Activity } from 'botbuilder'

/** Speaks where a person, or the counsellors, are: apart from any turn. The way back is what an activity came with. */
export interface Voice {
  /**
   * Sends an activity; gives the channel's id of it.
   * @throws NotSent
   */
  send(wayBack: unknown, activity: Partial<Activity>): Promise<string>
  /** Puts another activity in the place of one that was sent. */
  replace(wayBack: unknown, id: string, activity: Partial<Activity>): Promise<void>
  /** Takes away what was sent; what is gone already is no error. */
  takeBack(wayBack: unknown, id: string): Promise<void>
}

/** Why something could not be sent, in a sentence for staff. */
export class NotSent extends Error {
  constructor(
    message: string,
    /** True where trying again changes nothing: the person left or blocked us, or nobody takes this activity. */
    readonly forGood: boolean,
    /** How long the channel asks to be left alone, in milliseconds. */
    readonly waitMs = 0,
  ) {
    super(message)
    delete this.stack
  }
}
