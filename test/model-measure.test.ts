import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { regressions } from '../src/answer/compare-measures.ts'
import { groundedness } from '../src/answer/groundedness.ts'
import { HOUSE } from '../src/house.ts'
import type { Language } from '../src/language/languages.ts'
import { openScriptedHouse, type ScriptedHouse, writes } from './scripted-house.ts'

let house: ScriptedHouse
beforeAll(async () => {
  house = await openScriptedHouse()
})
afterAll(() => house.close())

const lines = <Line>(name: string): Line[] =>
  readFileSync(`${HOUSE}test/measure/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

interface Golden {
  readonly id: string
  readonly lang: Language
  readonly question: string
}

describe('the golden sets, without a model', () => {
  it.each(lines<Golden & { earlier: string; subject: string[]; articles: string[] }>('follow-ups'))(
    '$id: « $question » after « $earlier »',
    async ({ question, lang, earlier, subject, articles }) => {
      const told = await house.askAlone({ question, language: lang, subject: { question: earlier, articles: subject } })
      expect([...told.articles, ...(told.considered ?? [])].slice(0, 3)).toEqual(expect.arrayContaining(articles))
    },
  )
  it.each(lines<Golden & { status?: string; not?: string }>('screen'))(
    '$id: $question',
    async ({ question, lang, status, not }) => {
      const told = await house.askAlone({ question, language: lang })
      if (status) expect(told.status).toBe(status)
      else expect(told.status).not.toBe(not)
    },
  )
  it('tell what is ours from what is not in French, English and Spanish; what is missed in Arabic is named', async () => {
    const scope = lines<Golden & { ours: boolean }>('scope')
    const missed: string[] = []
    for (const { id, question, lang, ours } of scope) {
      const { status } = await house.askAlone({ question, language: lang })
      if (['not-found', 'out-of-scope'].includes(status) === ours) missed.push(id)
    }
    if (missed.length) console.log(`scope, missed: ${missed.join(', ')}`)
    expect(missed.filter((id) => scope.find((one) => one.id === id)?.lang !== 'ar')).toEqual([])
  })
})

describe('what is measured of a model', () => {
  it('counts sentences, reasons and endings; no invented figure gets through', async () => {
    const asked = { question: 'Combien verse le PAFFARC ?', language: 'fr' } as const
    const truth = "Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 500 $ par semaine."
    house.server.does(writes([truth, "L'aide est de 900 $ par semaine."]))
    const first = await house.ask(asked)
    house.server.does(() => ({ fails: 401 }))
    const second = await house.ask(asked)
    expect(groundedness([first, second, await house.askAlone(asked)])).toMatchObject({
      answers: 2,
      endings: { 'composed-in-part': 1, denied: 1 },
      sentences: { kept: 1, dropped: 1 },
      reasons: { figure: 1 },
      inventedFigures: [],
    })
    expect(groundedness([{ ...first, text: "L'aide est de 900 $. [1]" }]).inventedFigures).toEqual(['900'])
  })
  it('names what fell since the last run', () => {
    const before = { n: 10, recall: { '1': 0.8, '5': 0.9 }, ms: { p50: 3 } }
    const now = { n: 9, recall: { '1': 0.7, '5': 0.91 }, ms: { p50: 1 } }
    expect(regressions(before, now)).toEqual([{ measure: 'recall.1', before: 0.8, now: 0.7 }])
  })
})
