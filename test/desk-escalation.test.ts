import { describe, expect, it } from 'vitest'
import {
  claim,
  close,
  type Escalation,
  endFor,
  giveBack,
  inOrder,
  leave,
  places,
  raise,
  rate,
  remind,
  requested,
  type Step,
  say,
  speaks,
  takeBack,
  told,
  waitsSince,
  wrote,
} from '../src/desk/escalation.ts'
import { figuresOf, typicalMinutes } from '../src/desk/figures.ts'
import { placeOfNew } from '../src/desk/queue.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const KARIM = { id: 'karim', name: 'Karim' }
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 15, minutes))

function waiting(id = 'e1', askedAt = at(0), reason: Escalation['reason'] = 'asked'): Escalation {
  const agreed = { to: 'everything', wording: 'Toute la conversation', language: 'fr', at: askedAt } as const
  return requested(id, `c-${id}`, { reason, question: '', agreed, language: 'fr', situation: {} }, 3, askedAt)
}
function taken(step: Step): Escalation {
  if (step.is === 'refused') throw new Error(step.because.why)
  return step.escalation
}
const held = (id?: string) => taken(claim(waiting(id), MAUDE, at(1)))
const closed = () => taken(close(held(), MAUDE, 'answered', at(9)))

/** Every step by its name, as Maude or the house would take it. */
const STEPS: Readonly<Record<string, (from: Escalation) => Step>> = {
  claim: (from) => claim(from, MAUDE, at(2)),
  'claim by another': (from) => claim(from, KARIM, at(2)),
  say: (from) => say(from, MAUDE, at(2)),
  'say by another': (from) => say(from, KARIM, at(2)),
  'give back': (from) => giveBack(from, MAUDE, at(9)),
  'give back by another': (from) => giveBack(from, KARIM, at(9)),
  close: (from) => close(from, MAUDE, 'answered', at(2)),
  'close by another': (from) => close(from, KARIM, 'answered', at(2)),
  withdraw: (from) => endFor(from, 'withdrawn', at(2)),
  remind: (from) => remind(from, at(2)),
  'take back': (from) => takeBack(from, at(9)),
  wrote: (from) => wrote(from, at(2)),
  raise: (from) => raise(from),
  speaks: (from) => speaks(from, 'ar'),
  leave: (from) => leave(from, { message: 'bonjour' }),
  told: (from) => told(from, { place: 1 }),
  rate: (from) => rate(from, 'yes'),
}

describe('an escalation', () => {
  it('goes only where it may: waiting → held → closed', () => {
    const standing = (from: Escalation) =>
      Object.fromEntries(
        Object.entries(STEPS).map(([name, step]) => {
          const came = step(from)
          return [name, came.is === 'done' ? came.escalation.standing.is : `no: ${came.because.why}`]
        }),
      )
    expect(standing(waiting())).toEqual({
      claim: 'held',
      'claim by another': 'held',
      say: 'no: not-yours',
      'say by another': 'no: not-yours',
      'give back': 'no: not-yours',
      'give back by another': 'no: not-yours',
      close: 'no: not-yours',
      'close by another': 'no: not-yours',
      withdraw: 'closed',
      remind: 'no: not-yours',
      'take back': 'no: not-yours',
      wrote: 'waiting',
      raise: 'waiting',
      speaks: 'waiting',
      leave: 'waiting',
      told: 'waiting',
      rate: 'no: not-yours',
    })
    expect(standing(held())).toEqual({
      claim: 'held',
      'claim by another': 'no: held',
      say: 'held',
      'say by another': 'no: not-yours',
      'give back': 'waiting',
      'give back by another': 'no: not-yours',
      close: 'closed',
      'close by another': 'no: not-yours',
      withdraw: 'closed',
      remind: 'held',
      'take back': 'waiting',
      wrote: 'held',
      raise: 'held',
      speaks: 'held',
      leave: 'held',
      told: 'no: closed',
      rate: 'no: not-yours',
    })
    for (const [name, now] of Object.entries(standing(closed())))
      expect(now, name).toBe(name === 'rate' ? 'closed' : 'no: closed')
  })

  it('is claimed twice by the same as once, and tells the second who has it', () => {
    expect(claim(held(), MAUDE, at(5))).toEqual({ is: 'done', escalation: held() })
    expect(claim(held(), KARIM, at(5))).toEqual({ is: 'refused', because: { why: 'held', by: MAUDE } })
  })

  it('keeps its place in the queue through transfers and returns', () => {
    const back = taken(giveBack(taken(say(held(), MAUDE, at(3))), MAUDE, at(9), { counsellor: KARIM }))
    expect(back.askedAt).toEqual(at(0))
    expect(back.wanted).toEqual({ counsellor: KARIM })
    // Who takes it next has as long as anybody: the person is not told at once that nobody does.
    expect(waitsSince(back)).toEqual(at(9))
    expect(taken(claim(back, KARIM, at(9))).wanted).toBeUndefined()
    expect(taken(claim(back, KARIM, at(9))).firstHeldAt).toEqual(at(1))
  })

  it('waits for a word from the claim on, and from the first words of the person after one', () => {
    const since = (escalation: Escalation) =>
      escalation.standing.is === 'held' ? escalation.standing.personSince : undefined
    expect(since(held())).toEqual(at(1))
    const said = taken(say(held(), MAUDE, at(3)))
    expect(since(said)).toBeUndefined()
    const asked = taken(wrote(taken(wrote(said, at(5))), at(7)))
    expect(since(asked)).toEqual(at(5))
  })

  it('is rated once', () => {
    const rated = taken(rate(closed(), 'partly'))
    expect(taken(rate(rated, 'no')).rating).toBe('partly')
  })
})

describe('the queue', () => {
  const one = waiting('e1', at(0))
  const two = waiting('e2', at(5))
  const distress = waiting('e3', at(9), 'distress')

  it('takes distress first, then the oldest', () => {
    expect([two, one, distress].sort(inOrder).map(({ id }) => id)).toEqual(['e3', 'e1', 'e2'])
    expect([...places([two, held('e4'), one, distress])]).toEqual([
      ['e3', 1],
      ['e1', 2],
      ['e2', 3],
    ])
  })

  it('tells a new request the place that it will have', () => {
    expect(placeOfNew('asked', [one, two, distress, held()])).toBe(4)
    expect(placeOfNew('distress', [one, two, distress, held()])).toBe(2)
  })
})

/** A desk that never closes. */
const ALWAYS = { openBetween: (from: Date, to: Date) => to.getTime() - from.getTime() }

describe('the figures', () => {
  it('say how long others waited only with enough data', () => {
    const claims = Array.from({ length: 10 }, (_, index) => ({ ...waiting(), firstHeldAt: at(index + 1) }))
    expect(typicalMinutes(claims.slice(0, 9), ALWAYS)).toBeUndefined()
    expect(typicalMinutes(claims, ALWAYS)).toBe(5)
    // What passes while the desk is closed is no wait.
    expect(typicalMinutes(claims, { openBetween: () => 120_000 })).toBe(2)
  })

  it("count by the desk's own days, also where a day is longer", () => {
    const late = waiting('late', new Date('2026-11-02T04:30:00Z'))
    const figures = figuresOf([late], [late], new Date('2026-11-03T15:00:00Z'), 3, 'America/Toronto')
    expect(figures.days.map(({ day, asked }) => [day, asked])).toEqual([
      ['2026-11-01', 1],
      ['2026-11-02', 0],
      ['2026-11-03', 0],
    ])
    expect(figures).toMatchObject({ waiting: 1, held: 0, rated: { yes: 0, partly: 0, no: 0 } })
  })
})
