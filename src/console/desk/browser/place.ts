import { onHtmx } from './htmx.ts'

/** How near its end a transcript is still followed, in pixels. */
const NEAR = 80

/** Keeps the keyboard where something was done, and the last words in sight of whoever reads them. */
export function keepPlace(): void {
  onHtmx('afterSwap', ({ xhr, requestConfig }) => {
    if (requestConfig?.verb !== 'post') return
    const then = document.getElementById(xhr.getResponseHeader('Then-Focus') ?? '')
    const refusal = document.getElementById('refusal')
    const to = refusal && !refusal.hidden ? refusal : then
    ;(to ?? document.getElementById('who'))?.focus()
  })
  let followed = true
  onHtmx('beforeSwap', ({ requestConfig }) => {
    // What one has just done is at the end.
    followed = isAtEnd() || requestConfig?.verb === 'post'
  })
  onHtmx('afterSwap', () => followed && goToEnd())
  if (document.getElementById('mine')) goToEnd()
}

function isAtEnd(): boolean {
  const pane = scrolled()
  return !!pane && pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR
}

function goToEnd(): void {
  const pane = scrolled()
  if (pane) pane.scrollTop = pane.scrollHeight
}

/** What scrolls: the transcript by itself on a wide screen, the whole conversation on a narrower one. */
function scrolled(): HTMLElement | undefined {
  return ['read', 'conversation']
    .flatMap((id) => document.getElementById(id) ?? [])
    .find((pane) => getComputedStyle(pane).overflowY === 'auto')
}
