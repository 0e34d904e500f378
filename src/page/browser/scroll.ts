import { reached } from './reach.ts'

/** While the transcript glides to what was just said, the last message need not be in view yet, in milliseconds. */
const GLIDING_MS = 1000
let glidesUntil = 0

/** Before the person says something by a button of ours: their words and the answer follow at the end. */
export function toEnd(): void {
  reached()?.toEnd()
}

/**
 * Before a line is drawn that answers nothing: whoever has the last message before them is shown the new one, from its
 * beginning where it does not fit. Whoever reads further up is left there.
 */
export function followed(chat: HTMLElement): void {
  if (!lastIsInView(chat) && performance.now() > glidesUntil) return
  requestAnimationFrame(() => requestAnimationFrame(() => bringLast(chat)))
}

function bringLast(chat: HTMLElement): void {
  const { transcript, last } = ends(chat)
  if (!transcript || !last) return
  glidesUntil = performance.now() + GLIDING_MS
  const end = transcript.scrollHeight - transcript.clientHeight
  const beginning = transcript.scrollTop + last.getBoundingClientRect().top - transcript.getBoundingClientRect().top
  if (beginning < end) reached()?.to(Math.max(0, Math.floor(beginning)))
  else reached()?.toEnd()
}

function lastIsInView(chat: HTMLElement): boolean {
  const { transcript, last } = ends(chat)
  return !transcript || !last || last.getBoundingClientRect().top < transcript.getBoundingClientRect().bottom
}

function ends(chat: HTMLElement): { readonly transcript: Element | null; readonly last: Element | undefined } {
  return {
    transcript: chat.querySelector('.webchat__basic-transcript__scrollable'),
    last: [...chat.querySelectorAll('.webchat__basic-transcript__activity')].at(-1),
  }
}
