import { describe, expect, test } from 'vitest'
import { type Asked, score } from '../src/knowledge/measure.ts'

const asked = (id: string, rest: Partial<Asked>): Asked => ({
  id,
  lang: 'fr',
  question: `question ${id}`,
  expected: [],
  ranked: [],
  status: 'not-found',
  ms: 1,
  ...rest,
})

const RIGHT = asked('right', { expected: ['a'], ranked: ['a', 'b'], status: 'quoted', ms: 4 })
const SECOND = asked('second', { expected: ['b'], ranked: ['a', 'b'], status: 'answered', ms: 2 })
const OFFERED = asked('offered', {
  expected: ['c'],
  ranked: ['a', 'b', 'c', 'd'],
  status: 'unsure',
  offered: 3,
  lang: 'en',
})
const TOO_LATE = asked('too-late', { expected: ['d'], ranked: ['a', 'b', 'c', 'd'], status: 'unsure', offered: 3 })
const MUTE = asked('mute', { expected: ['a'], ranked: ['a'], status: 'not-found' })
const SILENT = asked('silent', { status: 'out-of-scope' })
const INVENTED = asked('invented', { ranked: ['z'], status: 'quoted', ms: 3 })

describe('score', () => {
  test('recall and mrr look at the ranking of questions that have an answer', () => {
    const { recall, mrr, n } = score([RIGHT, SECOND, OFFERED, TOO_LATE, SILENT])
    expect(n).toBe(5)
    expect(recall).toEqual({ '1': 0.25, '3': 0.75, '5': 1 })
    expect(mrr).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4, 4)
  })
  test('an answer is right by its first article, an offer by any that is offered', () => {
    const { answered } = score([RIGHT, SECOND, OFFERED, TOO_LATE])
    expect(answered).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
  })
  test('an answer to what has none, and silence on what has one, both cost', () => {
    const { answered, noAnswer } = score([RIGHT, MUTE, SILENT, INVENTED])
    expect(answered).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
    expect(noAnswer).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 })
  })
  test('every way of giving no answer counts as one', () => {
    const statuses = ['not-found', 'out-of-scope', 'emergency', 'held-back']
    expect(score(statuses.map((status) => asked(status, { status }))).noAnswer.f1).toBe(1)
    expect(score([asked('failed', { status: 'failed' })]).noAnswer.recall).toBe(0)
    expect(score([asked('empty offer', { status: 'unsure', ranked: [] })]).noAnswer.recall).toBe(0)
    expect(score([RIGHT, asked('empty offer', { status: 'unsure', ranked: [] })]).answered.precision).toBe(1)
  })
  test('the same for each language, ours first', () => {
    const { byLanguage } = score([asked('pt', { lang: 'pt' }), OFFERED, RIGHT, SECOND])
    expect(Object.keys(byLanguage)).toEqual(['fr', 'en', 'pt'])
    expect(byLanguage.fr?.recall['1']).toBe(0.5)
    expect(byLanguage.en).toMatchObject({ n: 1, recall: { '1': 0, '3': 1, '5': 1 } })
  })
  test('times by nearest rank', () => {
    expect(score([RIGHT, SECOND, INVENTED, SILENT]).ms).toEqual({ p50: 2, p99: 4 })
  })
  test('misses name what was expected and what came', () => {
    const { misses } = score([RIGHT, SECOND, MUTE, SILENT, INVENTED])
    expect(misses).toEqual([
      { id: 'second', question: 'question second', expected: ['b'], got: ['a', 'b'] },
      { id: 'mute', question: 'question mute', expected: ['a'], got: ['(not-found)', 'a'] },
      { id: 'invented', question: 'question invented', expected: [], got: ['z'] },
    ])
  })
  test('nothing asked, nothing missed', () => {
    expect(score([])).toMatchObject({ n: 0, mrr: 0, ms: { p50: 0, p99: 0 }, misses: [], byLanguage: {} })
  })
})
