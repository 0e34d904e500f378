import { Idiomorph } from 'idiomorph/htmx'

/**
 * What a page keeps when its parts are drawn again: fields that somebody writes in (`data-kept`), and what somebody
 * opened or closed.
 */
export function keepWhatIsTheirs(): void {
  const { callbacks } = Idiomorph.defaults as { callbacks: Record<string, unknown> }
  callbacks.beforeNodeMorphed = (old: Node, fresh: Node): boolean =>
    !(old instanceof Element && fresh instanceof Element && old.id === fresh.id && old.hasAttribute('data-kept'))
  callbacks.beforeAttributeUpdated = (name: string, element: Element): boolean =>
    !(name === 'open' && (element.localName === 'details' || element.localName === 'dialog'))
}
