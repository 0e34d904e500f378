import { describe, expect, it } from 'vitest'
import type { Entry } from '../src/conversation/conversation.ts'
import type { Consent } from '../src/conversation/handoff.ts'
import { briefOf } from '../src/desk/brief.ts'
import { type Escalation, raise, requested } from '../src/desk/escalation.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 15, minutes))
const WORDS = {
  title: (article: string) => article,
  inWords: (situation: Readonly<Record<string, string>>) =>
    Object.entries(situation).map(([name, answer]) => ({ name, answer })),
}

function asked(to: Consent, situation: Readonly<Record<string, string>> = {}): Escalation {
  const agreed = { to, wording: '', language: 'fr', at: at(2) } as const
  const request = { reason: 'asked', question: 'Une question', agreed, language: 'fr', situation } as const
  return requested('e1', 'c1', request, 3, at(3))
}
function raised(to: Consent): Escalation {
  const step = raise(asked(to))
  if (step.is === 'refused') throw new Error('It waits: it can be raised.')
  return step.escalation
}
const person = (position: number, text: string): Entry => ({ position, from: 'person', at: at(position), text })
const emergency = (position: number, answers?: number): Entry => ({
  position,
  from: 'assistant',
  at: at(position),
  text: 'Composez le 9-1-1.',
  reply: { text: '', language: 'fr', status: 'emergency', articles: [], publication: 1 },
  ...(answers === undefined ? {} : { answers }),
})
const distressIn = (escalation: Escalation, ...entries: Entry[]) => briefOf(escalation, entries, 'fr', WORDS).distress

describe('the brief', () => {
  it('leaves out what the person preferred not to say', () => {
    const { situation } = briefOf(asked('everything', { trade: 'nurse', attestation: 'skipped' }), [], 'fr', WORDS)
    expect(situation).toEqual([{ name: 'trade', answer: 'nurse' }])
  })

  it('has the words of distress, where they were said after the request or all of it is shared', () => {
    for (const consent of ['question', 'summary', 'everything'] as const)
      expect(distressIn(raised(consent), person(5, 'Je veux mourir'), emergency(6, 5))).toEqual({
        at: at(5),
        words: 'Je veux mourir',
      })
    const before = [person(1, 'Je veux mourir'), emergency(2, 1)]
    expect(distressIn(raised('everything'), ...before)).toEqual({ at: at(1), words: 'Je veux mourir' })
    for (const consent of ['question', 'summary'] as const)
      expect(distressIn(raised(consent), ...before)).toEqual({ at: at(1) })
  })

  it('tells when it was seen, where nothing says in which words', () => {
    expect(distressIn(raised('everything'), person(5, 'Un mot'), emergency(6))).toEqual({ at: at(6) })
  })

  it('tells it of nothing else, and does not say the question twice', () => {
    expect(distressIn(asked('everything'), person(5, 'Je veux mourir'), emergency(6, 5))).toBeUndefined()
    expect(distressIn(raised('everything'), person(1, 'Une question'), emergency(2, 1))).toBeUndefined()
    expect(distressIn(raised('everything'), person(5, 'Un mot'))).toBeUndefined()
  })
})
