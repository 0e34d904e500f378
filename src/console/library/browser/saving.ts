import { onHtmx } from '../../desk/browser/htmx.ts'

/** Keeps the draft as one writes; what is sent by hand waits for a save that is under way, so that it clashes with none. */
export function keepDraft(): void {
  const form = document.getElementById('edit')
  const trouble = document.getElementById('trouble')
  if (!(form instanceof HTMLFormElement)) return
  let underWay = 0
  let waiting: HTMLElement | null | undefined
  let isLeaving = false
  const say = (isTrouble: boolean) => {
    if (!trouble) return
    trouble.textContent = isTrouble ? (trouble.dataset.said ?? '') : ''
    trouble.hidden = !isTrouble
  }
  onHtmx('beforeRequest', ({ elt }, event) => {
    if (elt !== form) return
    if (isLeaving) event.preventDefault()
    else underWay += 1
  })
  onHtmx('afterRequest', ({ elt, successful, xhr }) => {
    if (elt !== form) return
    underWay = Math.max(0, underWay - 1)
    say(successful === false && xhr.status !== 409)
    if (xhr.status === 409) document.getElementById('conflict')?.focus()
    if (waiting !== undefined && underWay === 0) {
      const by = waiting
      waiting = undefined
      form.requestSubmit(by instanceof HTMLButtonElement ? by : null)
    }
  })
  form.addEventListener('submit', (event) => {
    if (underWay > 0) {
      event.preventDefault()
      waiting = event.submitter
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
  addEventListener('pageshow', () => {
    isLeaving = false
    form.inert = false
  })
}
