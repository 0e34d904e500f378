import { selectFirst } from './fill.ts'

/** Puts ready replies and passages of the library where the caret is, and narrows the list of replies as one types. */
export function offerInsertion(): void {
  document.addEventListener('click', ({ target }) => {
    const text = target instanceof HTMLElement ? target.dataset.insert : undefined
    if (text !== undefined) insert(text)
  })
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.narrows) narrow(target)
  })
  document.addEventListener('keydown', (event) => {
    const panel = event.target instanceof Element ? event.target.closest('details.panel') : null
    if (!(panel instanceof HTMLDetailsElement)) return
    if (event.key === 'Escape') return close(panel)
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    const first = panel.querySelector<HTMLButtonElement>('li:not([hidden]) [data-insert]')
    if (!first) return
    event.preventDefault()
    event.stopPropagation()
    first.click()
  })
}

/** Opens a panel, or closes it again, and puts the keyboard in its search. */
export function togglePanel(id: 'ready' | 'library'): boolean {
  const panel = document.getElementById(id)
  if (!(panel instanceof HTMLDetailsElement)) return false
  if (panel.open) close(panel)
  else {
    panel.open = true
    panel.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
  }
  return true
}

function close(panel: HTMLDetailsElement): void {
  panel.open = false
  document.getElementById('reply')?.focus()
}

/** A blank line between what stands there and what comes; the caret goes behind it, or on what is to fill. */
function insert(text: string): void {
  const box = document.getElementById('reply')
  if (!(box instanceof HTMLTextAreaElement)) return
  const before = box.value.slice(0, box.selectionStart)
  const after = box.value.slice(box.selectionEnd)
  const gap = before.trim() && !before.endsWith('\n') ? '\n\n' : ''
  box.focus()
  box.setRangeText(`${gap}${text}${after.trim() && !after.startsWith('\n') ? '\n\n' : ''}`)
  box.setSelectionRange(before.length + gap.length + text.length, before.length + gap.length + text.length)
  box.dispatchEvent(new Event('input', { bubbles: true }))
  for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.panel')) panel.open = false
  selectFirst()
}

function narrow(field: HTMLInputElement): void {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean)
  const items = document.querySelectorAll<HTMLElement>(`#${CSS.escape(field.dataset.narrows ?? '')} > li`)
  for (const item of items) item.hidden = !wanted.every((word) => plain(item.dataset.said ?? '').includes(word))
  const none = document.getElementById('ready-none')
  if (none) none.hidden = [...items].some(({ hidden }) => !hidden)
}

/** Letters without their marks: « réponse » is found by « reponse ». */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
