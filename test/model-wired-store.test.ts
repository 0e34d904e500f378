import { expect, it } from 'vitest'
import { onEveryDatabase } from './on-every-database.ts'

const ONE = { input: 100, output: 20, cost: 0.000_123_45 }

onEveryDatabase('what a model leaves in the store', ({ fresh, open }) => {
  it('adds up what a day costs, also from several processes at once, and keeps days apart', async () => {
    const settings = await fresh()
    const [first, second] = [await open(settings), await open(settings)]
    expect(await first.spending.of('2026-11-23')).toEqual({ input: 0, output: 0, cost: 0 })
    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? first : second).spending.add('2026-11-23', ONE)))
    await first.spending.add('2026-11-24', ONE)
    const spent = await second.spending.of('2026-11-23')
    expect(spent).toMatchObject({ input: 2000, output: 400 })
    expect(spent.cost).toBeCloseTo(0.002_469, 9)
    expect(await second.spending.of('2026-11-24')).toEqual(ONE)
  })

  it('keeps vectors by digest, as precisely as models give them, and the first that came', async () => {
    const settings = await fresh()
    const { vectors } = await open(settings)
    const many = new Map(Array.from({ length: 250 }, (_, at) => [`m:${at}`, [at, 0.1, -1e-7]] as const))
    await vectors.put(many)
    await vectors.put(new Map([['m:7', [9, 9, 9]]]))
    const kept = await vectors.get([...many.keys(), 'm:unknown'])
    expect(kept.size).toBe(250)
    expect(kept.get('m:7')).toEqual([7, Math.fround(0.1), Math.fround(-1e-7)])
    expect(await vectors.get([])).toEqual(new Map())
    expect((await (await open(settings)).vectors.get(['m:249'])).get('m:249')?.[0]).toBe(249)
  })
})
