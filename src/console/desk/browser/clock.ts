import { sayDuration } from '../duration.ts'
import { words } from './words.ts'

const OFTEN_MS = 15_000

/** Keeps true what says how long ago something was. */
export function keepTime(): void {
  const ahead = words().now - Date.now()
  setInterval(() => {
    for (const element of document.querySelectorAll<HTMLElement>('time[data-since]')) {
      const text = sayDuration(Date.now() + ahead - Number(element.dataset.since), words().locale)
      if (element.textContent !== text) element.textContent = text
    }
  }, OFTEN_MS)
}
