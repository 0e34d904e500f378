import { describe, expect, it } from 'vitest'
import type { Conversation } from '../src/conversation/conversation.ts'
import { claim, type Escalation, giveBack, requested, say, wrote } from '../src/desk/escalation.ts'
import { readHours } from '../src/desk/hours-file.ts'
import { due } from '../src/desk/tend.ts'
import { HOUSE } from '../src/house.ts'
import { houseForTests } from './open-house.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 15, minutes))
const REQUEST = {
  reason: 'asked',
  question: '',
  agreed: { to: 'everything', wording: '', language: 'fr', at: at(0) },
  language: 'fr',
  situation: {},
} as const

describe('a counsellor who has left', () => {
  it('keeps nobody waiting: what they hold goes back as soon as the person waits for a word', async () => {
    const house = await houseForTests()
    const { library, phrases } = house
    const { made: hours } = readHours(`${HOUSE}knowledge/desk/hours.yaml`)
    if (!hours) throw new Error('The hours cannot be read.')
    const ahead = requested('ahead', 'd', REQUEST, 1, at(-1))
    const tending = (gone: readonly string[], minutes: number) => ({
      now: at(minutes),
      hours,
      words: { library, phrases },
      open: [ahead],
      places: new Map<string, number>(),
      typical: undefined,
      gone: new Set(gone),
    })
    const spoken = taken(say(held(), MAUDE, at(2)))
    const waits = taken(wrote(spoken, at(3)))
    expect(due(waits, tending([], 4))).toBeUndefined()
    expect(due(spoken, tending(['maude'], 4))).toBeUndefined()
    const back = due(waits, tending(['maude'], 4))?.(conversation)
    expect(back?.escalation.standing.is).toBe('waiting')
    expect(back?.escalation.askedAt).toEqual(at(0))
    expect(back?.conversation?.handling.by).toBe('nobody-yet')
    expect(back?.entries).toHaveLength(1)
    expect(back?.entries?.[0]?.text).toMatch(/^Maude ne peut plus vous répondre.+ Votre place dans la file : 2\.$/)
    const again = { ...tending([], 5), places: new Map([['e', 2]]) }
    expect(back && due(back.escalation, again)).toBeUndefined()
    await house.store.close()
  })
})

describe('a request that is kept for a colleague', () => {
  it('is offered to everybody again once the open hours set for taking it have passed; a language stays wished for', async () => {
    const house = await houseForTests()
    const { library, phrases } = house
    const { made: hours } = readHours(`${HOUSE}knowledge/desk/hours.yaml`)
    if (!hours) throw new Error('The hours cannot be read.')
    const tending = (minutes: number) => ({
      now: at(minutes),
      hours,
      words: { library, phrases },
      open: [],
      places: new Map<string, number>(),
      typical: undefined,
      gone: new Set<string>(),
    })
    const kept = taken(giveBack(held(), MAUDE, at(10), { counsellor: { id: 'karim', name: 'Karim' } }))
    const inTime = 10 + hours.patience.pickUp
    expect(due(kept, tending(inTime - 1))).toBeUndefined()
    const free = due(kept, tending(inTime))?.(conversation)
    expect(free?.escalation).toMatchObject({ standing: { is: 'waiting' }, askedAt: at(0) })
    expect(free?.escalation.wanted).toBeUndefined()
    expect(free?.entries).toBeUndefined()
    const spoken = taken(giveBack(held(), MAUDE, at(10), { language: 'ar' }))
    expect(due(spoken, tending(inTime))?.(conversation)?.escalation.wanted).toEqual({ language: 'ar' })
    await house.store.close()
  })
})

const conversation: Conversation = {
  id: 'c',
  address: { channel: 'test', conversation: 'c' },
  language: 'fr',
  languageFrom: 'chosen',
  handling: { by: 'counsellor', name: 'Maude', since: at(1) },
  offers: [],
  situation: {},
  unsureInARow: 0,
  welcomed: true,
  person: { id: 'p' },
  startedAt: at(0),
  lastHeardAt: at(3),
  version: 1,
}

function held(): Escalation {
  return taken(claim(requested('e', 'c', REQUEST, 1, at(0)), MAUDE, at(1)))
}

function taken(step: ReturnType<typeof claim>): Escalation {
  if (step.is === 'refused') throw new Error(step.because.why)
  return step.escalation
}
