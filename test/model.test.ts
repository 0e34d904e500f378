import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Fault, Help } from '../src/answer/model.ts'
import type { ModelSettings } from '../src/model/model-settings.ts'
import { type CallReport, openModel } from '../src/model/open-model.ts'
import { type Deed, type ModelServer, openModelServer } from './model-server.ts'

let server: ModelServer
let calls: CallReport[] = []

beforeAll(async () => {
  server = await openModelServer()
})
beforeEach(() => {
  server.asked.length = 0
  calls = []
})
afterAll(() => server.close())

const openai = (more: Partial<ModelSettings> = {}): ModelSettings => ({
  server: { kind: 'openai', apiKey: 'key', baseUrl: `${server.url}/v1`, model: 'scripted' },
  budgetMs: 3_000,
  ...more,
})
const azure = (more: Partial<ModelSettings> = {}): ModelSettings => ({
  server: { kind: 'azure', apiKey: 'key', endpoint: server.url, deployment: 'our-gpt', apiVersion: '2024-10-21' },
  budgetMs: 3_000,
  ...more,
})
const open = (settings: ModelSettings, now: () => Date = () => new Date()) =>
  openModel(settings, { now, report: (call) => calls.push(call) })

const shape = z.object({ word: z.string() })
const ask = (help: Help) => help.ask({ purpose: 'compose', instructions: 'Say a word.', material: '{}', shape })
const good: Deed = { says: { word: 'bonjour' } }

const WAYS: readonly (readonly [string, () => ModelSettings])[] = [
  ['OpenAI, whole', () => openai()],
  ['OpenAI, streamed', () => openai({ streaming: true })],
  ['Azure, whole', () => azure()],
  ['Azure, streamed', () => azure({ streaming: true })],
]

describe.each(WAYS)('%s', (_name, settings) => {
  it('tells a value of the shape, and what it cost', async () => {
    server.does(() => good)
    const help = open({ ...settings(), prices: { input: 1, output: 10 } }).help({ conversation: 'c1' })
    expect(await ask(help)).toEqual({ is: 'told', value: { word: 'bonjour' } })
    expect(help.spent()).toEqual({ input: 100, output: 20, cost: 0.0003 })
    expect(calls).toMatchObject([{ purpose: 'compose', conversation: 'c1', outcome: 'told', tries: 1 }])
    expect(server.asked[0]).toMatchObject({ instructions: 'Say a word.', material: '{}' })
  })

  const faults: readonly (readonly [string, Deed, Fault, number])[] = [
    ['an error of the server, twice', { fails: 500 }, 'broken', 2],
    ['a wrong key', { fails: 401 }, 'denied', 1],
    ['a model that does not exist', { fails: 404 }, 'denied', 1],
    ['a question that is refused outright', { fails: 400 }, 'refused', 1],
    ['a quota that is used up', { fails: 429, code: 'insufficient_quota' }, 'denied', 1],
    ['too many at once, without a word when', { fails: 429 }, 'busy', 1],
    ['too many at once, longer than the turn', { fails: 429, retryAfter: '60' }, 'busy', 1],
    ['a refusal', { refuses: 'I cannot help with that.' }, 'refused', 1],
    ['a refusal in prose', { says: 'Sorry, I cannot.' }, 'refused', 1],
    ['a filtered question', { filters: 'question' }, 'filtered', 1],
    ['a filtered answer', { filters: 'answer' }, 'filtered', 1],
    ['broken JSON', { says: '{"word": "bonj' }, 'broken', 1],
    ['another shape', { says: { mot: 'bonjour' } }, 'wrong-shape', 1],
    ['words cut at the most tokens', { tooLong: '{"word": "bonj' }, 'cut', 1],
    ['a server that says nothing', { silent: true }, 'slow', 1],
  ]
  it.each(faults)('%s', async (_what, deed, fault, tries) => {
    server.does(() => deed)
    const budgetMs = fault === 'slow' ? 600 : 3_000
    const told = await ask(open({ ...settings(), budgetMs }).help())
    expect(told).toEqual({ is: 'silent', because: fault })
    expect(server.asked).toHaveLength(tries)
    expect(calls).toMatchObject([{ outcome: fault, tries }])
  })

  it.each([
    ['half of what it says', { half: '{"word": "bon' } as Deed],
    ['no JSON at all', { garbles: '<html>' } as Deed],
    ['a hung up line', { hangsUp: true } as Deed],
  ])('%s is a fault, and never a value', async (_what, deed) => {
    server.does(() => deed)
    const told = await ask(open(settings()).help())
    expect(told).toMatchObject({ is: 'silent', because: expect.stringMatching(/^(cut|broken|unreachable)$/) })
  })
})

describe('a model', () => {
  it('reaches Azure by its own paths and key', async () => {
    server.does(() => good)
    await ask(open(azure()).help())
    expect(server.asked[0]?.path).toBe('/openai/deployments/our-gpt/chat/completions?api-version=2024-10-21')
    expect(server.asked[0]?.headers['api-key']).toBe('key')
  })
  it('waits as long as a busy server asks, where the turn has the time', async () => {
    server.does((_, count) => (count === 1 ? { fails: 429, retryAfter: '1' } : good))
    expect(await ask(open(openai()).help())).toMatchObject({ is: 'told' })
    expect(calls).toMatchObject([{ tries: 2 }])
  })
  it('tries once more after an error of the server', async () => {
    server.does((_, count) => (count === 1 ? { fails: 503 } : good))
    expect(await ask(open(openai()).help())).toMatchObject({ is: 'told' })
  })
  it('asks without what a server does not know, and remembers it', async () => {
    server.does(({ body }) =>
      'response_format' in body
        ? { fails: 400, message: 'response_format is not supported' }
        : body.temperature === undefined
          ? { says: '```json\n{"word": "bonjour"}\n```' }
          : { fails: 400, message: 'temperature is not supported' },
    )
    const model = open(openai())
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
    const before = server.asked.length
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
    expect(server.asked.length - before).toBe(1)
    expect(server.asked.at(-1)?.instructions).toContain('"word"')
  })
  it('shares the time of a turn between its calls', async () => {
    server.does(() => ({ silent: true }))
    const help = open(openai({ budgetMs: 700 })).help()
    expect(await ask(help)).toEqual({ is: 'silent', because: 'slow' })
    expect(await ask(help)).toEqual({ is: 'silent', because: 'slow' })
    expect(server.asked).toHaveLength(1)
  })
  it('stops when the turn is given up', async () => {
    const abort = new AbortController()
    server.does(() => {
      abort.abort()
      return { silent: true }
    })
    expect(await ask(open(openai()).help({ signal: abort.signal }))).toEqual({ is: 'silent', because: 'slow' })
  })
  it('rests after three faults, tries once when the rest is over, and is back', async () => {
    let at = 0
    const model = open(openai(), () => new Date(at))
    server.does(() => ({ says: { mot: 'x' } }))
    for (let times = 0; times < 3; times++) await ask(model.help())
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'resting' })
    expect(server.asked).toHaveLength(3)
    at += 15_000
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'wrong-shape' })
    at += 15_000
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'resting' })
    at += 15_000
    server.does(() => good)
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
  })
  it('leaves a busy server alone as long as it asked', async () => {
    let at = 0
    const model = open(openai(), () => new Date(at))
    server.does(() => ({ fails: 429, retryAfter: '60' }))
    await ask(model.help())
    at += 59_000
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'resting' })
    at += 1_000
    server.does(() => good)
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
  })
  it('never rests because of questions that are refused', async () => {
    const model = open(openai())
    server.does(() => ({ refuses: 'no' }))
    for (let times = 0; times < 5; times++) await ask(model.help())
    server.does(() => good)
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
  })
  it('goes no further than the ceiling of the day, and on again the next day', async () => {
    let at = Date.parse('2026-11-23T10:00:00Z')
    const model = open(openai({ ceiling: { tokens: 200 } }), () => new Date(at))
    server.does(() => good)
    await ask(model.help())
    await ask(model.help())
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'spent' })
    at += 24 * 3_600_000
    expect(await ask(model.help())).toMatchObject({ is: 'told' })
  })
  it('keeps a ceiling of money', async () => {
    const model = open(openai({ ceiling: { money: 0.0001 }, prices: { input: 1, output: 1 } }))
    server.does(() => good)
    await ask(model.help())
    expect(await ask(model.help())).toEqual({ is: 'silent', because: 'spent' })
  })
  it.each(['openai', 'azure'] as const)('embeds over the wire of %s', async (kind) => {
    server.does(() => good)
    server.embeds((text) => [text.length, 1])
    const settings = kind === 'openai' ? openai({ embedding: 'small' }) : azure({ embedding: 'small' })
    const model = open(settings)
    const help = model.help()
    expect(model.embeds).toBe('small')
    expect(await help.embed?.(['un', 'quatre'])).toEqual({
      is: 'told',
      value: [
        [2, 1],
        [6, 1],
      ],
    })
    server.does(() => ({ fails: 500 }))
    expect(await help.embed?.(['un'])).toEqual({ is: 'silent', because: 'broken' })
  })
  it('has no embeddings where none are set', () => {
    expect(open(openai()).help().embed).toBeUndefined()
  })
  it('takes an unreachable server for what it is', async () => {
    const settings = openai()
    const nowhere = { ...settings.server, baseUrl: 'http://127.0.0.1:9/v1' } as ModelSettings['server']
    expect(await ask(open({ ...settings, server: nowhere }).help())).toEqual({ is: 'silent', because: 'unreachable' })
  })
})
