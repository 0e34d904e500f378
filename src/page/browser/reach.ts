import { type Drawn, element } from './element.ts'
import type { TypingMiddleware } from './web-chat.ts'

/** What Web Chat lets the parts that it draws do with its transcript. */
export interface Reach {
  toEnd(): void
  to(scrollTop: number): void
  /** What is there counts as seen: only what follows keeps its beginning in view. */
  acknowledge(): void
}
let reach: Reach | undefined

/** Reaches the transcript that is shown, where one is. */
export function reached(): Reach | undefined {
  return reach
}

/**
 * The end of every transcript: « Maude écrit… », which Web Chat's live region says as well. Whether somebody types or
 * not it is drawn, so it is from here that the transcript is reached: only a part of Web Chat may still its gliding.
 */
function End({ typing }: { readonly typing?: string }): Drawn {
  const { useLocalizer, useMarkAllAsAcknowledged, useScrollTo, useScrollToEnd } = window.WebChat.hooks
  const localize = useLocalizer()
  const scrollTo = useScrollTo()
  const toEnd = useScrollToEnd()
  const acknowledge = useMarkAllAsAcknowledged()
  reach = { toEnd, to: (scrollTop) => scrollTo({ scrollTop }, { behavior: 'smooth' }), acknowledge }
  return typing
    ? element('p', { className: 'writing', 'aria-hidden': true }, localize('TYPING_INDICATOR_SINGLE_TEXT', typing))
    : null
}

/** Shows who is typing in words, at the end of the transcript. */
export const showingTyping: TypingMiddleware =
  () =>
  () =>
  ({ activeTyping }) => {
    const typist = Object.values(activeTyping).find(({ role }) => role !== 'user')
    return element(End, { typing: typist?.name })
  }
