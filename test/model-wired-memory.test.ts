import { expect, it } from 'vitest'
import type { Conversation } from '../src/conversation/conversation.ts'
import { openMachineMemory } from '../src/desk/machine-memory.ts'

/** A memory over conversations that may be erased, and the news that it told. */
function memoryOf(...ids: readonly string[]) {
  const there = new Set(ids)
  const told: string[] = []
  let hear = () => {}
  const memory = openMachineMemory({
    conversations: { get: async (id) => (there.has(id) ? ({ id } as Conversation) : undefined) },
    news: {
      follow: (_, listener) => {
        hear = listener
        return () => {}
      },
      tell: (subject) => void told.push(subject),
    },
  })
  return {
    memory,
    told,
    erase: (id: string) => {
      there.delete(id)
      hear()
    },
  }
}

it('gives nothing at first, makes it once, and tells when it is ready', async () => {
  const { memory, told } = memoryOf('a')
  let made = 0
  const look = () =>
    memory.get('a', 'summary', async () => {
      made += 1
      return { is: 'made', value: 'a summary' } as const
    })
  expect(look()).toBeUndefined()
  expect(look()).toBeUndefined()
  await expect.poll(() => told).toEqual(['a'])
  expect(look()).toBe('a summary')
  expect(made).toBe(1)
})

it('makes one thing after the other, and never again what was refused', async () => {
  const { memory } = memoryOf('a')
  const order: string[] = []
  const make = (what: string) => async () => {
    order.push(`${what} begins`)
    await Promise.resolve()
    order.push(`${what} ends`)
    return { is: 'never' } as const
  }
  memory.get('a', 'one', make('one'))
  memory.get('a', 'two', make('two'))
  await expect.poll(() => order.length).toBe(4)
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  expect(memory.get('a', 'one', make('one'))).toBeUndefined()
  expect(order.length).toBe(4)
})

it('lets go of an erased conversation: of what is ready, and of what was to be made', async () => {
  const { memory, told, erase } = memoryOf('a')
  memory.get('a', 'summary', async () => ({ is: 'made', value: 'a summary' }))
  await expect.poll(() => told).toEqual(['a'])
  let asked = 0
  let release = () => {}
  const busy = new Promise<void>((resolve) => {
    release = resolve
  })
  memory.get('a', 'first', async () => {
    await busy
    return { is: 'made', value: 1 }
  })
  memory.get('a', 'second', async () => {
    asked += 1
    return { is: 'made', value: 2 }
  })
  erase('a')
  await expect.poll(() => memory.get('a', 'summary', async () => ({ is: 'never' }))).toBeUndefined()
  release()
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toBe(0)
  expect(told).toEqual(['a'])
})
