/** Places outside the house where requests are posted. */
export type PostedAt = 'teams' | 'hub'

/** What was posted outside the house about an escalation, and how far what was said since was relayed there. */
export interface Posting {
  readonly escalation: string
  readonly place: PostedAt
  /** The activity that it is there; empty before it was posted. */
  readonly activity: string
  /** What was posted besides, so that it can be taken away again when a person has everything erased. */
  readonly words: readonly string[]
  /** What it shows, in the notation of whoever posts. */
  readonly shown: string
  /** The position of the last line that was relayed. */
  readonly relayed: number
  /** How many times in a row it could not be brought up to date. */
  readonly tries: number
  readonly ended: boolean
}

/** The ledger of postings, as the channels need it; it outlives restarts, and keeps two processes from one posting. */
export interface Postings {
  /** Takes a posting in hand for a minute, and makes it where there is none. Nothing where it is in another hand, or not due. */
  take(escalation: string, place: PostedAt, at: Date): Promise<Posting | undefined>
  /** Writes it down; it may be taken again from `next` on. Does nothing where it was dropped. */
  put(posting: Posting, next: Date): Promise<void>
  byActivity(place: PostedAt, activity: string): Promise<Posting | undefined>
  /** Those that have not ended, and those whose escalation was erased. */
  left(place: PostedAt): Promise<readonly Posting[]>
  drop(escalation: string, place: PostedAt): Promise<void>
}
