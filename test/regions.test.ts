import { describe, expect, it } from 'vitest'
import { REGION_NAMES, regionIn } from '../src/language/regions.ts'

describe('a region of Québec', () => {
  it('is known by its own name, each of the 17', () => {
    expect(REGION_NAMES.size).toBe(17)
    for (const [id, name] of REGION_NAMES) expect([name, regionIn(name.toUpperCase())]).toEqual([name, id])
  })

  it.each([
    ['Montréal', '06'],
    ['montreal', '06'],
    ['je suis à St-Jérôme', '15'],
    ['trois rivieres', '04'],
    ['Val-d’Or', '08'],
    ["Val d'Or", '08'],
    ['Nord du Québec', '10'],
    ['Bas-St-Laurent', '01'],
    ['la ville de Québec', '03'],
    ['Lac-Saint-Jean', '02'],
    ['Longueuil, Montérégie', '16'],
    ['أعيش في مونتريال', '06'],
  ])('is known by what people write: %s', (written, id) => expect(regionIn(written)).toBe(id))

  it.each(['Québec', 'au Québec', 'Tombouctou', 'Laval ou Montréal', '', 'je ne sais pas', 'almaty'])(
    'is not guessed: %s',
    (written) => expect(regionIn(written)).toBeUndefined(),
  )
})
