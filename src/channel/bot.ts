import { type Activity, ActivityHandler, ActivityTypes, DeliveryModes, TurnContext } from 'botbuilder'
import type { Hearing } from '../conversation/hear.ts'
import { rememberDelivered } from './delivered.ts'
import { readActivity } from './read.ts'
import { renderReply } from './render.ts'

/** The bot behind the Bot Framework's door: one activity in, one turn, its replies out. */
export function makeBot(hearing: Hearing, now: () => Date, newId: () => string): ActivityHandler {
  const bot = new ActivityHandler()
  const delivered = rememberDelivered(now)
  bot.onTurn(async (context, next) => {
    const { activity } = context
    const read = readActivity(activity, now(), newId, TurnContext.getConversationReference(activity))
    if (read.is === 'heard') {
      const { address, activityId } = read.incoming
      const answer = async (): Promise<void> => {
        const heard = await hearing.note(read.incoming)
        const entries = await hearing.answersTo(heard)
        const replies = entries.flatMap((entry) => (entry.reply ? [renderReply(entry.reply, activity.channelId)] : []))
        if (replies.length) await context.sendActivities(replies.map((reply) => addressed(reply, activity)))
      }
      if (activity.deliveryMode === DeliveryModes.ExpectReplies) await answer()
      else await delivered.once(JSON.stringify([address.channel, address.conversation, activityId]), answer)
    }
    // No invoke is ours: left unanswered it is refused with 501, where the SDK would stumble over what it carries.
    if (activity.type !== ActivityTypes.Invoke) await next()
  })
  return bot
}

/** Says which activity is answered (A2130 replyToId); the rest of the address is the adapter's. */
function addressed(reply: Partial<Activity>, to: Activity): Partial<Activity> {
  return to.id ? { ...reply, replyToId: to.id } : reply
}
