import { Idiomorph } from 'idiomorph/htmx'
import { onHtmx } from './htmx.ts'

/**
 * What a page keeps when its parts are drawn again: fields that somebody writes in (`data-kept`), what somebody opened
 * or closed, and why something was not done, until the next thing is tried: news must not wipe that away unread.
 */
export function keepWhatIsTheirs(): void {
  const { callbacks } = Idiomorph.defaults as { callbacks: Record<string, unknown> }
  let deed = false
  onHtmx('beforeSwap', ({ requestConfig }) => {
    deed = requestConfig?.verb === 'post'
  })
  callbacks.beforeNodeMorphed = (old: Node, fresh: Node): boolean => {
    if (!(old instanceof HTMLElement && fresh instanceof HTMLElement) || old.id !== fresh.id) return true
    const unread = old.id === 'refusal' && !old.hidden && !deed
    return !(unread || old.hasAttribute('data-kept'))
  }
  callbacks.beforeAttributeUpdated = (name: string, element: Element): boolean =>
    !(name === 'open' && (element.localName === 'details' || element.localName === 'dialog'))
}
