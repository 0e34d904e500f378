import { onHtmx } from '../../desk/browser/htmx.ts'

/**
 * Keeps the draft as one writes; what is sent by hand waits for a save that is under way, so that it clashes with none.
 * Where the session has ended the page stays with its words, and is saved once somebody has signed in elsewhere.
 */
export function keepDraft(): void {
  const form = document.getElementById('edit')
  if (!(form instanceof HTMLFormElement)) return
  let underWay = 0
  let waiting: HTMLElement | null | undefined
  let isLeaving = false
  let isEnded = false
  const saveAgain = () => form.dispatchEvent(new Event('change', { bubbles: true }))
  onHtmx('beforeRequest', ({ elt }, event) => {
    if (elt !== form) return
    if (isLeaving) event.preventDefault()
    else underWay += 1
  })
  onHtmx('beforeOnLoad', ({ elt, xhr }, event) => {
    // The answer leads to signing in: the words would be left behind.
    if (elt === form && xhr.status === 401) event.preventDefault()
  })
  onHtmx('afterRequest', ({ elt, successful, xhr }) => {
    if (elt !== form) return
    underWay = Math.max(0, underWay - 1)
    isEnded = xhr.status === 401
    const isAnswered = successful === true || xhr.status === 409
    sayTrouble(!isAnswered && !isEnded)
    show('ended', isEnded)
    if (xhr.status === 409) document.getElementById('conflict')?.focus()
    if (waiting === undefined || underWay > 0) return
    const by = waiting
    waiting = undefined
    if (isAnswered) form.requestSubmit(by instanceof HTMLButtonElement ? by : null)
  })
  form.addEventListener('submit', (event) => {
    if (underWay > 0 || isEnded) {
      event.preventDefault()
      waiting = event.submitter
      if (underWay === 0) saveAgain()
      return
    }
    const wait = event.submitter?.dataset.wait
    if (wait && isLeaving) event.preventDefault()
    isLeaving = true
    if (!wait) return
    const status = event.submitter?.closest('section')?.querySelector('[role="status"]')
    if (status) status.textContent = wait
    // What is written now would be gone with the page.
    form.inert = true
  })
  addEventListener('focus', () => {
    if (isEnded && underWay === 0) saveAgain()
  })
  addEventListener('pageshow', () => {
    isLeaving = false
    form.inert = false
  })
}

function sayTrouble(isTrouble: boolean): void {
  const line = document.getElementById('trouble')
  if (line) line.textContent = isTrouble ? (line.dataset.said ?? '') : ''
  show('trouble', isTrouble)
}

function show(id: string, isShown: boolean): void {
  const line = document.getElementById(id)
  if (line) line.hidden = !isShown
}
