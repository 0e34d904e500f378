import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnswerResources } from '../src/answer/answer.ts'
import { openReception } from '../src/conversation/hear.ts'
import type { Resources } from '../src/conversation/responder.ts'
import type { House } from '../src/house.ts'
import { openModel } from '../src/model/open-model.ts'
import { houseForTests } from './open-house.ts'
import { openScriptedHouse, type ScriptedHouse, writes } from './scripted-house.ts'

let scripted: ScriptedHouse
let house: House
beforeAll(async () => {
  scripted = await openScriptedHouse({ embedding: 'scripted' })
  house = await houseForTests()
})
afterAll(async () => {
  await scripted.close()
  await house.store.close()
})

const SECRETS = ['046 454 286', '514-555-0123', 'maude.t@exemple.ca', 'AB1234567', '4530 9999 8888 7777', 'H2X 1Y4']

it('nothing personal reaches the model from a conversation, and dialogs and commands never ask it', async () => {
  const { library, phrases, shelf } = house
  const model = openModel(scripted.settings, { now: () => new Date(), report: () => {} })
  const resources: Resources & AnswerResources = { library, phrases, shelf, retentionDays: 90, model }
  const hearing = openReception({
    conversations: house.store.conversations,
    resources: () => resources,
    newId: randomUUID,
    now: () => new Date(),
    report: ({ error }) => error !== undefined && console.error(error),
  })
  const address = { channel: 'test', conversation: randomUUID() }
  const say = async (text: string) => {
    const incoming = {
      address,
      activityId: randomUUID(),
      kind: 'message',
      text,
      person: { id: 'p' },
      at: new Date(),
    } as const
    const entries = await hearing.answersTo(await hearing.note(incoming))
    return entries.map(({ text }) => text).join('\n')
  }
  scripted.server.does(writes(["Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 500 $ par semaine."]))
  for (const told of ['Bonjour', 'effacer mes données', 'Mon parcours', 'quitter']) await say(told)
  expect(scripted.server.asked).toEqual([])
  for (const secret of SECRETS) await say(`Combien verse le PAFFARC ? je m'appelle Maude Tremblay, ${secret}`)
  const answered = await say('Combien verse le PAFFARC ?')
  await say('et combien de temps ?')
  expect(answered).toContain('500 $ par semaine')
  expect(scripted.server.asked.length).toBeGreaterThan(3)
  const sent = scripted.server.asked.map(({ body }) => JSON.stringify(body)).join('\n')
  expect([...SECRETS, 'Tremblay'].filter((secret) => sent.includes(secret))).toEqual([])
  expect(scripted.server.asked.map(({ purpose }) => purpose)).not.toContain('translate')
})
