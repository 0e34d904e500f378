/** Tells whoever does not see the page what is new, once. */
export function announce(text: string): void {
  const line = document.getElementById('announce')
  if (!line) return
  // The same words twice are heard twice: what is said differs by an invisible mark.
  line.textContent = line.textContent === text ? `${text}\u200b` : text
}

/** Says what went wrong, until it is mended. */
export function tellTrouble(text: string): void {
  const line = document.getElementById('trouble')
  if (!line) return
  line.textContent = text
  line.hidden = text === ''
}
