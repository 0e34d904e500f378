import type { CheckedLinks } from './links-check.ts'

/** What the last whole check of the library's addresses found, and when it ended. */
export interface LinksSeen extends CheckedLinks {
  readonly at: Date
}

/** How the checking of addresses stands. */
export interface LinksStanding {
  /** Not there until a check came to its end. */
  readonly last?: LinksSeen
  /** Since when one is under way, anywhere. */
  readonly since?: Date
}

/** After so long a check that was begun is taken to have stopped with its process. */
export const TAKEN_OVER_MS = 30 * 60 * 1000

/** The ledger of checks. `store/` keeps it, for every process that shares it. */
export interface LinkChecks {
  standing(now: Date): Promise<LinksStanding>
  /** Begins a check and gives its id; nothing while one is under way that has not been left. */
  begin(now: Date): Promise<string | undefined>
  /** Keeps what a check found in place of what was known, and ends it; false where another took it over. */
  keep(check: string, seen: LinksSeen): Promise<boolean>
  /** Ends a check without a result. */
  drop(check: string): Promise<void>
}
