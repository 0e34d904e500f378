import type { Activity } from 'botbuilder'
import type { Conversations, Entry } from '../../conversation/conversation.ts'
import { initiateActivity, sharedBefore } from '../handoff-event.ts'
import { ASSISTANT, renderReply } from '../render.ts'

/** Activities of a conversation after a watermark, and the watermark that holds after them. */
export interface ActivitySet {
  readonly activities: readonly Partial<Activity>[]
  readonly watermark: string
}

/** What is read of the log, and the last line in it that is delivered apart from any turn, where there is one. */
export interface Read {
  readonly set: ActivitySet
  readonly delivers?: number
}

/** A conversation as its log is read: our id of it, the channel's, and the person's on the channel. */
export interface Place {
  readonly id: string
  readonly channelId: string
  readonly person: string
}

export const CHANNEL = 'directline'

/** How many entries one answer or frame holds at most. */
const MOST = 200

/** The id of an activity, as Direct Line writes it: `conversation|0000012`. */
export function activityIdOf(conversation: string, position: number): string {
  return `${conversation}|${String(position).padStart(7, '0')}`
}

/** A watermark as the position that it stands for; a malformed one is nothing. */
export function positionOf(watermark: string | undefined | null): number | undefined {
  if (watermark === undefined || watermark === null || watermark === '' || watermark === '-') return 0
  return /^\d{1,12}$/.test(watermark) ? Number(watermark) : undefined
}

/**
 * The log that Direct Line shows is the conversation itself: each entry read as an activity.
 * Nothing is kept twice, and what is erased is gone from here as well.
 */
export async function readLog(conversations: Conversations, place: Place, after: number): Promise<Read> {
  const entries = await conversations.entries(place.id, after, MOST)
  const last = entries.at(-1)?.position ?? after
  const delivers = entries.findLast(({ from, answers }) => from !== 'person' && answers === undefined)?.position
  return {
    set: {
      activities: await Promise.all(entries.map((entry) => asRead(entry, place, conversations))),
      watermark: String(last),
    },
    ...(delivers === undefined ? {} : { delivers }),
  }
}

/** A line as an activity; the transcript of a request is made when it is read. */
async function asRead(entry: Entry, place: Place, conversations: Conversations): Promise<Partial<Activity>> {
  const { event } = entry.reply ?? {}
  if (!event) return activityOf(entry, place)
  const shared = await sharedBefore(entry.position, event, place.id, conversations)
  return initiateActivity({
    event,
    id: activityIdOf(place.channelId, entry.position),
    at: entry.at,
    channel: CHANNEL,
    conversation: place.channelId,
    person: place.person,
    ...(entry.answers ? { replyToId: activityIdOf(place.channelId, entry.answers) } : {}),
    transcript: shared.map((line) => activityOf(line, place)),
  })
}

function activityOf(entry: Entry, place: Place): Partial<Activity> {
  const common = {
    id: activityIdOf(place.channelId, entry.position),
    timestamp: entry.at,
    channelId: CHANNEL,
    conversation: { id: place.channelId } as Activity['conversation'],
  }
  if (entry.from === 'person' || !entry.reply) {
    return {
      type: 'message',
      ...common,
      from: { id: place.person, name: '', role: 'user' },
      text: entry.text,
      textFormat: 'plain',
      ...(entry.clientId ? { channelData: { clientActivityID: entry.clientId } } : {}),
    }
  }
  const rendered = renderReply(entry.reply, CHANNEL)
  return {
    from: { ...ASSISTANT, role: 'bot' },
    ...rendered,
    ...common,
    ...(entry.answers ? { replyToId: activityIdOf(place.channelId, entry.answers) } : {}),
  }
}
