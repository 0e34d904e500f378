import type { News } from './conversation/conversation.ts'
import type { Desk } from './desk/desk.ts'

/** How often the desk is tended to, besides whenever something changes there, in milliseconds. */
const EVERY_MS = 5_000
/** How long changes are gathered before they are looked at, in milliseconds. */
const GATHER_MS = 150

/** Tends to the desk as long as the house is open, one round at a time; gives what ends it. */
export function openTending({
  desk,
  news,
  now,
  onError,
}: {
  readonly desk: Pick<Desk, 'tend'>
  readonly news: Pick<News, 'follow'>
  now(): Date
  onError(error: unknown): void
}): { close(): Promise<void> } {
  let gathering: NodeJS.Timeout | undefined
  let underWay = Promise.resolve()
  let closed = false

  const tend = (): void => {
    gathering = undefined
    underWay = underWay.then(async () => {
      if (!closed) await desk.tend(now()).catch(onError)
    })
  }
  const soon = (): void => {
    if (!closed) gathering ??= setTimeout(tend, GATHER_MS)
  }
  const stopFollowing = news.follow('desk', soon)
  const timer = setInterval(soon, EVERY_MS)
  timer.unref()
  soon()
  return {
    close: () => {
      closed = true
      stopFollowing()
      clearInterval(timer)
      clearTimeout(gathering)
      return underWay
    },
  }
}
