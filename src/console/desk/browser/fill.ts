import { placeholdersIn } from '../../../desk/canned.ts'
import { words } from './words.ts'

/** Marks what is still to be filled in the reply, `{…}`, a press away; nothing is sent before. */
export function markWhatToFill(): void {
  document.addEventListener('input', ({ target }) => mark(target))
  document.addEventListener('desk:text', ({ target }) => mark(target))
  document.addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLElement ? target.dataset.fill : undefined
    if (name !== undefined) select(name)
  })
  document.addEventListener(
    'submit',
    (event) => {
      const box = reply()
      const [first] = placeholdersIn(box?.value ?? '')
      if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'say' || first === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      mark(box, words().fillFirst)
      select(first)
    },
    true,
  )
}

/** Puts the caret on the first thing to fill, if there is one. */
export function selectFirst(): boolean {
  const [first] = placeholdersIn(reply()?.value ?? '')
  if (first === undefined) return false
  select(first)
  return true
}

function reply(): HTMLTextAreaElement | undefined {
  const box = document.getElementById('reply')
  return box instanceof HTMLTextAreaElement ? box : undefined
}

function mark(target: EventTarget | null | undefined, said = words().toFill): void {
  const line = document.getElementById('to-fill')
  const box = reply()
  if (!line || !box || target !== box) return
  const names = placeholdersIn(box.value)
  const buttons = names.map((name) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain'
    button.dataset.fill = name
    button.textContent = `{${name}}`
    return button
  })
  line.replaceChildren(`${said} `, ...buttons)
  line.hidden = names.length === 0
  box.toggleAttribute('aria-invalid', names.length > 0)
}

function select(name: string): void {
  const box = reply()
  const at = [...(box?.value ?? '').matchAll(/\{([^{}\n]*)\}/g)].find(([, each = '']) => each.trim() === name)
  if (!box || !at) return
  box.focus()
  box.setSelectionRange(at.index, at.index + at[0].length)
}
