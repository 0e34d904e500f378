import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { Incoming } from '../conversation/channel.ts'
import { readMark } from './marks.ts'

/** The longest id that is kept, in bytes: no longer than the index of every database takes. */
const LONGEST_ID = 1024

/** An id that can be kept as it is. */
const id = z.string().refine((given) => !given.includes('\0') && Buffer.byteLength(given) <= LONGEST_ID)

const account = z.object({ id: z.string().min(1).max(500), name: z.string().max(500).nullish() })

/** The part of an Activity that we rely on (Bot Framework Activity 3.1.12); the rest may be anything. */
const activityShape = z.object({
  type: z.string().max(100),
  id: id.nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(50).nullish(),
  from: account,
  recipient: account.nullish(),
  channelId: z.string().min(1).max(100).pipe(id),
  conversation: z.object({ id: id.min(1) }),
  membersAdded: z.array(account).nullish(),
  channelData: z.unknown().optional(),
})

/** What an activity is to us: something to hear, something that is none of our business, or something malformed. */
export type ReadActivity =
  | { readonly is: 'heard'; readonly incoming: Incoming }
  | { readonly is: 'nothing' }
  | { readonly is: 'malformed'; readonly field: string }

/** Reads an activity. Unknown types and fields are never an error (A2010, A3020, A5002). */
export function readActivity(
  activity: Partial<Activity> | Readonly<Record<string, unknown>>,
  at: Date,
  newId: () => string,
  wayBack?: unknown,
): ReadActivity {
  const parsed = activityShape.safeParse(activity)
  if (!parsed.success) return { is: 'malformed', field: parsed.error.issues[0]?.path.join('.') || 'activity' }
  const read = parsed.data
  const mark = readMark(activity)
  const kind = mark ? 'marked' : kindOf(read)
  if (!kind) return { is: 'nothing' }
  const person = kind === 'joined' ? (joiner(read) ?? read.from) : read.from
  const clientId = clientActivityId(read.channelData)
  return {
    is: 'heard',
    incoming: {
      address: { channel: read.channelId, conversation: read.conversation.id },
      activityId: read.id ?? newId(),
      kind,
      text: kind === 'message' ? spoken(read) : '',
      person: { id: person.id, ...(person.name ? { name: person.name } : {}) },
      at,
      ...(mark ? { mark } : {}),
      ...(read.value === undefined || read.value === null ? {} : { value: read.value }),
      ...(read.locale ? { locale: read.locale } : {}),
      ...(clientId ? { clientId } : {}),
      ...(wayBack === undefined ? {} : { wayBack }),
    },
  }
}

function kindOf(read: z.infer<typeof activityShape>): Incoming['kind'] | undefined {
  if (read.type === 'message') return 'message'
  if (read.type === 'conversationUpdate' && joiner(read)) return 'joined'
  return undefined
}

/** Somebody other than the bot who came in. */
function joiner(read: z.infer<typeof activityShape>) {
  return read.membersAdded?.find((member) => member.id !== read.recipient?.id)
}

/** What was said: the text without a mention of the bot, or what a card's button carried. */
function spoken(read: z.infer<typeof activityShape>): string {
  const text = (read.text ?? '').replace(/<at>[^<]*<\/at>/g, ' ').trim()
  if (text) return text
  const carried = z.object({ says: z.string() }).safeParse(read.value)
  return carried.success ? carried.data.says : ''
}

function clientActivityId(channelData: unknown): string | undefined {
  const read = z.object({ clientActivityID: id.min(1).max(200) }).safeParse(channelData)
  return read.success ? read.data.clientActivityID : undefined
}
