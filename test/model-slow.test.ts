import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Help, Purpose } from '../src/answer/model.ts'
import { examineModel } from '../src/commands/doctor/model.ts'
import type { ModelSettings } from '../src/model/model-settings.ts'
import { openModel } from '../src/model/open-model.ts'
import { asNewest, type Deed, type ModelServer, openModelServer } from './model-server.ts'

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
beforeEach(() => {
  server.asked.length = 0
})
afterAll(() => server.close())

const shape = z.object({ word: z.string() })
const good: Deed = { says: { word: 'bonjour' } }
const silent: Deed = { silent: true }

const ask = (help: Help, purpose: Purpose) =>
  help.ask({ purpose, instructions: 'Say a word.', material: '{}', shape }).then((told) => outcomeOf(told))
const embed = (help: Help, texts: readonly string[]) => help.embed?.(texts).then((told) => outcomeOf(told))
const outcomeOf = (told: { readonly is: string; readonly because?: string }) => told.because ?? told.is

/** A model at a server on this machine, by a clock that only the test moves. */
function opened(more: Partial<ModelSettings> = {}) {
  let at = 0
  const settings: ModelSettings = {
    server: { kind: 'openai', apiKey: 'key', baseUrl: `${server.url}/v1`, model: 'scripted' },
    embedding: 'small',
    budgetMs: 1_600,
    ...more,
  }
  const model = openModel(settings, { now: () => new Date(at), report: () => {} })
  return {
    model,
    passes: (ms: number) => {
      at += ms
    },
    /** What a turn asks of it, as an answer does: nothing more once the judge is silent. */
    turn: async () => {
      const help = model.help()
      const judged = await ask(help, 'judge')
      return judged === 'told' ? [judged, await ask(help, 'compose')] : [judged]
    },
  }
}
const purposes = () => server.asked.map(({ purpose }) => purpose)

describe('a server that says nothing', () => {
  it('has less time for what comes before the answer, and least for one question to embed', async () => {
    server.does(() => silent)
    const { model } = opened()
    const ended: string[] = []
    const ends = (what: string) => () => void ended.push(what)
    await Promise.all([
      ask(model.help(), 'compose').then(ends('compose')),
      ask(model.help(), 'judge').then(ends('judge')),
      embed(model.help(), ['une question'])?.then(ends('embed')),
    ])
    expect(ended).toEqual(['embed', 'judge', 'compose'])
  })

  it('has the whole time where many texts are embedded behind', async () => {
    server.does(() => silent)
    const { model } = opened()
    const ended: string[] = []
    await Promise.all([
      embed(model.help(), ['un', 'deux'])?.then(() => ended.push('many')),
      ask(model.help(), 'judge').then(() => ended.push('judge')),
    ])
    expect(ended).toEqual(['judge', 'many'])
  })

  it('is not asked again in a turn that has waited for it; embedding is another matter', async () => {
    server.does((asked) => (asked.purpose === 'embed' ? good : silent))
    const help = opened().model.help()
    expect(await ask(help, 'rephrase')).toBe('slow')
    expect(await embed(help, ['une question'])).toBe('told')
    expect(await ask(help, 'judge')).toBe('slow')
    expect(purposes()).toEqual(['rephrase', 'embed'])
  })

  it('rests after two silences', async () => {
    server.does(() => silent)
    const { turn } = opened()
    expect([await turn(), await turn(), await turn()]).toEqual([['slow'], ['slow'], ['resting']])
    expect(server.asked).toHaveLength(2)
  })
})

describe('a server that judges in time and is too slow to write', () => {
  const slowPen = (asked: { readonly purpose: string }): Deed => (asked.purpose === 'compose' ? silent : good)

  it('rests after two answers that never came, although every judgement succeeded', async () => {
    server.does(slowPen)
    const { turn } = opened()
    expect(await turn()).toEqual(['told', 'slow'])
    expect(await turn()).toEqual(['told', 'slow'])
    expect(await turn()).toEqual(['resting'])
    expect(purposes()).toEqual(['judge', 'compose', 'judge', 'compose'])
  })

  it('rests longer each time that it is tried in vain, and is back once it writes', async () => {
    server.does(slowPen)
    const { turn, passes } = opened()
    await turn()
    await turn()
    passes(15_000)
    expect(await turn()).toEqual(['told', 'slow'])
    passes(15_000)
    expect(await turn()).toEqual(['resting'])
    passes(15_000)
    server.does(() => good)
    expect(await turn()).toEqual(['told', 'told'])
    server.does(slowPen)
    expect(await turn()).toEqual(['told', 'slow'])
    server.does(() => good)
    expect(await turn()).toEqual(['told', 'told'])
  })

  it('is not asked to write in less time than it took to judge', async () => {
    const { turn, passes } = opened({ budgetMs: 10_000 })
    server.does(() => {
      passes(6_000)
      return good
    })
    expect(await turn()).toEqual(['told', 'slow'])
    expect(await turn()).toEqual(['told', 'slow'])
    expect(await turn()).toEqual(['resting'])
    expect(purposes()).toEqual(['judge', 'judge'])
  })
})

const NEWEST: readonly (readonly [string, () => ModelSettings['server']])[] = [
  ['OpenAI', () => ({ kind: 'openai', apiKey: 'key', baseUrl: `${server.url}/v1`, model: 'passerelle' })],
  [
    'Azure',
    () => ({ kind: 'azure', apiKey: 'k', endpoint: server.url, deployment: 'passerelle', apiVersion: '2024-10-21' }),
  ],
]

describe.each(NEWEST)('a newest model at %s, under a name that tells nothing', (_where, at) => {
  it.each([
    ['whole', false],
    ['streamed', true],
  ])('is asked by the settings that it takes, which are remembered, %s', async (_how, streaming) => {
    server.does(asNewest(() => good))
    const { model } = opened({ server: at(), streaming, budgetMs: 5_000 })
    expect(await ask(model.help(), 'compose')).toBe('told')
    const before = server.asked.length
    expect(await ask(model.help(), 'compose')).toBe('told')
    expect(server.asked.length - before).toBe(1)
    expect(server.asked.at(-1)?.body).toMatchObject({ max_completion_tokens: 4_000 })
    expect(server.asked.at(-1)?.body).not.toHaveProperty('max_tokens')
  })

  it('is well for the doctor', async () => {
    server.does(asNewest(() => ({ says: { well: true } })))
    const [remark, ...more] = await examineModel({ model: { server: at(), budgetMs: 5_000 } }, 5_000)
    expect(remark?.says).toContain('répond dans la forme demandée')
    expect(more).toEqual([])
  })
})

it('a server that takes no word of the most tokens is asked without one', async () => {
  server.does(({ body }) => {
    const unknown = ['max_tokens', 'max_completion_tokens'].find((name) => name in body)
    return unknown ? { fails: 422, message: `Extra inputs are not permitted: ${unknown}` } : good
  })
  expect(await ask(opened({ budgetMs: 5_000 }).model.help(), 'compose')).toBe('told')
})
