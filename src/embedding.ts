import { setImmediate as breathe } from 'node:timers/promises'
import { embedLibrary } from './answer/embed.ts'
import type { Model } from './answer/model.ts'
import type { Vectors } from './answer/vectors.ts'
import type { News } from './conversation/conversation.ts'
import type { OpenLibrary } from './knowledge/open-library.ts'
import { LANGUAGES } from './language/languages.ts'

/** How often it is looked whether something is left to embed: news may get lost, and a model may be silent. */
const EVERY_MS = 30_000

/** What embeds what was published. */
export interface Embedding {
  /** Resolves when nothing is under way. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/**
 * Embeds the library that is read, and each one that is published after it, behind open doors; what the model leaves
 * undone is tried again later. Processes that begin at once may both embed what is new.
 */
export function openEmbedding({
  reading,
  model,
  vectors,
  news,
  embedded,
  onError,
}: {
  readonly reading: OpenLibrary
  readonly model: Model
  readonly vectors: Vectors
  readonly news: Pick<News, 'follow'>
  /** Learns how many passages were embedded, and how many are left. */
  embedded(count: { readonly publication: number; readonly embedded: number; readonly left: number }): void
  onError(error: unknown): void
}): Embedding {
  const ending = new AbortController()
  const untilClosed: Model = { ...model, help: (turn) => model.help({ ...turn, signal: ending.signal }) }
  let done = 0
  let left = 0
  let underWay = Promise.resolve()

  const round = async (): Promise<void> => {
    const { library } = await reading.refresh()
    if (library.publication === done) return
    const count = { publication: library.publication, embedded: 0, left: 0 }
    for (const language of LANGUAGES) {
      await breathe()
      if (ending.signal.aborted) return
      const of = await embedLibrary(library, language, untilClosed, vectors)
      count.embedded += of.embedded
      count.left += of.left
    }
    if (count.left === 0) done = library.publication
    if (count.embedded || count.left !== left) embedded(count)
    left = count.left
  }
  const soon = (): void => {
    underWay = underWay.then(() => (ending.signal.aborted ? undefined : round())).catch(onError)
  }
  const stopFollowing = news.follow('publication', soon)
  const timer = setInterval(soon, EVERY_MS)
  timer.unref()
  soon()
  return {
    quiet: () => underWay,
    close: () => {
      ending.abort()
      stopFollowing()
      clearInterval(timer)
      return underWay
    },
  }
}
