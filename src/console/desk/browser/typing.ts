import { words } from './words.ts'

/** How often the person's side is told that a counsellor types, and how long a sign of the person's is good for. */
const EVERY_MS = 3000
const GOOD_MS = 6000

let over: ReturnType<typeof setTimeout> | undefined

/** Shows whether the person types; nothing where they do not. */
export function showPersonTyping(text: string): void {
  const line = document.getElementById('typing')
  if (line && line.textContent !== text) line.textContent = text
  clearTimeout(over)
  if (text) over = setTimeout(() => showPersonTyping(''), GOOD_MS)
}

/** Tells the person that one types, and shows that they do. */
export function listenToTyping(): void {
  let told = 0
  document.addEventListener('input', ({ target }) => {
    const address = target instanceof HTMLTextAreaElement ? target.form?.dataset.typing : undefined
    const now = Date.now()
    if (!address || !(target as HTMLTextAreaElement).value || now - told < EVERY_MS) return
    told = now
    // Nothing is lost where this is: the words themselves will tell.
    fetch(address, { method: 'POST' }).catch(() => undefined)
  })
  document.addEventListener('sse:typing', () => showPersonTyping(words().typing))
}
