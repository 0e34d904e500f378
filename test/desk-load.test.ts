import { describe, expect, it } from 'vitest'
import { runDesk } from './load/desk.ts'
import { onEveryDatabase } from './on-every-database.ts'

/** `LOAD=200x20x2` runs as many people, counsellors and kills, and says what it came to. */
const [people = 24, counsellors = 6, restarts = 1] = (process.env.LOAD ?? '').split('x').filter(Boolean).map(Number)

/** What must never happen, whatever the schedule. */
const NOTHING = {
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  heldTwice: 0,
  spokeWhileHeld: 0,
  silentAfterwards: 0,
  unfinished: 0,
}

onEveryDatabase('many people and several counsellors at once, the process killed in between', (database) => {
  it('loses, doubles and disorders nothing; one holds; the assistant keeps quiet, and speaks again', async () => {
    const { databaseUrl } = await database.fresh()
    const load = { people, counsellors, words: 3, restarts, within: 400_000 }
    const outcome = await runDesk({ ...load, ...(databaseUrl ? { databaseUrl } : {}) })
    if (process.env.LOAD) console.log(outcome)
    expect(outcome).toMatchObject({ ...NOTHING, conversations: load.people })
    expect(outcome.saidByCounsellors).toBeGreaterThan(load.people * 2)
  }, 450_000)
})

describe('the same, where nothing is killed', () => {
  it('holds for clients that poll as well', async () => {
    const outcome = await runDesk({ people: 8, counsellors: 3, words: 2, restarts: 0, within: 60_000 })
    expect(outcome).toMatchObject({ ...NOTHING, conversations: 8 })
  }, 90_000)
})
