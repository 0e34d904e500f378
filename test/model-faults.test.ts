import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelEnding } from '../src/answer/answer.ts'
import { isAsWritten, row } from './measured-file.ts'
import { asNewest, type Deed } from './model-server.ts'
import { openScriptedHouse, type ScriptedHouse, writes } from './scripted-house.ts'

const ASKED = { question: 'Combien verse le PAFFARC ?', language: 'fr' } as const
const TRUE = "Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 500 $ par semaine."

/** What a model does wrong, and how its help ends; the person reads the passage itself each time. */
const FAULTS: readonly (readonly [string, Deed, ModelEnding])[] = [
  ['slow', { slow: 5_000, says: { helps: [] } }, 'slow'],
  ['silent', { silent: true }, 'slow'],
  ['silent after some words', { silent: true, after: '{"sent' }, 'slow'],
  ['refuses', { refuses: 'I cannot help with that.' }, 'refused'],
  ['refuses in prose', { says: 'I am sorry, I cannot.' }, 'refused'],
  ['too many at once', { fails: 429 }, 'busy'],
  ['too many at once, for a minute', { fails: 429, retryAfter: '60' }, 'busy'],
  ['an error', { fails: 500 }, 'broken'],
  ['a wrong key', { fails: 401 }, 'denied'],
  ['broken JSON', { says: '{"status": "complete", "sentences": [' }, 'broken'],
  ['another shape', { says: { answer: 'PAFFARC' } }, 'wrong-shape'],
  ['a filtered question', { filters: 'question' }, 'filtered'],
  ['a filtered answer', { filters: 'answer' }, 'filtered'],
  ['cut at the most tokens', { tooLong: '{"status": "complete"' }, 'cut'],
]

/** What it does wrong on the wire; how that ends depends on where the words stop. */
const BREAKS: readonly (readonly [string, Deed])[] = [
  ['half of what it says', { half: '{"status": "compl' }],
  ['no JSON at all', { garbles: '<html>' }],
  ['a line that is hung up', { hangsUp: true }],
]

const saw = new Map<string, string>()
const sees = (what: string, ending: string) =>
  saw.set(what, row(what, ending, 'the passage itself, as without a model'))

describe.each([
  ['whole', false],
  ['streamed', true],
])('a model that fails, %s', (_name, streaming) => {
  let house: ScriptedHouse
  beforeAll(async () => {
    house = await openScriptedHouse({ streaming, budgetMs: 900 })
  })
  afterAll(() => house.close())

  it.each(FAULTS)('%s: the person reads the passage', async (what, deed, ending) => {
    const alone = await house.askAlone(ASKED)
    house.server.does((asked) => (asked.purpose === 'judge' ? writes([TRUE])(asked) : deed))
    const told = await house.ask(ASKED)
    expect(told.text).toBe(alone.text)
    expect(told.status).toBe('quoted')
    expect(told.model?.ending).toBe(ending)
    house.server.does(() => deed)
    expect((await house.ask(ASKED)).text).toBe(alone.text)
    sees(what, ending)
  })

  it.each(BREAKS)('%s: the person reads the passage', async (what, deed) => {
    const alone = await house.askAlone(ASKED)
    house.server.does(() => deed)
    const told = await house.ask(ASKED)
    expect(told.text).toBe(alone.text)
    expect(['cut', 'broken', 'unreachable']).toContain(told.model?.ending)
    sees(what, 'cut, broken or unreachable')
  })

  it('a newest model, which takes other settings, is no fault: the person reads what it wrote', async () => {
    house.server.does(asNewest(writes([TRUE])))
    expect(await house.ask(ASKED)).toMatchObject({ status: 'answered' })
    expect(house.server.asked.at(-1)?.body).toMatchObject({ max_completion_tokens: 4_000 })
  })

  it('a judge that makes no sense does not keep the pen from writing', async () => {
    house.server.does((asked) => (asked.purpose === 'judge' ? { says: { best: 'P1' } } : writes([TRUE])(asked)))
    expect(await house.ask(ASKED)).toMatchObject({ status: 'answered' })
  })
})

it('is told of in test/measure/model.md as it is', ({ skip }) => {
  skip(saw.size < FAULTS.length + BREAKS.length, 'Not every fault was tried.')
  expect(
    isAsWritten('faults', ['fault', 'ended as', 'what the person saw'], [...saw.values()]),
    'Read what changed, then write it with RECORD=1.',
  ).toBe(true)
})
