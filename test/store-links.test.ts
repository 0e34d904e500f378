import { expect, it } from 'vitest'
import type { LinkFinding } from '../src/knowledge/links-check.ts'
import { type LinksSeen, TAKEN_OVER_MS } from '../src/knowledge/links-seen.ts'
import { onEveryDatabase, rowsOf } from './on-every-database.ts'
import { minutesLater, NOON } from './store-samples.ts'

const DEAD: LinkFinding = {
  rule: 'link-dead',
  severity: 'error',
  file: 'programs/x/about.yaml',
  place: 'sources.page',
  sentence: 'La page n’existe plus (404).',
  remedy: 'Cherchez où elle est maintenant.',
  address: 'https://gone.test/page',
  importance: 12,
}
const MOVED: LinkFinding = {
  ...DEAD,
  rule: 'link-moved',
  severity: 'warning',
  address: 'https://moved.test/',
  importance: 3,
  leadsTo: 'https://other.test/',
}
const { place: _, ...WITHOUT_PLACE } = { ...DEAD, address: 'https://third.test/' }

const seenAt = (at: Date, findings: readonly LinkFinding[] = [DEAD, MOVED, WITHOUT_PLACE]): LinksSeen => ({
  at,
  checked: 148,
  reached: 140,
  findings,
})

onEveryDatabase('the checks of addresses', ({ fresh, open }) => {
  it('are none at first; the last one is kept whole', async () => {
    const settings = await fresh()
    const { linkChecks, close } = await open(settings)
    expect(await linkChecks.standing(NOON)).toEqual({})
    const check = (await linkChecks.begin(NOON)) ?? ''
    expect(await linkChecks.standing(minutesLater(1))).toEqual({ since: NOON })
    expect(await linkChecks.keep(check, seenAt(minutesLater(5)))).toBe(true)
    await close()
    expect(await (await open(settings)).linkChecks.standing(minutesLater(6))).toEqual({
      last: seenAt(minutesLater(5)),
    })
  })

  it('keep what was known until the next one ends, and then only that', async () => {
    const { linkChecks } = await open()
    await linkChecks.keep((await linkChecks.begin(NOON)) ?? '', seenAt(minutesLater(5)))
    const second = (await linkChecks.begin(minutesLater(10))) ?? ''
    const last = seenAt(minutesLater(5))
    expect(await linkChecks.standing(minutesLater(11))).toEqual({ last, since: minutesLater(10) })
    await linkChecks.drop(second)
    expect(await linkChecks.standing(minutesLater(12))).toEqual({ last })
    const third = (await linkChecks.begin(minutesLater(13))) ?? ''
    await linkChecks.keep(third, seenAt(minutesLater(14), []))
    expect(await linkChecks.standing(minutesLater(15))).toEqual({ last: seenAt(minutesLater(14), []) })
    expect(await linkChecks.keep(third, seenAt(minutesLater(16)))).toBe(false)
  })

  it('are one at a time, for all processes', async () => {
    const settings = await fresh()
    const stores = [await open(settings), await open(settings)]
    const begun = await Promise.all(
      Array.from({ length: 8 }, (_, at) => stores[at % stores.length]?.linkChecks.begin(NOON)),
    )
    expect(begun.filter((check) => check !== undefined)).toHaveLength(1)
    expect(await stores[1]?.linkChecks.begin(minutesLater(29))).toBeUndefined()
  })

  it('are taken over once when they were left, and then keep nothing', async () => {
    const { linkChecks } = await open()
    const left = (await linkChecks.begin(NOON)) ?? ''
    const later = new Date(NOON.getTime() + TAKEN_OVER_MS)
    expect(await linkChecks.standing(later)).toEqual({})
    const begun = await Promise.all(Array.from({ length: 4 }, () => linkChecks.begin(later)))
    expect(begun.filter((check) => check !== undefined)).toHaveLength(1)
    expect(await linkChecks.keep(left, seenAt(later))).toBe(false)
    await linkChecks.drop(left)
    expect(await linkChecks.standing(later)).toEqual({ since: later })
  })

  it('are read as far as this release can', async () => {
    const settings = await fresh()
    const { linkChecks } = await open(settings)
    await linkChecks.keep((await linkChecks.begin(NOON)) ?? '', seenAt(NOON))
    const kept = [
      { address: 'https://a.test/', rule: 'link-of-later-on', severity: 'grave' },
      { rule: 'no address' },
      7,
    ]
    await rowsOf(settings, `update link_checks set findings = '${JSON.stringify(kept)}'`)
    const { last } = await linkChecks.standing(NOON)
    expect(last?.findings).toEqual([
      {
        address: 'https://a.test/',
        rule: 'link-of-later-on',
        severity: 'warning',
        file: '',
        sentence: '',
        remedy: '',
        importance: 0,
      },
    ])
  })
})
