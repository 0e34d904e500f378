import { type HtmxDetail, onHtmx } from './htmx.ts'
import { tellTrouble } from './tell.ts'
import { words } from './words.ts'

/**
 * Forms that somebody writes in (`data-writes`): Ctrl+Enter sends; the box is free at once and gets its words back where
 * they were not taken; what is not sent yet outlives a change of page in this tab.
 */
export function keepWriting(): void {
  document.addEventListener('keydown', (event) => {
    const form = formOf(event.target)
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !form) return
    event.preventDefault()
    form.requestSubmit()
  })
  document.addEventListener('input', ({ target }) => {
    if (formOf(target) && target instanceof HTMLTextAreaElement) keepDraft(target)
  })
  document.addEventListener('submit', ({ target }) => {
    // Whoever uses this computer next reads nothing of it.
    if (target instanceof HTMLFormElement && target.matches('.account')) sessionStorage.clear()
  })
  restoreDrafts()
  onHtmx('afterSettle', restoreDrafts)

  const sent = new WeakMap<XMLHttpRequest, string>()
  onHtmx('beforeSend', ({ elt, xhr }) => {
    const box = boxOf(elt)
    if (!box) return
    sent.set(xhr, box.value)
    box.value = ''
    told(box)
  })
  onHtmx('beforeSwap', ({ xhr, requestConfig }) => {
    // The words were taken: the form may have a fresh key. Until then the same key goes with the same words.
    if (requestConfig && boxOf(requestConfig.elt) && xhr.status === 200)
      requestConfig.elt.querySelector('[name="key"]')?.removeAttribute('data-kept')
  })
  onHtmx('afterRequest', ({ xhr, successful, elt }) => {
    const text = sent.get(xhr)
    const box = boxOf(elt)
    if (text === undefined || !box) return
    if (!successful) {
      box.value = box.value ? `${text}\n${box.value}` : text
      told(box)
    }
    keepDraft(box)
  })
  onHtmx('afterRequest', sayWhetherSent)
}

/** What did not come through, and has no sentence of its own on the page. */
function sayWhetherSent({ successful, xhr, requestConfig }: HtmxDetail): void {
  if (requestConfig?.verb === 'get') return
  const hasSentence = [404, 409, 422].includes(xhr.status)
  tellTrouble(successful || hasSentence ? '' : words().notSent)
}

function formOf(target: EventTarget | null): HTMLFormElement | undefined {
  const form = target instanceof Element ? target.closest('form[data-writes]') : null
  return form instanceof HTMLFormElement ? form : undefined
}

function boxOf(form: Element): HTMLTextAreaElement | undefined {
  return formOf(form)?.querySelector('textarea') ?? undefined
}

/** Lets the other parts of the page know that the text changed, as if somebody had typed. */
function told(box: HTMLTextAreaElement): void {
  box.dispatchEvent(new CustomEvent('desk:text', { bubbles: true }))
}

function nameOf(box: HTMLTextAreaElement): string {
  return `${box.id}:${location.pathname}`
}

function keepDraft(box: HTMLTextAreaElement): void {
  if (box.value) sessionStorage.setItem(nameOf(box), box.value)
  else sessionStorage.removeItem(nameOf(box))
}

function restoreDrafts(): void {
  for (const box of document.querySelectorAll<HTMLTextAreaElement>('form[data-writes] textarea:not([data-drawn])')) {
    box.dataset.drawn = ''
    const draft = sessionStorage.getItem(nameOf(box))
    if (!draft || box.value) continue
    box.value = draft
    told(box)
  }
}
