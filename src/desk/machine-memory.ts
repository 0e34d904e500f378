import type { Conversations, News } from '../conversation/conversation.ts'

/** What came of making something: it is kept, will never be, or may be tried again later. */
export type Making<Value> =
  | { readonly is: 'made'; readonly value: Value }
  | { readonly is: 'never' }
  | { readonly is: 'not-now' }

/** What a machine made of conversations, in this process alone: it is gone soon after the last look, and with the conversation. */
export interface MachineMemory {
  /** What is ready of a conversation; otherwise it is made, one thing after the other, and told as news of it. */
  get<Value>(conversation: string, what: string, make: () => Promise<Making<Value>>): Value | undefined
}

/** What nobody looks at any longer is let go after this time. */
const KEPT_MS = 10 * 60 * 1000
/** What could not be made is tried again, at a later look, after this time. */
const AGAIN_MS = 60 * 1000

interface Kept {
  readonly values: Map<string, Making<unknown> | 'making'>
  readonly gone: NodeJS.Timeout
}

export function openMachineMemory({
  conversations,
  news,
}: {
  readonly conversations: Pick<Conversations, 'get'>
  readonly news: News
}): MachineMemory {
  const kept = new Map<string, Kept>()
  let underWay = Promise.resolve()
  let isLooking = false

  const forget = (conversation: string): void => {
    clearTimeout(kept.get(conversation)?.gone)
    kept.delete(conversation)
  }
  const letGoOfErased = async (): Promise<void> => {
    if (isLooking || kept.size === 0) return
    isLooking = true
    try {
      for (const conversation of [...kept.keys()]) {
        if (!(await conversations.get(conversation))) forget(conversation)
      }
    } finally {
      isLooking = false
    }
  }
  news.follow('desk', () => void letGoOfErased().catch(() => {}))

  const placeOf = (conversation: string): Kept => {
    const known = kept.get(conversation)
    if (known) {
      known.gone.refresh()
      return known
    }
    const gone = setTimeout(() => kept.delete(conversation), KEPT_MS)
    gone.unref()
    const place: Kept = { values: new Map(), gone }
    kept.set(conversation, place)
    return place
  }

  return {
    get: <Value>(conversation: string, what: string, make: () => Promise<Making<Value>>) => {
      const { values } = placeOf(conversation)
      const known = values.get(what)
      if (known === 'making') return undefined
      if (known) return known.is === 'made' ? (known.value as Value) : undefined
      values.set(what, 'making')
      underWay = underWay.then(async () => {
        // Whoever was erased while this waited is not spoken of to a model.
        const isGone = () => kept.get(conversation)?.values !== values
        if (isGone()) return
        const made = await make().catch((): Making<Value> => ({ is: 'not-now' }))
        if (isGone()) return
        values.set(what, made)
        if (made.is === 'made') news.tell(conversation)
        if (made.is === 'not-now') setTimeout(() => values.delete(what), AGAIN_MS).unref()
      })
      return undefined
    },
  }
}
