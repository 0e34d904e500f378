import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerMark, Incoming } from '../src/conversation/channel.ts'
import { openReception } from '../src/conversation/hear.ts'
import { type House, openHouse } from '../src/house.ts'
import { groupGaps } from '../src/knowledge/gap-groups.ts'

const NOON = new Date('2026-11-02T12:00:00.000Z')
const LONG_AGO = new Date(0)
const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-marks-'))
let house: House
let errors: unknown[] = []

beforeAll(async () => {
  house = await openHouse({ dataDir, retentionDays: 90, hasDesk: false }, ({ error }) => {
    if (error !== undefined) errors.push(error)
  })
})
beforeEach(() => {
  errors = []
})
afterAll(async () => {
  await house.store.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** Somebody at the counter, alone in the house: what was noticed before is settled with. */
async function person(hearing = house.hearing) {
  for (const { id } of await house.store.conversations
    .quietSince(new Date(NOON.getTime() + 1), 99)
    .then((all) => all.map((each) => ({ id: each })))) {
    await house.store.conversations.erase(id)
  }
  const address = { channel: 'test', conversation: randomUUID() }
  const hear = async (incoming: Partial<Incoming>) => {
    const heard = await hearing.note({
      address,
      activityId: randomUUID(),
      kind: 'message',
      text: '',
      person: { id: 'someone' },
      at: NOON,
      locale: 'fr-CA',
      ...incoming,
    })
    const replies = (await hearing.answersTo(heard)).map(({ reply }) => reply)
    return { position: heard.position, replies, text: replies.map((reply) => reply?.text).join('\n') }
  }
  return {
    address,
    says: (text: string) => hear({ text }),
    marks: (mark: AnswerMark) => hear({ kind: 'marked', mark }),
    marked: (incoming: Partial<Incoming>) => hear({ kind: 'marked', ...incoming }),
    entries: async () => {
      const here = await house.store.conversations.find(address)
      return here ? house.store.conversations.entries(here.id) : []
    },
  }
}

const gaps = () => house.store.gaps.list(LONG_AGO, 99)
const marks = () => house.store.usage.marks(LONG_AGO)

describe('a question that is left open', () => {
  it('is a gap where nothing is found', async () => {
    const { says } = await person()
    const { replies } = await says('Quelle est la recette de la poutine au fromage bleu ?')
    expect(['not-found', 'out-of-scope']).toContain(replies[0]?.status)
    await says('comment calibrer un spectromètre ?')
    const found = await gaps()
    expect(found.map(({ question }) => question)).toContain('comment calibrer un spectromètre ?')
    expect(found.every(({ why }) => why === 'not-found' || why === 'unsure')).toBe(true)
    expect(groupGaps(found, () => []).length).toBe(found.length)
  })

  it('is a gap where the library is not sure, with what was offered, in the language of the question', async () => {
    const { says } = await person()
    const { replies } = await says('¿Cómo aprender francés?')
    expect(replies[0]?.status).toBe('unsure')
    const [gap] = await gaps()
    expect(gap).toMatchObject({ question: '¿Cómo aprender francés?', language: 'es', why: 'unsure' })
    expect(gap?.articles).toContain('francisation-quebec')
    expect(await house.store.usage.since(LONG_AGO)).toContainEqual(
      expect.objectContaining({ article: 'francisation-quebec', answered: 0 }),
    )
  })

  it('is none where it is answered, greeted, out of our scope, an emergency, or nothing but personal', async () => {
    const { says } = await person()
    for (const words of [
      'Qu’est-ce que le PAFFARC ?',
      'bonjour',
      'comment demander un visa de travail ?',
      'je veux me tuer',
      'mon NAS est 046 454 286',
      '...?!?',
      'Quelles mesures me concernent ?',
    ])
      await says(words)
    expect(await gaps()).toEqual([])
  })

  it('is none where we failed', async () => {
    const { library, phrases, shelf, store } = house
    const broken = {
      ...library,
      search: () => {
        throw new Error('The index is broken.')
      },
    }
    const hearing = openReception({
      conversations: store.conversations,
      resources: () => ({ library: broken, phrases, shelf, retentionDays: 90 }),
      newId: randomUUID,
      now: () => NOON,
      report: () => {},
    })
    const { says } = await person(hearing)
    expect((await says('comment calibrer un spectromètre ?')).replies[0]?.status).toBe('failed')
    expect(await gaps()).toEqual([])
  })
})

describe('whether an answer helped', () => {
  it('is noted with the articles that the answer rests on, and the publication', async () => {
    const { says } = await person()
    await says('Qu’est-ce que le PAFFARC ?')
    await says('utile')
    expect(await marks()).toMatchObject([
      { article: 'paffarc', publication: house.library.publication, good: 1, bad: 0 },
    ])
    await says('pas utile')
    await says('3')
    expect(await marks()).toMatchObject([{ article: 'paffarc', good: 0, bad: 1, reasons: { 'too-complicated': 1 } }])
    expect(await gaps()).toMatchObject([
      { question: 'Qu’est-ce que le PAFFARC ?', why: 'not-helpful', reason: 'too-complicated', articles: ['paffarc'] },
    ])
  })

  it('is taken from a button, also of an earlier answer, without a word but the question why', async () => {
    const { says, marks: press, entries } = await person()
    const first = await says('Qu’est-ce que le PAFFARC ?')
    await says('combien coûte l’évaluation comparative ?')
    expect((await press({ helpful: true, position: first.position })).replies).toEqual([])
    expect(await marks()).toMatchObject([{ article: 'paffarc', good: 1 }])
    const why = await press({ helpful: false, position: first.position })
    expect(why.replies[0]?.choices?.map(({ label }) => label)).toEqual([
      'Incorrect',
      'Hors sujet',
      'Trop compliqué',
      'Autre raison',
    ])
    await says('Hors sujet')
    expect(await marks()).toMatchObject([{ article: 'paffarc', good: 0, bad: 1, reasons: { 'off-topic': 1 } }])
    expect((await gaps()).map(({ question }) => question)).toEqual(['Qu’est-ce que le PAFFARC ?'])
    // A button pressed is no line of the conversation.
    expect((await entries()).filter(({ from }) => from === 'person').map(({ text }) => text)).toEqual([
      'Qu’est-ce que le PAFFARC ?',
      'combien coûte l’évaluation comparative ?',
      'Hors sujet',
    ])
    expect(errors).toEqual([])
  })

  it('is nothing where there is no such answer, and asks nothing while a question waits', async () => {
    const { says, marks: press, marked } = await person()
    const greeted = await says('bonjour')
    for (const position of [greeted.position, 4711, undefined]) {
      expect((await press({ helpful: false, ...(position ? { position } : {}) })).replies).toEqual([])
    }
    expect((await marked({})).replies).toEqual([])
    expect(await marks()).toEqual([])

    await says('Quelles mesures me concernent ?')
    await says('Qu’est-ce que le PAFFARC ?')
    const { replies } = await press({ helpful: false })
    expect(replies.map((reply) => reply?.choices)).toEqual([undefined])
    expect(await marks()).toMatchObject([{ article: 'paffarc', bad: 1 }])
    // The dialog's own question is still open: its first answer is taken.
    expect((await says('1')).replies.at(-1)).toMatchObject({ status: 'dialog', dialog: 'my-path' })
    expect(errors).toEqual([])
  })

  it('is forgotten with everything else', async () => {
    const { says } = await person()
    await says('Qu’est-ce que le PAFFARC ?')
    await says('pas utile')
    await says('effacer mes données')
    expect(await marks()).toEqual([])
    expect(await gaps()).toEqual([])
  })
})
