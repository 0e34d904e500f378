import { onHtmx } from './htmx.ts'

/** How near its end a transcript is still followed, in pixels. */
const NEAR = 80

/** Keeps the keyboard where something was done, and the last words in sight of whoever reads them. */
export function keepPlace(): void {
  onHtmx('afterSettle', ({ xhr, requestConfig }) => {
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
  onHtmx('afterSettle', () => followed && goToEnd())
  if (document.getElementById('mine')) goToEnd()
}

function isAtEnd(): boolean {
  const read = document.getElementById('read')
  return !!read && read.scrollHeight - read.scrollTop - read.clientHeight < NEAR
}

function goToEnd(): void {
  const read = document.getElementById('read')
  if (read) read.scrollTop = read.scrollHeight
}
