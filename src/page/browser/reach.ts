import { element } from './element.ts'
import type { TypingMiddleware } from './web-chat.ts'

/** What Web Chat lets the parts that it draws do with its transcript. */
export interface Reach {
  toEnd(): void
  to(scrollTop: number): void
}
let reach: Reach | undefined

/** Reaches the transcript that is shown, where one is. */
export function reached(): Reach | undefined {
  return reach
}

/** A part of Web Chat that shows nothing: only what it draws may scroll its transcript and keep its own gliding still. */
function Reaching(): null {
  const { useScrollTo, useScrollToEnd } = window.WebChat.hooks
  const scrollTo = useScrollTo()
  const toEnd = useScrollToEnd()
  reach = { toEnd, to: (scrollTop) => scrollTo({ scrollTop }, { behavior: 'smooth' }) }
  return null
}

/** « Maude écrit… », which Web Chat's live region says as well. */
function Writing({ name }: { readonly name: string }) {
  const localize = window.WebChat.hooks.useLocalizer()
  return element('p', { className: 'writing', 'aria-hidden': true }, localize('TYPING_INDICATOR_SINGLE_TEXT', name))
}

/** Who is typing, in words; drawn at the end of every transcript, so that this is where it is reached. */
export const showingTyping: TypingMiddleware =
  () =>
  () =>
  ({ activeTyping }) => {
    const name = Object.values(activeTyping).find(({ role }) => role !== 'user')?.name
    return [element(Reaching, { key: 'reach' }), name ? element(Writing, { key: 'writing', name }) : null]
  }
