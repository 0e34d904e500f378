import { type Activity, ActivityHandler, ActivityTypes, DeliveryModes, TurnContext } from 'botbuilder'
import type { Conversations, News } from '../conversation/conversation.ts'
import type { Hearing } from '../conversation/hear.ts'
import { rememberDelivered } from './delivered.ts'
import { isStatus, takeStatus } from './handoff-status.ts'
import type { HubDesk } from './hub.ts'
import { paced } from './paced.ts'
import { readActivity } from './read.ts'
import { renderReply } from './render.ts'
import type { Counsellors } from './teams/counsellors/counsellors.ts'
import { isSeenTyping, personTyping, TOLD_EVERY_MS } from './typing.ts'

/** What the bot knows of the desk, where there is one. */
export interface BotDesk {
  readonly conversations: Pick<Conversations, 'find'>
  readonly news: Pick<News, 'tell'>
  readonly hub: Pick<HubDesk, 'status'>
  /** The counsellors in their own channel: what is said there is said by no person at the counter. */
  readonly counsellors?: Counsellors
  onError(error: unknown): void
}

/** The bot behind the Bot Framework's door: one activity in, one turn, its replies out. */
export function makeBot(hearing: Hearing, now: () => Date, newId: () => string, desk?: BotDesk): ActivityHandler {
  const bot = new ActivityHandler()
  const delivered = rememberDelivered(now)
  const isTime = paced(TOLD_EVERY_MS, now)

  /** What is said to the desk, and not to the counter; gives whether it was. */
  const toDesk = async (context: TurnContext, { conversations, news, counsellors, ...others }: BotDesk) => {
    const { activity } = context
    if (counsellors?.isTheirs(activity)) {
      const take = async (): Promise<void> => {
        const { say, invoke } = await counsellors.take(activity)
        if (invoke) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invoke })
        if (say) await context.sendActivity(addressed({ type: 'message', text: say, locale: 'fr-CA' }, activity))
      }
      if (activity.type === ActivityTypes.Invoke || !activity.id) await take()
      else await delivered.once(JSON.stringify(['counsellors', activity.conversation.id, activity.id]), take)
      return true
    }
    if (isStatus(activity)) {
      await takeStatus(activity, { conversations, ...others })
      return true
    }
    if (activity.type !== ActivityTypes.Typing || !activity.conversation?.id) return false
    const typing = await conversations.find({ channel: activity.channelId, conversation: activity.conversation.id })
    if (typing && isSeenTyping(typing) && isTime(typing.id)) news.tell(personTyping(typing.id))
    return true
  }

  const toCounter = async (context: TurnContext): Promise<void> => {
    const { activity } = context
    const read = readActivity(activity, now(), newId, wayBackOf(activity))
    if (read.is !== 'heard') return
    const { address, activityId } = read.incoming
    const answer = async (): Promise<void> => {
      const heard = await hearing.note(read.incoming)
      const entries = await hearing.answersTo(heard)
      // An event stands on the transcript for hubs; no channel has a place for it.
      const replies = entries.flatMap(({ reply, answers }) =>
        reply && !reply.event ? [renderReply(reply, activity.channelId, answers)] : [],
      )
      if (replies.length) await context.sendActivities(replies.map((reply) => addressed(reply, activity)))
    }
    if (activity.deliveryMode === DeliveryModes.ExpectReplies) await answer()
    else await delivered.once(JSON.stringify([address.channel, address.conversation, activityId]), answer)
  }

  bot.onTurn(async (context, next) => {
    if (!(desk && (await toDesk(context, desk)))) await toCounter(context)
    // An invoke that was not answered is refused with 501, where the SDK would stumble over what it carries.
    if (context.activity.type !== ActivityTypes.Invoke) await next()
  })
  return bot
}

/** Says which activity is answered (A2130 replyToId); the rest of the address is the adapter's. */
function addressed(reply: Partial<Activity>, to: Activity): Partial<Activity> {
  return to.id ? { ...reply, replyToId: to.id } : reply
}

/** The way back to a person: the same for all that they say, as long as the channel does not move. */
function wayBackOf(activity: Activity): unknown {
  const { activityId: _, locale: __, ...reference } = TurnContext.getConversationReference(activity)
  return reference
}
