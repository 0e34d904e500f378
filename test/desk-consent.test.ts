import { describe, expect, it } from 'vitest'
import type { ReplyStatus } from '../src/conversation/channel.ts'
import type { Entry } from '../src/conversation/conversation.ts'
import type { Consent } from '../src/conversation/handoff.ts'
import { briefOf, linesFor } from '../src/desk/brief.ts'
import { claim, close, type Escalation, requested } from '../src/desk/escalation.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 15, minutes))

function asked(to: Consent): Escalation {
  const agreed = { to, wording: '', language: 'fr', at: at(2) } as const
  const request = { reason: 'asked', question: 'Une question', agreed, language: 'fr', situation: {} } as const
  return requested('e1', 'c1', request, 3, at(3))
}

const line = (position: number, text: string, more: Partial<Entry> = {}): Entry => {
  return { position, from: 'person', at: at(position), text, ...more }
}
const answer = (position: number, answers: number, article: string, status: ReplyStatus = 'quoted'): Entry => {
  const reply = { text: article, language: 'fr', status, articles: [article], publication: 1 } as const
  return line(position, article, { from: 'assistant', answers, reply })
}
/** Three quick messages, the last of which agrees; then the answers to all of them, and what follows. */
const ENTRIES = [
  line(1, 'Un secret'),
  line(2, 'Parler à une personne'),
  line(3, 'Ma question seulement'),
  answer(4, 1, 'article-of-the-secret'),
  answer(5, 3, 'stored'),
  line(6, 'Je vous attends'),
  line(12, 'Encore un secret, à l’assistant'),
]
const textsFor = (escalation: Escalation) => linesFor(escalation, ENTRIES).map(({ text }) => text)

describe('what a counsellor reads', () => {
  it('begins with the request, whatever is answered late', () => {
    for (const consent of ['question', 'summary'] as const)
      expect(textsFor(asked(consent)).slice(0, 2)).toEqual(['stored', 'Je vous attends'])
    expect(textsFor(asked('everything'))).toHaveLength(ENTRIES.length)
  })

  it('names in a summary what the assistant tried before, also where it said so late', () => {
    const words = { title: (article: string) => article, inWords: () => [] }
    const tried = (consent: Consent) =>
      briefOf(asked(consent), ENTRIES, 'fr', words).tried.map(({ article }) => article)
    expect(tried('summary')).toEqual(['article-of-the-secret'])
    expect(tried('question')).toEqual([])
  })

  it('names as tried what was shown, and not what was only offered', () => {
    const words = { title: (article: string) => article, inWords: () => [] }
    const statuses = ['answered', 'quoted', 'dialog', 'unsure', 'not-found', 'notice', 'handoff'] as const
    const replies = statuses.map((status) => answer(2, 1, status, status))
    const { tried } = briefOf(asked('summary'), replies, 'fr', words)
    expect(tried.map(({ article }) => article)).toEqual(['answered', 'quoted', 'dialog'])
  })

  it('ends with the help: what is said to the assistant afterwards was shared with nobody', () => {
    for (const consent of ['question', 'everything'] as const) {
      const held = claim(asked(consent), MAUDE, at(7))
      if (held.is !== 'done') throw new Error('It could not be claimed.')
      const over = close(held.escalation, MAUDE, 'answered', at(10))
      if (over.is !== 'done') throw new Error('It could not be closed.')
      expect(textsFor(over.escalation).at(-1)).toBe('Je vous attends')
    }
  })

  it('holds what the person wrote just as it ended, and nothing that the assistant said to it', () => {
    const held = claim(asked('question'), MAUDE, at(7))
    if (held.is !== 'done') throw new Error('It could not be claimed.')
    const over = close(held.escalation, MAUDE, 'answered', at(10))
    if (over.is !== 'done') throw new Error('It could not be closed.')
    const justAfter = new Date(at(10).getTime() + 5000)
    const late = [line(7, 'Oui, je l’ai', { at: justAfter }), { ...answer(8, 7, 'too-late', 'handoff'), at: justAfter }]
    expect(linesFor(over.escalation, late).map(({ text }) => text)).toEqual(['Oui, je l’ai'])
  })
})
