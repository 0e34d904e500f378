import type { Address } from '../conversation/channel.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { Counsellor } from './staff.ts'

/** How a contact centre that takes the desk's place is shown, where it names nobody. */
const CENTRE = 'Centre de contact'

/** The desk as a contact centre uses it: by the person's address instead of the request's id. */
export interface ByAddress {
  /** It has taken the conversation, could not, or is done with it. What is no news changes nothing. */
  status(address: Address, state: 'accepted' | 'failed' | 'completed', message?: string, name?: string): Promise<void>
  /** A word of whoever answers there; it takes the conversation where that was not told. The same key is said once. */
  say(address: Address, text: string, name: string, key: string): Promise<void>
}

/** Opens the desk to a contact centre, which is one counsellor among the others under many names. */
export function byAddress(desk: Desk, { conversations, escalations }: Ledger, now: () => Date): ByAddress {
  const openAt = async (address: Address) => {
    const here = await conversations.find(address)
    return here && escalations.openOf(here.id)
  }
  const named = (name?: string): Counsellor => ({ id: 'hub', name: name?.trim() || CENTRE })

  return {
    status: async (address, state, message, name) => {
      const open = await openAt(address)
      if (!open) return
      const by = open.standing.is === 'held' ? open.standing.by : named(name)
      if (state === 'failed') await desk.fail(open.id, now())
      else if (state === 'accepted') await desk.claim(open.id, named(name), now())
      else if (open.standing.is === 'held') {
        if (message?.trim()) await desk.say(open.id, by, message, `completed:${open.version}`, now())
        await desk.close(open.id, by, 'answered', now())
      }
    },
    say: async (address, text, name, key) => {
      const open = await openAt(address)
      if (!open) return
      if (open.standing.is === 'waiting') await desk.claim(open.id, named(name), now())
      await desk.say(open.id, named(name), text, key, now())
    },
  }
}
