import { reached } from './reach.ts'

/** While the transcript glides to the end, the last line need not be in view yet, in milliseconds. */
const GLIDING_MS = 1000
let glidesUntil = 0
/** Which line is about to be shown: the first of those that came together. */
let shows: number | undefined

/** The person says something by a button of ours: their words and the answer follow at the end. */
export function toEnd(): void {
  reached()?.toEnd()
}

/** Words of the person are drawn: from here on Web Chat itself shows what answers them, from its beginning. */
export function leftToWebChat(): void {
  shows = undefined
}

/**
 * Before a line is drawn that Web Chat would not follow: whoever has come to the end, or near it, is shown the new one,
 * from its beginning where it does not fit. Whoever reads further up is left there.
 */
export function followed(chat: HTMLElement): void {
  if (shows !== undefined || !(isNearEnd(chat) || performance.now() < glidesUntil)) return
  shows = linesOf(chat).length
  // From here on Web Chat itself goes no further than the beginning of the new line.
  reached()?.acknowledge()
  drawn(() => {
    // Where it glides to the end already it is stopped first: it would go on.
    const transcript = transcriptOf(chat)
    if (transcript && shows !== undefined) reached()?.to(transcript.scrollTop)
    drawn(() => bring(chat))
  })
}

/**
 * A conversation was found again, and all that was said is there: the first word of a counsellor that the person has not
 * answered is in view from its beginning, else the end.
 */
export function toUnanswered(chat: HTMLElement): void {
  const lines = linesOf(chat)
  const own = lines.findLastIndex((line) => line.querySelector('.webchat__stacked-layout--from-user'))
  const word = lines.findIndex((line, at) => at > own && line.querySelector('.counsellor'))
  reached()?.acknowledge()
  shows = word < 0 ? lines.length - 1 : word
  drawn(() => bring(chat))
}

function bring(chat: HTMLElement): void {
  const transcript = transcriptOf(chat)
  const line = shows === undefined ? undefined : linesOf(chat)[shows]
  shows = undefined
  if (!transcript || !line) return
  const end = transcript.scrollHeight - transcript.clientHeight
  const beginning = transcript.scrollTop + line.getBoundingClientRect().top - transcript.getBoundingClientRect().top
  if (beginning < end) {
    reached()?.to(Math.max(0, Math.floor(beginning)))
    return
  }
  glidesUntil = performance.now() + GLIDING_MS
  reached()?.toEnd()
}

/** Calls once what was changed stands on the screen. */
function drawn(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}

/** So much of what was said may still be below, in parts of the chat's height: its choices hide some of it. */
const NEAR = 0.5

/** What is below by no more than that stays in view above a short line at the end. */
function isNearEnd(chat: HTMLElement): boolean {
  const edge = transcriptOf(chat)?.getBoundingClientRect().bottom ?? 0
  const last = linesOf(chat).at(-1)
  return !last || last.getBoundingClientRect().bottom < edge + chat.clientHeight * NEAR
}

function transcriptOf(chat: HTMLElement): Element | null {
  return chat.querySelector('.webchat__basic-transcript__scrollable')
}

function linesOf(chat: HTMLElement): readonly Element[] {
  return [...chat.querySelectorAll('.webchat__basic-transcript__activity')]
}
