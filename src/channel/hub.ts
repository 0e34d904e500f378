import type { Address } from '../conversation/channel.ts'

/** How a handoff stands, as an outside hub tells it (`handoff.status`). */
export const HANDOFF_STATES = ['accepted', 'failed', 'completed'] as const
export type HandoffState = (typeof HANDOFF_STATES)[number]

/** The desk, as an outside hub that takes its place sees it. */
export interface HubDesk {
  /** The hub has taken the conversation at an address, could not, or is done with it. What is no news changes nothing. */
  status(address: Address, state: HandoffState, message?: string, name?: string): Promise<void>
  /** A word of the hub's counsellor to the person. The same key is said once. */
  say(address: Address, text: string, name: string, key: string): Promise<void>
}
