/** The largest file that is read: what is sent must stay under what the server takes. */
const LARGEST = 180 * 1024

/** Reads a chosen file into the box beside it: as text, or in base 64 where it is none. */
export function readFiles(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset.readsInto) return
    const [file] = target.files ?? []
    const box = document.getElementById(target.dataset.readsInto)
    const is = document.getElementById(`${target.dataset.readsInto}-is`)
    if (!file || !(box instanceof HTMLTextAreaElement) || !(is instanceof HTMLInputElement)) return
    target.setCustomValidity(file.size > LARGEST ? (target.getAttribute('data-too-large') ?? file.name) : '')
    if (!target.reportValidity()) return
    const reader = new FileReader()
    const isText = !file.name.endsWith('.docx')
    reader.addEventListener('load', () => {
      const { result } = reader
      box.value = result instanceof ArrayBuffer ? textOf(result) : afterComma(String(result))
      is.value = isText ? 'text' : 'base64'
    })
    if (isText) reader.readAsArrayBuffer(file)
    else reader.readAsDataURL(file)
  })
}

/** Text as it is saved today, or as old spreadsheets save it. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function afterComma(address: string): string {
  return address.slice(address.indexOf(',') + 1)
}
