import { togglePanel } from './insert.ts'

const KEPT = 'desk-letter-keys'

/** What a letter does, outside of fields. */
const LETTERS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  c: claim,
  r: () => document.getElementById('reply')?.focus(),
  n: () => document.getElementById('note')?.focus(),
  '/': () => void togglePanel('library'),
  '?': showKeys,
}

/** The desk without a mouse. Letters may be switched off: who speaks to their computer would press them by accident. */
export function listenToKeys(): void {
  document.getElementById('show-keys')?.addEventListener('click', showKeys)
  const box = document.getElementById('letter-keys')
  if (box instanceof HTMLInputElement) {
    box.checked = lettersAreOn()
    box.addEventListener('change', () => localStorage.setItem(KEPT, box.checked ? 'on' : 'off'))
  }
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    if (pressed(event)) event.preventDefault()
  })
}

function pressed(event: KeyboardEvent): boolean {
  const { target, key, code, altKey } = event
  if (altKey && !event.ctrlKey && !event.metaKey) {
    if (code === 'KeyR') return togglePanel('library')
    if (code === 'KeyP') return togglePanel('ready')
    return false
  }
  if (event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return false
  if (isField(target)) return key === '/' && isEmptyReply(target) && togglePanel('library')
  if ((key === 'ArrowDown' || key === 'ArrowUp') && isInInbox(target)) {
    move(key === 'ArrowDown' ? 1 : -1)
    return true
  }
  const does = lettersAreOn() ? LETTERS[key] : undefined
  does?.()
  return does !== undefined
}

function lettersAreOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

function isField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

function isEmptyReply(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement && target.id === 'reply' && target.value === ''
}

function isInInbox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.requests') !== null
}

/** To the next request, or the one before; from elsewhere, to the open one or the first. */
function move(by: number): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.requests .item > a')]
  const at = links.indexOf(document.activeElement as HTMLAnchorElement)
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const next = at >= 0 ? at + by : open >= 0 ? open + by : by > 0 ? 0 : links.length - 1
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
}

/** Takes the conversation that is open, or the request that has the keyboard. */
function claim(): void {
  const open = document.getElementById('claim')
  const here = document.activeElement?.closest('.item')?.querySelector<HTMLElement>('button.claim')
  ;(open ?? here)?.click()
}

function showKeys(): void {
  const dialog = document.getElementById('keys')
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}
