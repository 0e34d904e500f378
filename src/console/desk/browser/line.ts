import { onHtmx } from './htmx.ts'
import { announce, tellTrouble } from './tell.ts'
import { words } from './words.ts'

/** How long the line may be down before it is said: most cuts mend themselves at once. */
const PATIENCE_MS = 5000

/** Says that the page hears nothing any more, and that it does again. */
export function watchLine(): void {
  let silent: ReturnType<typeof setTimeout> | undefined
  let said = false
  onHtmx('sseError', () => {
    silent ??= setTimeout(() => {
      said = true
      tellTrouble(words().lost)
    }, PATIENCE_MS)
  })
  onHtmx('sseOpen', () => {
    clearTimeout(silent)
    silent = undefined
    if (!said) return
    said = false
    tellTrouble('')
    announce(words().back)
  })
}
