import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUSE, type House, openHouse } from '../src/house.ts'
import { perform, readPlay } from './play.ts'

/** `RECORD=1 npm test -- conversations` writes the plays anew, to be read as a diff. */
const RECORD = process.env.RECORD === '1'

function playsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return playsIn(path)
    return name.endsWith('.chat') ? [path] : []
  })
}

const PLAYS = [...playsIn(join(HOUSE, 'test/plays')), ...playsIn(join(HOUSE, 'dialogs'))]
const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-plays-'))
const settings = { dataDir, retentionDays: 90 }
let house: House

const open = () => openHouse(settings, ({ error }) => {
  if (error !== undefined) throw error
})

beforeAll(async () => {
  house = await open()
})
afterAll(() => house.store.close())

describe('conversations', () => {
  it('are all here', () => expect(PLAYS.length).toBeGreaterThan(20))

  it.each(PLAYS.map((path) => [path.replace(HOUSE, ''), path]))('%s', async (title, path) => {
    const text = readFileSync(path, 'utf8')
    const played = await perform(readPlay(title, text), house, async () => {
      await house.store.close()
      house = await open()
      return house
    })
    if (RECORD) writeFileSync(path, played)
    else expect(played).toBe(text)
  })
})
