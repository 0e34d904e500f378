import type { Activity } from 'botbuilder'
import type { HandoffEvent } from '../conversation/channel.ts'
import type { Conversations, Entry } from '../conversation/conversation.ts'
import type { Consent } from '../conversation/handoff.ts'
import { ASSISTANT } from './render.ts'

/** How many lines a transcript holds at most: the last ones before the request. */
const MOST = 200

/** What an event needs to be put on the transcript, besides itself. */
export interface Initiated {
  readonly event: HandoffEvent
  readonly id: string
  readonly at: Date
  readonly channel: string
  readonly conversation: string
  readonly person: string
  /** The activity that led to it. */
  readonly replyToId?: string
  /** The lines before it, as activities; only those that the person agreed to share. */
  readonly transcript: readonly Partial<Activity>[]
}

/** `handoff.initiate` as the Bot Framework's hubs expect it: an event from the person, its transcript attached. */
export function initiateActivity(initiated: Initiated): Partial<Activity> {
  const { event, id, at, channel, conversation, person, replyToId, transcript } = initiated
  const from = { id: person, name: '', role: 'user' }
  const activity = {
    type: 'event',
    name: event.name,
    id,
    timestamp: at,
    localTimezone: 'UTC',
    channelId: channel,
    conversation: { id: conversation },
    from,
    recipient: { ...ASSISTANT, role: 'bot' },
    value: event.context,
    relatesTo: {
      channelId: channel,
      conversation: { id: conversation },
      user: from,
      bot: { ...ASSISTANT, role: 'bot' },
      ...(replyToId ? { activityId: replyToId } : {}),
    },
    attachments: [{ content: { activities: transcript }, contentType: 'application/json', name: 'Transcript' }],
    entities: [],
    ...(replyToId ? { replyToId } : {}),
  }
  return activity as unknown as Partial<Activity>
}

/**
 * The lines before a position that a request may be accompanied by: all of them, only the question, or none where a
 * summary was agreed to (it stands in the event's context). An unknown consent lets nothing through.
 */
export async function sharedBefore(
  position: number,
  event: HandoffEvent,
  conversation: string,
  conversations: Pick<Conversations, 'entries'>,
): Promise<readonly Entry[]> {
  const { consent, question } = event.context as { readonly consent?: Consent; readonly question?: unknown }
  if (consent !== 'everything' && consent !== 'question') return []
  const lines = await conversations.entries(conversation, Math.max(0, position - 1 - MOST), MOST)
  const before = lines.filter((line) => line.position < position && !line.reply?.event)
  return consent === 'everything'
    ? before
    : before.filter(({ from, text }) => from === 'person' && text !== '' && text === question)
}
