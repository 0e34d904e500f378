import { type Direction, withLabelsIsolated } from './direction.ts'
import { followed } from './scroll.ts'
import { withSpeaker } from './speaker.ts'
import type { Action, Activity, Middleware } from './web-chat.ts'

/** Tells what goes by in Web Chat's store, and makes what comes in ready to be drawn on a page of this direction. */
export function watching(chat: HTMLElement, page: Direction, tell: (action: Action) => void): Middleware {
  return () => (next) => (action) => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload?.activity : undefined
    // Web Chat follows what answers the person; what comes by itself it would leave below the edge.
    if (activity && isReply(activity) && !activity.replyToId) followed(chat)
    const result = next(activity ? withSpeaker(withLabelsIsolated(action, page)) : action)
    tell(action)
    return result
  }
}

/** Something said to the person, by whomever. */
export function isReply({ type, from }: Activity): boolean {
  return type === 'message' && from?.role === 'bot'
}
