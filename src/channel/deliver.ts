import type { Activity } from 'botbuilder'
import type { Reply } from '../conversation/channel.ts'
import type { Conversations, Deliveries, Delivery, News } from '../conversation/conversation.ts'
import { nextTry } from './next-try.ts'
import { renderReply } from './render.ts'
import { openRounds } from './rounds.ts'
import { NotSent, type Voice } from './voice.ts'

/** How often what is due is looked for, besides the news of it, in milliseconds. */
const EVERY_MS = 5_000

/** How many conversations are spoken to at the same time. */
const AT_ONCE = 16

export interface Delivering {
  readonly deliveries: Pick<Deliveries, 'take' | 'reached' | 'missed'>
  readonly conversations: Pick<Conversations, 'get' | 'entries'>
  readonly news: Pick<News, 'follow'>
  readonly voice: Pick<Voice, 'send'>
  readonly everyMs?: number
  now(): Date
  onError(error: unknown): void
}

/**
 * Brings to people what was stored for them apart from any turn, on every channel but our own page's: each conversation
 * in its order, until it is taken or given up. May run in every process at once.
 */
export function openDelivery(delivering: Delivering): { close(): Promise<void> } {
  const { deliveries, news, now, onError, everyMs = EVERY_MS } = delivering
  const underWay = new Set<Promise<void>>()
  const rounds = openRounds(takeMore, everyMs, onError)

  async function takeMore(): Promise<void> {
    const room = AT_ONCE - underWay.size
    if (room <= 0) return
    for (const due of await deliveries.take('all-but-directline', now(), room)) {
      const delivered = deliverOne(due, delivering)
        .catch(onError)
        .finally(() => {
          underWay.delete(delivered)
          rounds.call()
        })
      underWay.add(delivered)
    }
  }

  const stopFollowing = news.follow('deliveries', rounds.call)
  rounds.call()
  return {
    close: async () => {
      stopFollowing()
      await rounds.close()
      await Promise.all(underWay)
    },
  }
}

async function deliverOne(due: Delivery, { deliveries, conversations, voice, now }: Delivering): Promise<void> {
  const { position } = due
  const conversation = await conversations.get(due.conversation)
  if (!conversation) return // erased, and the line with it
  const [entry] = await conversations.entries(due.conversation, position - 1, 1)
  if (entry?.position === position && entry.reply && !entry.reply.event) {
    try {
      await voice.send(conversation.wayBack, rendered(entry.reply, conversation.address.channel))
    } catch (error) {
      const { message, forGood, waitMs } = error instanceof NotSent ? error : UNFORESEEN
      const next = forGood ? undefined : nextTry(due.tries + 1, now(), undefined, waitMs)
      await deliveries.missed(due.conversation, position, message, next)
      if (!(error instanceof NotSent)) throw error
      return
    }
  }
  await deliveries.reached(due.conversation, position)
}

const UNFORESEEN = { message: "Le message n'a pas pu être envoyé.", forGood: false, waitMs: 0 } as const

/** Where the channel shows every word under the bot's own name, a counsellor's word says whose it is. */
function rendered(reply: Reply, channel: string): Partial<Activity> {
  return renderReply(
    reply.counsellor ? { ...reply, text: `**${reply.counsellor.replaceAll('*', '')}**\n\n${reply.text}` } : reply,
    channel,
  )
}
