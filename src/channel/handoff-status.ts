import { z } from 'zod'
import type { Address } from '../conversation/channel.ts'
import type { Conversations } from '../conversation/conversation.ts'
import type { NotTaken } from '../desk/hub.ts'
import { HANDOFF_STATES, type HubDesk } from './hub.ts'

/** The closing words of a hub, in characters; the desk parts what is long. */
const LONGEST_MESSAGE = 100_000

const place = z.looseObject({ id: z.string().min(1).max(1024) })
const statusShape = z.looseObject({
  channelId: z.string().min(1).max(100),
  conversation: place,
  relatesTo: z.looseObject({ channelId: z.string().max(100).optional(), conversation: place }).nullish(),
  from: z.looseObject({ name: z.string().max(200).nullish() }).nullish(),
  value: z.looseObject({ state: z.string().max(100), message: z.string().max(LONGEST_MESSAGE).nullish() }),
})

export interface StatusResources {
  readonly conversations: Pick<Conversations, 'find'>
  readonly hub: Pick<HubDesk, 'status'>
  /** Hears of what is odd, and no fault of ours. */
  onError(error: unknown): void
}

/** Whether an activity tells how a handoff stands. */
export function isStatus(activity: { readonly type?: unknown; readonly name?: unknown }): boolean {
  return activity.type === 'event' && activity.name === 'handoff.status'
}

/**
 * Takes a `handoff.status`. It is about the conversation that it comes in; only where that is none of ours, about the
 * one that it relates to. An unknown state, or an unknown conversation, is told to the log and never an error. Gives why
 * the desk did not take it, and nothing where it did.
 */
export async function takeStatus(
  activity: unknown,
  { conversations, hub, onError }: StatusResources,
): Promise<NotTaken | undefined> {
  const ignore = (why: string): undefined => void onError(new Oddity(`A handoff.status came ${why}: ignored.`))
  const read = statusShape.safeParse(activity)
  if (!read.success) return ignore('without a conversation or a state')
  const { channelId, conversation, relatesTo, from, value } = read.data
  const state = HANDOFF_STATES.find((known) => known === value.state)
  if (!state) {
    return ignore(`with an unknown state (the states are ${HANDOFF_STATES.join(', ')})`)
  }
  const candidates: Address[] = [{ channel: channelId, conversation: conversation.id }]
  if (relatesTo) candidates.push({ channel: relatesTo.channelId ?? channelId, conversation: relatesTo.conversation.id })
  for (const address of candidates) {
    if (!(await conversations.find(address))) continue
    return hub.status(address, state, value.message ?? undefined, from?.name ?? undefined)
  }
  return ignore('for a conversation that does not exist')
}

/** What somebody else did that we did not expect. */
export class Oddity extends Error {
  constructor(message: string) {
    super(message)
    delete this.stack
  }
}
