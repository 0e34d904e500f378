import { type Direction, withLabelsIsolated } from './direction.ts'
import { followed } from './scroll.ts'
import { withSpeaker } from './speaker.ts'
import type { Action, Activity, Middleware } from './web-chat.ts'

/** Tells what goes by in Web Chat's store, and makes what comes in ready to be drawn on a page of this direction. */
export function watching(chat: HTMLElement, page: Direction, tell: (action: Action) => void): Middleware {
  let spoken = false
  return () => (next) => (action) => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload?.activity : undefined
    spoken ||= activity?.from?.role === 'user'
    // What answers the person's words Web Chat shows from its beginning; what comes by itself it would not.
    if (activity && isReply(activity) && !(spoken && activity.replyToId)) followed(chat)
    const result = next(activity ? withSpeaker(withLabelsIsolated(action, page)) : action)
    tell(action)
    return result
  }
}

/** Something said to the person, by whomever. */
export function isReply({ type, from }: Activity): boolean {
  return type === 'message' && from?.role === 'bot'
}
