import type { Link } from './links.ts'
import { checkLinks, type LinkCheck } from './links-check.ts'
import type { LinkChecks, LinksSeen, LinksStanding } from './links-seen.ts'

/** What a check of the library's addresses is made with. */
export interface LinkGround extends LinkCheck {
  readonly checks: LinkChecks
  /** The addresses that people are shown at this moment. */
  links(): Promise<readonly Link[]>
  now(): Date
}

/** Checks of addresses that are made behind the pages. */
export interface LinkRounds {
  standing(): Promise<LinksStanding>
  /** Begins a check, unless one is under way anywhere; does not wait for its end. */
  begin(): Promise<void>
  /** Ends what is under way here; nothing of it is kept. */
  close(): Promise<void>
}

/** Visits every address and keeps what was found; nothing where a check is under way already. */
export async function roundOfLinks(ground: LinkGround): Promise<LinksSeen | undefined> {
  const check = await ground.checks.begin(ground.now())
  return check === undefined ? undefined : finish(check, ground)
}

/** @param onError hears of what ended a check before its time, unless it was `close`. */
export function openLinkRounds(
  ground: Omit<LinkGround, 'signal' | 'tell'>,
  onError: (error: unknown) => void,
): LinkRounds {
  const closing = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()
  return {
    standing: () => ground.checks.standing(ground.now()),
    begin: async () => {
      if (closing.signal.aborted) return
      const begun = ground.checks.begin(ground.now())
      const round = async () => {
        // Whoever asked hears why none could be begun.
        const check = await begun.catch(() => undefined)
        if (check !== undefined) await finish(check, { ...ground, signal: closing.signal })
      }
      const ended = round().catch((error: unknown) => {
        if (!closing.signal.aborted) onError(error)
      })
      underWay = Promise.all([underWay, ended])
      await begun
    },
    close: async () => {
      closing.abort()
      await underWay
    },
  }
}

async function finish(check: string, ground: LinkGround): Promise<LinksSeen> {
  const { checks, now } = ground
  try {
    const seen = { ...(await checkLinks(await ground.links(), ground)), at: now() }
    await checks.keep(check, seen)
    return seen
  } catch (error) {
    await checks.drop(check)
    throw error
  }
}
