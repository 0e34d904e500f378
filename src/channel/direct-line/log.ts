import type { Activity } from 'botbuilder'
import type { Conversations, Entry } from '../../conversation/conversation.ts'
import { initiateActivity, sharedBefore } from '../handoff-event.ts'
import { ASSISTANT, renderReply } from '../render.ts'

/** Activities of a conversation after a watermark, and the watermark that holds after them. */
export interface ActivitySet {
  readonly activities: readonly Partial<Activity>[]
  readonly watermark: string
}

/** One line of the log. */
export interface LogLine {
  readonly position: number
  readonly activity: Partial<Activity>
  /** It is delivered apart from any turn: whoever sent it wants to know that it arrived. */
  readonly isDelivery: boolean
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
export async function readLog(conversations: Conversations, place: Place, after: number): Promise<readonly LogLine[]> {
  const entries = await conversations.entries(place.id, after, MOST)
  return Promise.all(
    entries.map(async (entry) => ({
      position: entry.position,
      activity: await asRead(entry, place, conversations),
      isDelivery: entry.from !== 'person' && entry.answers === undefined,
    })),
  )
}

/** Lines as an answer holds them, or a frame: with the watermark that holds after them. */
export function activitySet(lines: readonly LogLine[], after: number): ActivitySet {
  return { activities: lines.map(({ activity }) => activity), watermark: String(lines.at(-1)?.position ?? after) }
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
  const rendered = renderReply(entry.reply, CHANNEL, entry.answers)
  return {
    from: { ...ASSISTANT, role: 'bot' },
    ...rendered,
    ...common,
    // Web Chat holds a reply back until it has seen what it replies to.
    ...(entry.answers && !entry.reply.toMark ? { replyToId: activityIdOf(place.channelId, entry.answers) } : {}),
  }
}
