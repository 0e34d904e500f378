import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTokens, WAY_BACK_DAYS } from '../src/channel/direct-line/tokens.ts'
import { type ChannelHouse, channelHouse, conversationAt, request, SECRET, until } from './channel-house.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const now = () => new Date()
let here: ChannelHouse
beforeAll(async () => {
  here = await channelHouse({ now })
})
afterAll(() => here.close())

const call = (path: string, bearer: string, init: RequestInit = {}) =>
  fetch(`${here.url}/v3/directline${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
  })

type Opened = { conversationId: string; token: string; streamUrl: string }
async function person() {
  const granted = (await (
    await call('/tokens/generate', SECRET, { method: 'POST', body: '{"user":{"id":"dl_test"}}' })
  ).json()) as Opened
  await call('/conversations', granted.token, { method: 'POST', body: '{}' })
  const address = { channel: 'directline', conversation: granted.conversationId }
  const path = `/conversations/${granted.conversationId}`
  return { ...granted, address, path }
}
const wayBack = (path: string, bearer: string) => call(`${path}/way-back`, bearer)

/** Somebody who asked for a person and holds a way back. */
async function waiting() {
  const someone = await person()
  const escalation = await request(here.house, someone.address, { now })
  const given = await wayBack(someone.path, someone.token)
  expect(given.status).toBe(200)
  expect(given.headers.get('cache-control')).toBe('no-store')
  const way = (await given.json()) as { token: string; conversationId: string; expires_in: number }
  expect(way).toMatchObject({ conversationId: someone.conversationId, expires_in: WAY_BACK_DAYS * 86_400 })
  return { ...someone, escalation, way: way.token }
}

describe('a way back on Direct Line', () => {
  it('is given only while an answer is awaited, and only to who may be there', async () => {
    const { token, path } = await person()
    expect((await wayBack(path, token)).status).toBe(204)
    const other = await waiting()
    expect((await wayBack(other.path, token)).status).toBe(403)
    expect((await wayBack(other.path, other.way)).status).toBe(403)
  })

  it('opens its conversation and gives a token of the protocol, and opens nothing else', async () => {
    const { path, way, conversationId } = await waiting()
    const back = await call(path, way)
    expect(back.status).toBe(200)
    const opened = (await back.json()) as Opened
    expect(Object.keys(opened).sort()).toEqual(['conversationId', 'expires_in', 'streamUrl', 'token'])
    expect(opened.conversationId).toBe(conversationId)
    const log = await call(`${path}/activities`, opened.token)
    expect(((await log.json()) as { activities: unknown[] }).activities.length).toBeGreaterThan(3)
    const words = { method: 'POST', body: '{"type":"message","text":"bonjour"}' }
    expect((await call(`${path}/activities`, way)).status).toBe(403)
    expect((await call(`${path}/activities`, way, words)).status).toBe(403)
    expect((await call('/tokens/refresh', way, { method: 'POST' })).status).toBe(403)
    expect((await call('/conversations', way, { method: 'POST', body: '{}' })).status).toBe(403)
    expect((await call((await waiting()).path, way)).status).toBe(403)
  })

  it('goes on opening after the end until the last word has reached the person, and no longer', async () => {
    const { path, token, way, escalation } = await waiting()
    await here.house.desk.claim(escalation.id, MAUDE, now())
    expect((await call(path, way)).status).toBe(200)
    await here.house.desk.say(escalation.id, MAUDE, 'Voici la réponse.', 'k1', now())
    await here.house.desk.close(escalation.id, MAUDE, 'answered', now())
    expect((await call(path, way)).status).toBe(200)
    const { watermark } = (await (await call(`${path}/activities`, token)).json()) as { watermark: string }
    expect((await call(path, way)).status).toBe(200)
    await call(`${path}/activities?watermark=${watermark}`, token)
    await until(async () => (await call(path, way)).status === 403)
    const refused = (await (await call(path, way)).json()) as { error: { code: string } }
    expect(refused.error.code).toBe('NothingAwaited')
  })

  it('opens nothing once the request is withdrawn', async () => {
    const { path, way, address, escalation } = await waiting()
    const heard = await here.house.hearing.note({
      address,
      activityId: 'withdraws',
      kind: 'message',
      text: 'Annuler ma demande',
      person: { id: 'someone' },
      at: now(),
    })
    await here.house.hearing.answersTo(heard)
    expect((await here.house.store.escalations.get(escalation.id))?.standing.is).toBe('closed')
    expect((await call(path, way)).status).toBe(403)
  })

  it('opens nothing after an erasure, not even a request made since at the same address', async () => {
    const { path, token, way, address, conversationId } = await waiting()
    await here.house.store.conversations.erase((await conversationAt(here.house, 'directline', conversationId)).id)
    expect((await call(path, way)).status).toBe(404)
    await request(here.house, address, { now })
    expect((await call(path, way)).status).toBe(403)
    expect((await wayBack(path, token)).status).toBe(200)
  })

  it('is over after its days, and is no token of another kind', async () => {
    let moment = Date.parse('2026-11-24T02:00:00Z')
    const tokens = openTokens('a secret', () => new Date(moment))
    const way = { conversation: 'c1', of: 'ours', user: 'dl_1' }
    const { token } = await tokens.wayBack(way)
    const chat = await tokens.grant({ conversation: 'c1' })
    expect(await tokens.read(token)).toBe('BadToken')
    expect(await tokens.read(token, 'stream')).toBe('BadToken')
    expect(await tokens.readWayBack(chat.token)).toBe('BadToken')
    expect(await openTokens('another secret', () => new Date(moment)).readWayBack(token)).toBe('BadToken')
    moment += WAY_BACK_DAYS * 86_400_000 - 1000
    expect(await tokens.readWayBack(token)).toEqual(way)
    moment += 1000
    expect(await tokens.readWayBack(token)).toBe('TokenExpired')
  })
})
