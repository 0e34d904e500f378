import { randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import { CHANNEL } from './log.ts'

/** A counsellor types: an activity that clients show for a few seconds. */
export function typingActivity(conversation: string, name: string, at: Date): Partial<Activity> {
  const activity = {
    type: 'typing',
    id: `${conversation}|typing-${randomUUID()}`,
    timestamp: at,
    channelId: CHANNEL,
    conversation: { id: conversation },
    from: { id: `counsellor:${name}`, name, role: 'bot' },
  }
  return activity as unknown as Partial<Activity>
}
