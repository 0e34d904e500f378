import { words } from './words.ts'

const KEPT = 'desk-sound'
const RUNG = 'desk-rung'

/** The switch of the sound: off until somebody wants it, and then remembered. */
export function offerSound(): void {
  const button = document.getElementById('sound')
  if (!button) return
  const show = () => {
    button.setAttribute('aria-pressed', String(isOn()))
    button.textContent = isOn() ? words().soundOn : words().soundOff
  }
  button.addEventListener('click', () => {
    localStorage.setItem(KEPT, isOn() ? 'off' : 'on')
    show()
    if (isOn()) tone()
  })
  show()
}

/** Rings for a request, in one tab of those that are open. */
export function ringFor(request: string): void {
  if (!isOn() || localStorage.getItem(RUNG) === request) return
  localStorage.setItem(RUNG, request)
  tone()
}

function isOn(): boolean {
  return localStorage.getItem(KEPT) === 'on'
}

/** Two short notes, soft at both ends. */
function tone(): void {
  const context = new AudioContext()
  const volume = context.createGain()
  volume.gain.value = 0
  volume.connect(context.destination)
  const end = [660, 880].reduce((from, frequency) => {
    const note = context.createOscillator()
    note.frequency.value = frequency
    note.connect(volume)
    note.start(from)
    note.stop(from + 0.16)
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(0.15, from + 0.03)
    volume.gain.linearRampToValueAtTime(0, from + 0.16)
    return from + 0.18
  }, context.currentTime)
  setTimeout(() => void context.close(), (end - context.currentTime + 0.5) * 1000)
}
