import { type Direction, withLabelsIsolated } from './direction.ts'
import { followed, leftToWebChat, toUnanswered } from './scroll.ts'
import { withSpeaker } from './speaker.ts'
import type { Action, Activity, Middleware } from './web-chat.ts'

/** The lines of a conversation that is found again come one after the other, at most so far apart, in milliseconds. */
const REPLAYS_MS = 500

/** The page that Web Chat stands on. */
export interface Surroundings {
  readonly chat: HTMLElement
  readonly direction: Direction
  /** Whether the person has said anything in the conversation that is shown: then it is replayed first. */
  readonly spoken: boolean
  /** Whether they came back to it for an answer. */
  readonly cameBack: boolean
}

/** Tells what goes by in Web Chat's store, and makes what comes in ready to be drawn on its page. */
export function watching(
  { chat, direction, spoken, cameBack }: Surroundings,
  tell: (action: Action) => void,
): Middleware {
  let asked = false
  let replays = spoken
  let replaying: ReturnType<typeof setTimeout> | undefined
  return () => (next) => (action) => {
    const activity = action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? action.payload?.activity : undefined
    if (activity && replays) {
      clearTimeout(replaying)
      replaying = setTimeout(() => {
        replays = false
        if (cameBack) toUnanswered(chat)
      }, REPLAYS_MS)
    }
    if (activity?.from?.role === 'user') {
      asked = true
      leftToWebChat()
    }
    // What answers the person's words Web Chat shows from its beginning; what comes by itself it would not.
    if (activity && isReply(activity) && !replays && !(asked && activity.replyToId)) followed(chat)
    const result = next(activity ? withSpeaker(withLabelsIsolated(action, direction)) : action)
    tell(action)
    return result
  }
}

/** Something said to the person, by whomever. */
export function isReply({ type, from }: Activity): boolean {
  return type === 'message' && from?.role === 'bot'
}
