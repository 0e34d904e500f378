/** Puts a token where the cursor stood last, in the text that was written in last. */
export function offerInsertion(): void {
  let last: HTMLTextAreaElement | undefined
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.hasAttribute('data-inserts')) last = target
  })
  const insert = (token: string) => {
    const field = last ?? document.querySelector<HTMLTextAreaElement>('textarea[data-inserts]')
    if (!field) return
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd).trim()
    const words = chosen && token.includes('[mots]') ? token.replace('[mots]', `[${chosen}]`) : token
    const before = field.value.slice(0, field.selectionStart)
    const gap = before && !/\s$/.test(before) ? ' ' : ''
    const kept = chosen && !token.includes('[mots]') ? field.selectionEnd : field.selectionStart
    field.focus()
    field.setRangeText(`${kept === field.selectionStart ? gap : ' '}${words}`, kept, field.selectionEnd, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-insert]') : null
    if (button?.dataset.insert) insert(button.dataset.insert)
  })
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || !target.hasAttribute('data-inserts-article') || !target.value) return
    insert(`[mots](article:${target.value})`)
    target.value = ''
  })
}
