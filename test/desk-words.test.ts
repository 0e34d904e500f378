import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../src/house.ts'
import { houseForTests, inOfficeHours } from './open-house.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const ADDRESS = { channel: 'test', conversation: 'one' }

describe("a counsellor's words", () => {
  let house: House
  let id: string

  beforeAll(async () => {
    house = await houseForTests(undefined, inOfficeHours)
    for (const [at, text] of ['parler à une personne', 'toute la conversation', 'rien à ajouter'].entries()) {
      const person = { id: 'someone' }
      const said = {
        address: ADDRESS,
        activityId: String(at),
        kind: 'message',
        text,
        person,
        at: inOfficeHours(),
      } as const
      await house.hearing.answersTo(await house.hearing.note(said))
    }
    id = (await house.desk.inbox(inOfficeHours()))[0]?.escalation.id ?? ''
    await house.desk.claim(id, MAUDE, inOfficeHours())
  })
  afterAll(() => house?.store.close())

  const opened = async () => {
    const found = await house.desk.open(id, MAUDE, 'fr', inOfficeHours())
    if (!found) throw new Error('There is no request.')
    return found
  }

  it('are said once, however often a form is sent; other words under its key are words as well', async () => {
    const say = (text: string) => house.desk.say(id, MAUDE, text, 'the-key-of-a-form', inOfficeHours())
    await Promise.all([say('Bonjour'), say('Bonjour')])
    await say('Bonjour, et à demain')
    await say('Bonjour')
    const said = (await opened()).lines.filter(({ from }) => from === 'counsellor').map(({ text }) => text)
    expect(said).toEqual(['Bonjour', 'Bonjour, et à demain'])
  })

  it('are noted once in the same way', async () => {
    for (const text of ['À rappeler', 'À rappeler', 'À rappeler demain'])
      await house.desk.note(id, MAUDE, text, 'the-key-of-a-form', inOfficeHours())
    expect((await opened()).notes.map(({ text }) => text).sort()).toEqual(['À rappeler', 'À rappeler demain'])
  })
})
