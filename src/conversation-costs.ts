import type { Usage } from './answer/model.ts'

/** A conversation in which the model was asked nothing for so long has cost what it will. */
const QUIET_MS = 60 * 60_000

interface Costing extends Pick<Usage, 'cost'> {
  readonly tokens: number
  readonly at: number
}

/** What a model costs in each conversation, as this process has asked it. */
export interface ConversationCosts {
  add(conversation: string, usage: Usage, now: Date): void
  /** The conversations that have grown quiet, each once; nothing is remembered of them afterwards. */
  quiet(now: Date): readonly Pick<Costing, 'tokens' | 'cost'>[]
}

/** Counts by conversation in memory alone: an id is gone an hour after the model was last asked in it. */
export function openConversationCosts(): ConversationCosts {
  const costs = new Map<string, Costing>()
  return {
    add: (conversation, { input, output, cost }, now) => {
      const before = costs.get(conversation)
      costs.set(conversation, {
        tokens: (before?.tokens ?? 0) + input + output,
        cost: (before?.cost ?? 0) + cost,
        at: now.getTime(),
      })
    },
    quiet: (now) => {
      const gone = [...costs].filter(([, { at }]) => now.getTime() - at >= QUIET_MS)
      for (const [conversation] of gone) costs.delete(conversation)
      return gone.map(([, { tokens, cost }]) => ({ tokens, cost }))
    },
  }
}
