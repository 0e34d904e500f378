import { reached } from './reach.ts'

/** While the transcript glides to what was just said, the last message need not be in view yet, in milliseconds. */
const GLIDING_MS = 1000
let glidesUntil = 0

/** Before the person says something by a button of ours: their words and the answer follow at the end. */
export function toEnd(): void {
  reached()?.toEnd()
}

/**
 * Before a line is drawn that Web Chat would not follow: whoever has the last message before them is shown the new one,
 * from its beginning where it does not fit. Whoever reads further up is left there.
 */
export function followed(chat: HTMLElement): void {
  if (!lastIsInView(chat) && performance.now() > glidesUntil) return
  glidesUntil = performance.now() + GLIDING_MS
  // From here on Web Chat itself goes no further than the beginning of the new line.
  reached()?.acknowledge()
  drawn(() => {
    // Where it glides to the end already it is stopped first: it would go on.
    const { transcript } = ends(chat)
    if (transcript) reached()?.to(transcript.scrollTop)
    drawn(() => bringLast(chat))
  })
}

function bringLast(chat: HTMLElement): void {
  const { transcript, last } = ends(chat)
  if (!transcript || !last) return
  const end = transcript.scrollHeight - transcript.clientHeight
  const beginning = transcript.scrollTop + last.getBoundingClientRect().top - transcript.getBoundingClientRect().top
  reached()?.to(Math.max(0, Math.min(end, Math.floor(beginning))))
}

/** Calls once what was changed stands on the screen. */
function drawn(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
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
