/** When people answer, and how long may pass: what staff keep in `knowledge/desk/hours.yaml`. */
export interface DeskHours {
  readonly timeZone: string
  /** Whether the desk is open at a moment; if not, when it opens next (nothing within a year: unknown). */
  at(moment: Date): { readonly open: true; readonly closesAt: Date } | { readonly open: false; readonly opensAt?: Date }
  /** How many milliseconds of open hours lie between two moments. */
  openBetween(from: Date, to: Date): number
  readonly patience: Patience
}

/** How long may pass before something is done about it, in minutes of open hours. */
export interface Patience {
  /** A request that nobody picks up: the person is told and offered the ways out. */
  readonly pickUp: number
  /** A counsellor who does not answer the person's words: reminded … */
  readonly remind: number
  /** … and then the conversation goes back to the queue. */
  readonly takeBack: number
  /** A person who says nothing after the counsellor's words: the conversation is closed. */
  readonly quiet: number
}
