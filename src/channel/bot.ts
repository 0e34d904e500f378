import { ActivityHandler, type Activity, TurnContext } from 'botbuilder'
import type { Hearing } from '../conversation/hear.ts'
import { readActivity } from './read.ts'
import { renderReply } from './render.ts'

/** The bot behind the Bot Framework's door: one activity in, one turn, its replies out. */
export function makeBot(hearing: Hearing, now: () => Date, newId: () => string): ActivityHandler {
  const bot = new ActivityHandler()
  bot.onTurn(async (context, next) => {
    const { activity } = context
    const read = readActivity(activity, now(), newId, TurnContext.getConversationReference(activity))
    if (read.is === 'heard') {
      const heard = await hearing.note(read.incoming)
      const entries = await hearing.answersTo(heard)
      const replies = entries.flatMap((entry) => (entry.reply ? [renderReply(entry.reply, activity.channelId)] : []))
      if (replies.length) await context.sendActivities(replies.map((reply) => addressed(reply, activity)))
    }
    await next()
  })
  return bot
}

/** Says which activity is answered (A2130 replyToId); the rest of the address is the adapter's. */
function addressed(reply: Partial<Activity>, to: Activity): Partial<Activity> {
  return to.id ? { ...reply, replyToId: to.id } : reply
}
