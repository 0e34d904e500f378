import type { Action, RenderMarkdown } from './web-chat.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f]/g
const RIGHT_TO_LEFT_SOMEWHERE = new RegExp(RIGHT_TO_LEFT.source)
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, td, th'

/** From which part of its letters on a message is one that runs from the right: names and sources stand in French. */
const ENOUGH = 0.2

/** A telephone number, or words of ours that run from the left, with the marks between them. */
const RUN_FROM_LEFT =
  /\+?\d[\d \u00a0.-]{5,}\d|[A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff·\n]*[A-Za-z\u00c0-\u024f0-9)])?/g

export type Direction = 'rtl' | 'ltr'

/** The way a message runs: a French name at the head of an Arabic sentence does not turn it round. */
export function directionOf(text: string): Direction {
  const fromRight = text.match(RIGHT_TO_LEFT)?.length ?? 0
  const letters = fromRight + (text.match(LEFT_TO_RIGHT)?.length ?? 0)
  return letters > 0 && fromRight / letters >= ENOUGH ? 'rtl' : 'ltr'
}

/**
 * Renders as `render` does. The message then runs its own way, whichever way the page does; inside Arabic, a paragraph
 * without Arabic runs from the left, and French words and telephone numbers keep their own order.
 */
export function directed(render: RenderMarkdown): RenderMarkdown {
  return (markdown, options, links) => {
    const { body } = new DOMParser().parseFromString(render(markdown, options, links), 'text/html')
    const direction = directionOf(body.textContent ?? '')
    for (const child of body.children) (child as HTMLElement).dir = direction
    if (direction === 'ltr') return body.innerHTML
    for (const block of body.querySelectorAll<HTMLElement>(BLOCKS)) {
      block.dir = RIGHT_TO_LEFT_SOMEWHERE.test(block.textContent ?? '') ? 'rtl' : 'ltr'
    }
    for (const list of body.querySelectorAll<HTMLElement>('ul, ol')) list.dir = directionOfList(list)
    for (const text of textsOf(body))
      if (text.parentElement?.closest('[dir]')?.getAttribute('dir') === 'rtl') isolateRuns(text)
    return body.innerHTML
  }
}

/** A list runs as its points do, so that their marks stand beside them; where they differ, as the message does. */
function directionOfList(list: HTMLElement): Direction {
  const points = [...list.children].filter((each): each is HTMLElement => each instanceof HTMLElement)
  return points.every(({ dir }) => dir === 'ltr') ? 'ltr' : 'rtl'
}

/** Unicode's isolates: what stands between runs its own way (Unicode Standard Annex 9). */
const ISOLATES: Readonly<Record<Direction | 'auto', string>> = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' }

/** Text that neither turns what stands around it nor is turned by it. */
export function isolated(text: string, direction: Direction | 'auto'): string {
  return `${ISOLATES[direction]}${text}\u2069`
}

/** A message that came in, with the labels of its suggested actions isolated where they run against the page. */
export function withLabelsIsolated(action: Action, page: Direction): Action {
  const activity = action.payload?.activity
  const suggested = activity?.suggestedActions
  if (!suggested?.actions?.length) return action
  const actions = suggested.actions.map((each) => {
    const direction = directionOf(each.title ?? '')
    return each.title && direction !== page ? { ...each, title: isolated(each.title, direction) } : each
  })
  return {
    ...action,
    payload: { ...action.payload, activity: { ...activity, suggestedActions: { ...suggested, actions } } },
  }
}

function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

function isolateRuns(text: Text): void {
  const found = [...text.data.matchAll(RUN_FROM_LEFT)].reverse()
  for (const { 0: run, index } of found) {
    const apart = document.createElement('bdi')
    apart.dir = 'ltr'
    apart.textContent = run
    const rest = text.splitText(index)
    rest.data = rest.data.slice(run.length)
    rest.before(apart)
  }
}
