import type { Activity } from 'botbuilder'
import type { HandoffEvent } from '../../conversation/channel.ts'
import type { Conversation, Conversations, Entry } from '../../conversation/conversation.ts'
import { initiated } from '../../conversation/handoff.ts'
import { CENTRE_ID } from '../../desk/centre.ts'
import type { Escalation } from '../../desk/escalation.ts'
import { LOCALE } from '../../language/languages.ts'
import { initiateActivity, sharedBefore } from '../handoff-event.ts'
import type { HubDesk } from '../hub.ts'
import type { Outside } from '../in-line.ts'
import type { Posting } from '../postings.ts'
import { ASSISTANT, renderReply } from '../render.ts'
import { type HubAddress, postToHub } from './post-to-hub.ts'

export interface HubOutResources {
  readonly hub: Pick<HubDesk, 'status'>
  readonly address: HubAddress
  readonly conversations: Pick<Conversations, 'get' | 'entries'>
}

/** The hub is tried three times within about a quarter of a minute; then the person is told. */
const WAITS: readonly number[] = [5_000, 10_000]
/** So many failures in a row, and the hub is not there. */
const TRIES = 3
/** So many, and it is not told any more that a conversation is over. */
const TRIES_AT_THE_END = 8

/**
 * Brings each request to an outside hub in place of our own desk: `handoff.initiate`, then what the person says while
 * the hub holds the conversation, then that it is over. At least once each, under the same ids.
 */
export function bringingToHub(resources: HubOutResources): Outside {
  const { hub, address, conversations } = resources
  return {
    place: 'hub',
    waits: WAITS,
    mayChange: isWithHub,
    tend: async (posting, escalation, keep) => {
      const conversation = await conversations.get(escalation.conversation)
      if (!conversation) return posting
      const isOver = escalation.standing.is === 'closed'
      if (isOver && (!posting.activity || posting.tries >= TRIES_AT_THE_END)) return { ...posting, ended: true }
      let done = posting
      if (!done.activity) {
        const event = await initiateOf(escalation, conversation, conversations)
        await postToHub(event, address)
        done = { ...done, activity: event.id ?? escalation.id }
        await keep(done)
      }
      done = await relay(done, escalation, conversation, resources, keep)
      if (isOver && !isHubsOwnEnd(escalation)) await postToHub(overOf(escalation, conversation), address)
      return { ...done, ended: isOver }
    },
    clear: async () => {
      // The hub keeps what it was given under its own rules; nothing more goes there.
    },
    missed: async ({ tries }, escalation) => {
      const { standing } = escalation
      if (tries < TRIES || (standing.is !== 'waiting' && !isWithHub(escalation))) return
      const conversation = await conversations.get(escalation.conversation)
      if (conversation) await hub.status(conversation.address, 'failed')
    },
  }
}

/** What the person said since, in order, while the hub holds the conversation. */
async function relay(
  posting: Posting,
  escalation: Escalation,
  conversation: Conversation,
  { conversations, address }: HubOutResources,
  keep: (done: Posting) => Promise<void>,
): Promise<Posting> {
  if (!isWithHub(escalation)) return posting
  let done = posting
  for (const line of await conversations.entries(conversation.id, Math.max(done.relayed, escalation.after))) {
    if (line.from !== 'person') continue
    await postToHub(activityOf(line, conversation), address)
    done = { ...done, relayed: line.position }
    await keep(done)
  }
  return done
}

function isWithHub({ standing }: Escalation): boolean {
  return standing.is === 'held' && standing.by.id === CENTRE_ID
}

/** What the hub has told us itself, it is not told. */
function isHubsOwnEnd({ standing }: Escalation): boolean {
  if (standing.is !== 'closed') return false
  return standing.outcome === 'failed' || (standing.outcome === 'answered' && standing.by?.id === CENTRE_ID)
}

async function initiateOf(
  escalation: Escalation,
  conversation: Conversation,
  conversations: Pick<Conversations, 'entries'>,
): Promise<Partial<Activity>> {
  const event: HandoffEvent = initiated(escalation.id, escalation)
  const shared = await sharedBefore(escalation.after + 1, event, conversation.id, conversations)
  const { channel, conversation: channelId } = conversation.address
  return initiateActivity({
    event,
    id: `initiate-${escalation.id}`,
    at: escalation.askedAt,
    channel,
    conversation: channelId,
    person: conversation.person.id,
    transcript: shared.map((line) => activityOf(line, conversation)),
  })
}

function activityOf(line: Entry, conversation: Conversation): Partial<Activity> {
  const { address, person, language } = conversation
  const bot = { ...ASSISTANT, role: 'bot' }
  const user = { id: person.id, name: '', role: 'user' }
  const isPerson = line.from === 'person' || !line.reply
  const activity = {
    type: 'message',
    locale: LOCALE[language],
    ...(line.reply ? renderReply(line.reply, address.channel) : { text: line.text, textFormat: 'plain' }),
    id: `${conversation.id}|${line.position}`,
    timestamp: line.at,
    channelId: address.channel,
    conversation: { id: address.conversation },
    from: isPerson ? user : bot,
    recipient: isPerson ? bot : user,
  }
  return activity as unknown as Partial<Activity>
}

/** The conversation is over: the hub need not answer any more. */
function overOf({ id, standing }: Escalation, { address, person }: Conversation): Partial<Activity> {
  const outcome = standing.is === 'closed' ? standing.outcome : undefined
  const activity = {
    type: 'endOfConversation',
    id: `over-${id}`,
    code: outcome === 'withdrawn' ? 'userCancelled' : 'completedSuccessfully',
    channelId: address.channel,
    conversation: { id: address.conversation },
    from: { id: person.id, name: '', role: 'user' },
    recipient: { ...ASSISTANT, role: 'bot' },
  }
  return activity as unknown as Partial<Activity>
}
