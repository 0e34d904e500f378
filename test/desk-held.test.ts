import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../src/house.ts'
import { houseForTests, inOfficeHours } from './open-house.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const PROSE = 'J’ai suivi un cours de soins infirmiers, puis un stage à l’hôpital. '
const prose = (length: number) => PROSE.repeat(Math.ceil(length / PROSE.length)).slice(0, length)

describe('what is written to a counsellor', () => {
  let house: House
  beforeAll(async () => {
    house = await houseForTests(undefined, inOfficeHours)
  })
  afterAll(() => house?.store.close())

  /** A person whom Maude answers: how they write, and how the desk sees it. */
  async function answered() {
    const address = { channel: 'test', conversation: randomUUID() }
    const writes = async (text: string) => {
      const heard = await house.hearing.note({
        address,
        activityId: randomUUID(),
        kind: 'message',
        text,
        person: { id: 'someone' },
        at: inOfficeHours(),
        locale: 'fr-CA',
      })
      return house.hearing.answersTo(heard)
    }
    for (const text of ['parler à une personne', 'toute la conversation', 'rien à ajouter']) await writes(text)
    const conversation = (await house.store.conversations.find(address))?.id ?? ''
    const id = (await house.store.escalations.of(conversation))[0]?.id ?? ''
    await house.desk.claim(id, MAUDE, inOfficeHours())
    const seen = async () => {
      const opened = await house.desk.open(id, MAUDE, 'fr', inOfficeHours())
      if (!opened) throw new Error('There is no request.')
      return opened
    }
    return { id, writes, seen, last: async () => (await seen()).lines.findLast(({ from }) => from === 'person')?.text }
  }

  it('is kept whole up to 30,000 characters, and the assistant says nothing', async () => {
    const { writes, last } = await answered()
    expect(await writes(prose(30_000))).toEqual([])
    expect(await last()).toBe(prose(30_000))
  })

  it('is cut beyond, and both sides are told how much arrived', async () => {
    const { writes, last } = await answered()
    const [notice, ...more] = await writes(prose(45_120))
    expect(more).toEqual([])
    expect(notice?.reply).toMatchObject({ status: 'handoff', answering: 'counsellor' })
    expect(notice?.text).toMatch(/Maude en voit seulement les 30000 premiers caractères, sur 45120\./)
    expect(await last()).toBe(`${prose(30_000)}… [30000/45120]`)
  })

  it('is looked at for distress to its end', async () => {
    const { writes, seen } = await answered()
    await writes(`${prose(14_000)}je veux mourir. ${prose(14_000)}`)
    expect((await seen()).escalation.reason).toBe('distress')
  })

  it('keeps a name and the ways to be reached, and no other personal number; the person is told', async () => {
    const { writes, last } = await answered()
    expect(await writes('اسمي مريم التونسي')).toEqual([])
    expect(await last()).toBe('اسمي مريم التونسي')
    expect(await writes('Je m’appelle Awa Diallo, mon cell est le 514 555-0199.')).toEqual([])
    expect(await last()).toBe('Je m’appelle Awa Diallo, mon cell est le 514 555-0199.')
    const [notice, ...more] = await writes('Awa Diallo, mon NAS est 046 454 286')
    expect(await last()).toBe('Awa Diallo, mon NAS est [●●●]')
    expect(more).toEqual([])
    expect(notice?.text).toMatch(/retiré de votre message : Maude ne le voit pas\.$/)
  })

  it('loses a name again once the counsellor has gone', async () => {
    const { id, writes, last } = await answered()
    await house.desk.giveBack(id, MAUDE, inOfficeHours())
    await writes('Je m’appelle Awa Diallo')
    expect(await last()).toBe('Je m’appelle [●●●]')
  })

  it('is answered in words that bear their own language, or the conversation’s where they do not tell', async () => {
    const { id, seen } = await answered()
    for (const words of ['Could you tell me where you studied nursing?', '12345'])
      await house.desk.say(id, MAUDE, words, randomUUID(), inOfficeHours())
    const said = (await seen()).lines.filter(({ from }) => from === 'counsellor').map(({ reply }) => reply?.language)
    expect(said).toEqual(['en', 'fr'])
  })

  it('is told the lines to call first, where it was of distress and the desk cannot be reached', async () => {
    const { id, writes, seen } = await answered()
    await writes('je veux mourir')
    await house.desk.fail(id, inOfficeHours())
    const { conversation } = (await seen()).escalation
    const told = (await house.store.conversations.entries(conversation)).slice(-2).map(({ reply }) => reply?.status)
    expect(told).toEqual(['emergency', 'handoff'])
  })
})
