import type { Conversations, News } from '../conversation/conversation.ts'
import type { Escalations } from '../desk/escalations.ts'
import { paced } from './paced.ts'
import { openRounds } from './rounds.ts'
import { counsellorTyping, SHOWN_MS } from './typing.ts'
import type { Voice } from './voice.ts'

/** How often the conversations that are held are looked at, besides the news of the desk, in milliseconds. */
const EVERY_MS = 60_000
/** Our own page shows typing on its stream. */
const OWN_PAGE = 'directline'

export interface ShowingTyping {
  readonly escalations: Pick<Escalations, 'open'>
  readonly conversations: Pick<Conversations, 'get'>
  readonly news: Pick<News, 'follow'>
  readonly voice: Pick<Voice, 'send'>
  now(): Date
  onError(error: unknown): void
}

/** Shows people on every channel but our own page that their counsellor is typing; what fails is let go. */
export function openShowTyping(showing: ShowingTyping): { close(): Promise<void> } {
  const { escalations, conversations, news, voice, now, onError } = showing
  const followed = new Map<string, () => void>()
  const isTime = paced(SHOWN_MS, now)

  const show = async (conversation: string): Promise<void> => {
    const here = await conversations.get(conversation)
    if (!here || here.address.channel === OWN_PAGE || here.handling.by !== 'counsellor') return
    await voice.send(here.wayBack, { type: 'typing', from: { id: '', name: here.handling.name } })
  }
  const follow = (conversation: string): (() => void) =>
    news.follow(counsellorTyping(conversation), () => {
      if (isTime(conversation)) show(conversation).catch(() => {})
    })
  const rounds = openRounds(
    async () => {
      const held = (await escalations.open()).filter(({ standing }) => standing.is === 'held')
      const here = new Set(held.map(({ conversation }) => conversation))
      for (const [conversation, stop] of followed) {
        if (here.has(conversation)) continue
        stop()
        followed.delete(conversation)
      }
      for (const conversation of here) if (!followed.has(conversation)) followed.set(conversation, follow(conversation))
    },
    EVERY_MS,
    onError,
  )
  const stopFollowing = news.follow('desk', rounds.call)
  rounds.call()
  return {
    close: async () => {
      stopFollowing()
      await rounds.close()
      for (const stop of followed.values()) stop()
    },
  }
}
