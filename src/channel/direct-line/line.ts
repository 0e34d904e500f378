import type { Conversations, Deliveries, News } from '../../conversation/conversation.ts'
import type { Hearing } from '../../conversation/hear.ts'
import type { HubDesk } from '../hub.ts'
import type { Tokens } from './tokens.ts'

/** What the Direct Line door needs. */
export interface DirectLine {
  readonly tokens: Tokens
  readonly hearing: Hearing
  readonly conversations: Conversations
  /**
   * Noted as reached: what a client's watermark says that it has, of the lines delivered apart from any turn. Looked at:
   * whether such a line still waits, for whoever comes back to it.
   */
  readonly deliveries: Pick<Deliveries, 'reached' | 'of'>
  readonly news: Pick<News, 'tell'>
  /** The desk, where there is one: whoever holds the secret may tell it how a handoff stands. */
  readonly hub?: Pick<HubDesk, 'status'>
  /** Whoever holds it may ask for tokens; without one, nobody may from outside. */
  readonly secret?: string
  readonly publicUrl: string
  now(): Date
  onError(error: unknown): void
}
