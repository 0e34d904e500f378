import { beforeEach, describe, expect, it } from 'vitest'
import { type Metrics, openMetrics } from '../src/metrics.ts'

const HOUR_MS = 60 * 60_000
let at = 0
let metrics: Metrics
beforeEach(() => {
  at = Date.UTC(2026, 10, 23, 15)
  metrics = openMetrics(() => new Date(at))
})

const costs = (conversation: string | undefined, input: number, cost: number) =>
  metrics.call({
    purpose: 'compose',
    outcome: 'told',
    ms: 10,
    usage: { input, output: 0, cost },
    ...(conversation ? { conversation } : {}),
  })

/** How many conversations were counted, and their sum, by what is counted. */
async function counted(): Promise<Record<string, string>> {
  const lines = (await metrics.registry.metrics()).split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^passerelle_model_conversation_(\w+_(?:sum|count)) (.+)$/.exec(line) ?? []
      return name && value ? [[name, value]] : []
    }),
  )
}

describe('what a model costs in a conversation', () => {
  it('is counted once, when the conversation has been quiet for an hour', async () => {
    costs('a', 1_000, 0.25)
    at += HOUR_MS - 1
    costs('a', 500, 0.25)
    costs('b', 200, 0)
    at += HOUR_MS - 1
    expect(await counted()).toMatchObject({ tokens_count: '0', cost_count: '0' })
    at += 1
    const both = { tokens_count: '2', tokens_sum: '1700', cost_count: '2', cost_sum: '0.5' }
    expect(await counted()).toEqual(both)
    at += HOUR_MS
    expect(await counted()).toEqual(both)
  })

  it('counts anew where a quiet one goes on', async () => {
    costs('a', 100, 0)
    at += HOUR_MS
    await counted()
    costs('a', 300, 0)
    at += HOUR_MS
    expect(await counted()).toMatchObject({ tokens_count: '2', tokens_sum: '400' })
  })

  it('is nothing where no conversation asked, or nothing was spent', async () => {
    costs(undefined, 5_000, 1)
    costs('resting', 0, 0)
    at += HOUR_MS
    expect(await counted()).toMatchObject({ tokens_count: '0', cost_count: '0' })
  })

  it('tells both, tokens and money, in the same reading', async () => {
    costs('a', 100, 0.5)
    at += HOUR_MS
    const { tokens_count, cost_count } = await counted()
    expect([tokens_count, cost_count]).toEqual(['1', '1'])
  })
})
