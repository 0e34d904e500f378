import type { Address } from '../conversation/channel.ts'
import { CENTRE_ID, CENTRE_NAME } from './centre.ts'
import type { Desk, Done } from './desk.ts'
import type { Escalation } from './escalation.ts'
import { inParts } from './in-parts.ts'
import type { Ledger } from './ledger.ts'
import { LONGEST_WORD } from './say-words.ts'
import type { Counsellor } from './staff.ts'

/** Why what a contact centre told was not taken. */
export type NotTaken = Extract<Done, { is: 'refused' }>['because']

/** The desk as a contact centre uses it: by the person's address instead of the request's id. */
export interface ByAddress {
  /**
   * It has taken the conversation, could not, or is done with it. What is no news changes nothing. Gives why it was not
   * taken, and nothing where it was.
   */
  status(
    address: Address,
    state: 'accepted' | 'failed' | 'completed',
    message?: string,
    name?: string,
  ): Promise<NotTaken | undefined>
  /**
   * A word of whoever answers there, however long; it takes the conversation where that was not told. The same key is
   * said once. Gives why it was not said, and nothing where it was.
   */
  say(address: Address, text: string, name: string, key: string): Promise<NotTaken | undefined>
}

/** The closing words of a conversation are said once, however often its end is told. */
const LAST_KEY = 'completed'

/** Opens the desk to a contact centre, which is one counsellor among the others under many names. */
export function byAddress(desk: Desk, { conversations, escalations }: Ledger, now: () => Date): ByAddress {
  const standingAt = async (address: Address) => {
    const here = await conversations.find(address)
    const all = here ? await escalations.of(here.id) : []
    return { here: here?.id, open: all.find(({ standing }) => standing.is !== 'closed'), last: all.at(-1) }
  }
  const named = (name?: string): Counsellor => ({ id: CENTRE_ID, name: name?.trim() || CENTRE_NAME })

  /** Every part in its order; those that were said before are not said again. */
  async function sayAll(
    { id, standing }: Escalation,
    by: Counsellor,
    text: string,
    key: string,
  ): Promise<NotTaken | undefined> {
    const parts = inParts(text, LONGEST_WORD)
    if (parts.length === 0) return { why: 'empty' }
    if (standing.is === 'waiting') {
      const taken = await desk.claim(id, by, now())
      if (taken.is === 'refused') return taken.because
    }
    for (const [at, part] of parts.entries()) {
      const said = await desk.say(id, by, part, at ? `${key}:${at + 1}` : key, now())
      if (said.is === 'refused') return said.because
    }
    return undefined
  }

  /** What comes after the end: nothing is amiss where it was said before it. */
  async function afterTheEnd(
    { here, last }: Awaited<ReturnType<typeof standingAt>>,
    key: string,
  ): Promise<NotTaken | undefined> {
    const lines = here && last ? await conversations.entries(here, last.after) : []
    const wasSaid = lines.some(({ activityId }) => activityId?.startsWith(`word:${last?.id}:${key}:`))
    return wasSaid ? undefined : { why: 'closed' }
  }

  return {
    status: async (address, state, message, name) => {
      const found = await standingAt(address)
      const { open } = found
      if (!open) return state === 'completed' && message?.trim() ? afterTheEnd(found, LAST_KEY) : undefined
      if (state === 'failed') return whyNot(await desk.fail(open.id, now()))
      if (state === 'accepted') return whyNot(await desk.claim(open.id, named(name), now()))
      const by = open.standing.is === 'held' ? open.standing.by : named(name)
      const words = message?.trim()
      if (open.standing.is === 'waiting' && !words) return { why: 'not-yours' }
      const unsaid = words ? await sayAll(open, by, words, LAST_KEY) : undefined
      return unsaid ?? whyNot(await desk.close(open.id, by, 'answered', now()))
    },
    say: async (address, text, name, key) => {
      const found = await standingAt(address)
      return found.open ? sayAll(found.open, named(name), text, key) : afterTheEnd(found, key)
    },
  }
}

function whyNot(done: Done): NotTaken | undefined {
  return done.is === 'refused' ? done.because : undefined
}
