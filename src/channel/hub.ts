import type { Address } from '../conversation/channel.ts'
import type { NotTaken } from '../desk/hub.ts'

/** How a handoff stands, as an outside hub tells it (`handoff.status`). */
export const HANDOFF_STATES = ['accepted', 'failed', 'completed'] as const
export type HandoffState = (typeof HANDOFF_STATES)[number]

/** The desk, as an outside hub that takes its place sees it. */
export interface HubDesk {
  /**
   * The hub has taken the conversation at an address, could not, or is done with it. What is no news changes nothing.
   * Gives why it was not taken, and nothing where it was.
   */
  status(address: Address, state: HandoffState, message?: string, name?: string): Promise<NotTaken | undefined>
  /** A word of the hub's counsellor to the person. The same key is said once. Gives why it was not said. */
  say(address: Address, text: string, name: string, key: string): Promise<NotTaken | undefined>
}
