import { setImmediate as breathe } from 'node:timers/promises'
import { embedLibrary } from './answer/embed.ts'
import type { Model } from './answer/model.ts'
import type { Vectors } from './answer/vectors.ts'
import type { OpenLibrary } from './knowledge/open-library.ts'
import { LANGUAGES } from './language/languages.ts'

/** How often it is looked whether another library is read. */
const LOOK_MS = 1_000
/** After a model that left something undone it is tried again after so many looks. */
const REST_LOOKS = 30

/** What embeds what was published. */
export interface Embedding {
  /** Ends, and gives up what is under way: what was embedded is kept. */
  close(): Promise<void>
}

/**
 * Embeds the library that is read, and each one that takes its place, behind open doors; what the model leaves undone
 * is tried again later. Processes that begin at once may both embed what is new.
 */
export function openEmbedding({
  reading,
  model,
  vectors,
  embedded,
  onError,
}: {
  readonly reading: OpenLibrary
  readonly model: Model
  readonly vectors: Vectors
  /** Learns how many passages were embedded, and how many are left. */
  embedded(count: { readonly publication: number; readonly embedded: number; readonly left: number }): void
  onError(error: unknown): void
}): Embedding {
  const ending = new AbortController()
  const untilClosed: Model = { ...model, help: (turn) => model.help({ ...turn, signal: ending.signal }) }
  let underWay: Promise<void> | undefined
  let done = 0
  let left = 0
  let rest = 0

  const round = async (): Promise<void> => {
    const { library } = reading.published
    const count = { publication: library.publication, embedded: 0, left: 0 }
    for (const language of LANGUAGES) {
      await breathe()
      if (ending.signal.aborted) return
      const of = await embedLibrary(library, language, untilClosed, vectors)
      count.embedded += of.embedded
      count.left += of.left
    }
    if (count.embedded || count.left !== left) embedded(count)
    left = count.left
    if (left === 0) done = library.publication
    else rest = REST_LOOKS
  }
  const look = (): void => {
    if (underWay || reading.published.library.publication === done) return
    if (rest > 0) {
      rest -= 1
      return
    }
    underWay = round()
      .catch((error: unknown) => {
        rest = REST_LOOKS
        onError(error)
      })
      .finally(() => {
        underWay = undefined
      })
  }
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  look()
  return {
    close: async () => {
      ending.abort()
      clearInterval(timer)
      await underWay
    },
  }
}
