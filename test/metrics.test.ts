import { Registry } from 'prom-client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Deliveries } from '../src/conversation/conversation.ts'
import type { HandoffRequest } from '../src/conversation/handoff.ts'
import { claim, type Escalation, remind, requested } from '../src/desk/escalation.ts'
import { readHours } from '../src/desk/hours-file.ts'
import { countGivenUp, watchDesk } from '../src/desk-metrics.ts'
import { HOUSE } from '../src/house.ts'
import { openMetrics } from '../src/metrics.ts'
import { inOfficeHours, serverForTests } from './open-house.ts'

const NOON = new Date('2026-11-23T17:00:00Z')
const ago = (seconds: number) => new Date(NOON.getTime() - seconds * 1000)

const REQUEST: HandoffRequest = {
  reason: 'asked',
  question: 'une question',
  agreed: { to: 'question', wording: 'des mots', language: 'fr', at: NOON },
  language: 'fr',
  situation: {},
}
const waitingSince = (seconds: number) => requested(`e${seconds}`, `c${seconds}`, REQUEST, 1, ago(seconds))

function held(seconds: number): Escalation {
  const step = claim(waitingSince(seconds), { id: 'maude', name: 'Maude' }, NOON)
  if (step.is === 'refused') throw new Error('It could not be claimed.')
  return step.escalation
}

/** The samples of a text of Prometheus that begin so, by their names. */
function samples(text: string, start: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line.startsWith(start))
  return Object.fromEntries(lines.map((line) => line.split(' ')).map(([name = '', value]) => [name, Number(value)]))
}

describe('the metrics of the desk', () => {
  it('tell who waits, who is held and how old the oldest request is, asking once', async () => {
    const registry = new Registry()
    let asked = 0
    let all: readonly Escalation[] = [waitingSince(90), held(600), waitingSince(30)]
    watchDesk(registry, {
      open: async () => {
        asked += 1
        return all
      },
      now: () => NOON,
    })
    expect(samples(await registry.metrics(), 'passerelle_desk')).toEqual({
      passerelle_desk_waiting: 2,
      passerelle_desk_held: 1,
      passerelle_desk_oldest_waiting_seconds: 90,
    })
    expect(asked).toBe(1)
    all = []
    expect(samples(await registry.metrics(), 'passerelle_desk')).toEqual({
      passerelle_desk_waiting: 0,
      passerelle_desk_held: 0,
      passerelle_desk_oldest_waiting_seconds: 0,
    })
  })

  it('count as late, by open hours, what nobody took and whose counsellor was reminded', async () => {
    const { made: hours } = readHours(`${HOUSE}knowledge/desk/hours.yaml`)
    if (!hours) throw new Error('The hours cannot be read.')
    const reminded = remind(held(600), NOON)
    if (reminded.is === 'refused') throw new Error('Nobody could be reminded.')
    const open = async () => [waitingSince(20 * 60), waitingSince(60), held(900), reminded.escalation]
    const late = async (now: Date, all: typeof open) => {
      const registry = new Registry()
      watchDesk(registry, { open: all, now: () => now, hours: () => hours })
      return samples(await registry.metrics(), 'passerelle_desk_late')
    }
    expect(await late(NOON, open)).toEqual({ passerelle_desk_late: 2 })
    const sunday = new Date('2026-11-22T17:00:00Z')
    const overTheWeekend = requested('night', 'night', REQUEST, 1, new Date('2026-11-21T17:00:00Z'))
    expect(await late(sunday, async () => [overTheWeekend])).toEqual({ passerelle_desk_late: 0 })
  })

  it('show nothing while the ledger does not answer, and the rest all the same', async () => {
    const { registry } = openMetrics()
    let fails = false
    watchDesk(registry, {
      open: async () => {
        if (fails) throw new Error('The database is gone.')
        return [waitingSince(90)]
      },
      now: () => NOON,
    })
    expect(samples(await registry.metrics(), 'passerelle_desk_waiting')).toEqual({ passerelle_desk_waiting: 1 })
    fails = true
    const text = await registry.metrics()
    expect(samples(text, 'passerelle_desk')).toEqual({})
    expect(samples(text, 'process_cpu_seconds_total')).not.toEqual({})
    fails = false
    expect(samples(await registry.metrics(), 'passerelle_desk_waiting')).toEqual({ passerelle_desk_waiting: 1 })
  })

  it('count the words that were given up, and not those that are tried again', async () => {
    const registry = new Registry()
    const missed: unknown[][] = []
    const counted = countGivenUp(registry, {
      missed: async (...all: unknown[]) => void missed.push(all),
    } as unknown as Deliveries)
    await counted.missed('c', 1, 'not now', NOON)
    await counted.missed('c', 1, 'never')
    expect(missed).toEqual([
      ['c', 1, 'not now', NOON],
      ['c', 1, 'never', undefined],
    ])
    expect(samples(await registry.metrics(), 'passerelle_deliveries')).toEqual({
      passerelle_deliveries_failed_total: 1,
    })
  })

  it('never take a name from a channel that they do not know', async () => {
    const metrics = openMetrics()
    for (const channel of ['directline', 'msteams', 'emulator', 'anything else'])
      metrics.turn({ channel, status: 'quoted', ms: 1 })
    expect(samples(await metrics.registry.metrics(), 'passerelle_turns_total')).toEqual({
      'passerelle_turns_total{channel="directline",status="quoted"}': 1,
      'passerelle_turns_total{channel="msteams",status="quoted"}': 1,
      'passerelle_turns_total{channel="other",status="quoted"}': 2,
    })
  })
})

describe('the server', () => {
  let server: Awaited<ReturnType<typeof serverForTests>> | undefined
  afterEach(() => server?.close())

  it('shows the desk in its metrics', async () => {
    server = await serverForTests({}, { now: inOfficeHours })
    const text = await (await fetch(`${server.url}/metrics`)).text()
    expect(samples(text, 'passerelle_desk')).toEqual({
      passerelle_desk_waiting: 0,
      passerelle_desk_held: 0,
      passerelle_desk_late: 0,
      passerelle_desk_oldest_waiting_seconds: 0,
    })
    expect(samples(text, 'passerelle_deliveries')).toEqual({ passerelle_deliveries_failed_total: 0 })
  })
})
