import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { dialogs } from '../dialogs/index.ts'
import type { Conversation } from '../src/conversation/conversation.ts'
import { knownOf } from '../src/conversation/dialog-step.ts'
import type { Resources, Said } from '../src/conversation/responder.ts'
import { spotted } from '../src/conversation/responders/in-dialog.ts'
import { opensDialog } from '../src/conversation/responders/opens-dialog.ts'
import { asksSomething } from '../src/dialog/asks.ts'
import { articlesOf, makePlan } from '../src/dialog/plan.ts'
import { readShelf } from '../src/dialog/shelf.ts'
import type { Situation } from '../src/dialog/situation.ts'
import { understandAnswer } from '../src/dialog/understand.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary } from '../src/knowledge/library.ts'
import type { Language } from '../src/language/languages.ts'
import { readPhrases } from '../src/language/phrases.ts'
import { stem } from '../src/language/text.ts'

const HOUSE = fileURLToPath(new URL('..', import.meta.url))
let resources: Resources

beforeAll(async () => {
  resources = {
    library: buildLibrary(await readContent(`${HOUSE}knowledge`), 1),
    phrases: await readPhrases(`${HOUSE}dialogs/phrases`),
    shelf: await readShelf(`${HOUSE}dialogs`, dialogs),
    retentionDays: 30,
  }
})

function conversation(language: Language, situation: Situation = {}): Conversation {
  return { id: 'c', language, situation, offers: [] } as unknown as Conversation
}

function told(text: string, language: Language): Record<string, string> {
  return spotted(text, 'my-path', conversation(language), resources)
}

function answer(name: string, text: string, language: Language) {
  const question = resources.shelf.dialogs.get('my-path')?.questions[name]
  if (!question) throw new Error(`my-path does not ask « ${name} ».`)
  return understandAnswer(text, { dialog: 'my-path', name, question }, language, resources.shelf)
}

function opening(text: string, language: Language, situation: Situation = {}) {
  return opensDialog(
    { kind: 'message', text, redacted: false } as unknown as Said,
    conversation(language, situation),
    resources,
  )
}

/** Stories, what is found in them, and what must not be. */
const STORIES: readonly (readonly [Language, string, Record<string, string>])[] = [
  ['fr', 'j’ai été formée au Maroc et je suis résidente permanente', { trained: 'elsewhere', status: 'resident' }],
  ['fr', 'chimiste formée en France', { trade: 'chemist', trained: 'france' }],
  ['fr', 'j’ai fait la médecine en Tunisie, diplôme de 2010', {}],
  ['fr', 'je vis au Québec et j’ai étudié au Maroc', { where: 'quebec', trained: 'elsewhere' }],
  ['fr', 'j’ai une entreprise en France et j’ai la résidence permanente', { status: 'resident' }],
  ['fr', 'je ne parle pas français couramment, je suis au Maroc', { where: 'abroad', french: 'some' }],
  ['en', 'I studied nursing in India and I have a work permit', { status: 'worker' }],
  ['en', 'I was a surveyor in the Philippines', {}],
  ['en', 'I am a refugee claimant and I speak French well', { status: 'claimant', french: 'good' }],
  ['es', 'estudié en Colombia y busco trabajo', { trained: 'elsewhere', progress: 'job-search' }],
  [
    'fr',
    'je suis ingénieur en Tunisie, pas encore d’évaluation, j’ai étudié en français',
    { where: 'abroad', progress: 'nothing', french: 'studied' },
  ],
  ['fr', 'enseignant du primaire formé en France ou en Algérie', { trained: 'france' }],
  ['fr', 'infirmière au Maroc, je suis résidente permanente', { status: 'resident' }],
  ['en', 'I worked in France and I have a degree', {}],
  ['es', 'soy enfermera en Colombia y quiero trabajar en Quebec', { where: 'abroad' }],
  ['es', 'estudié en Colombia', { trained: 'elsewhere' }],
  ['ar', 'درست في مصر', { trained: 'elsewhere' }],
  ['ar', 'أريد دراسة الفرنسية', {}],
]

describe('what is found in a story', () => {
  it.each(STORIES)('%s: %s', (language, story, expected) => {
    const { trade, ...rest } = told(story, language)
    expect(expected.trade ? { trade, ...rest } : rest).toEqual(expected)
  })

  it('is found in well under a millisecond, the trade left out', () => {
    const text =
      'je suis résidente permanente, je vis à Laval, diplômée au Maroc, et je cherche un emploi depuis six mois'
    const { recognise: _, ...rest } = resources.shelf.occupations
    const quick: Resources = {
      ...resources,
      shelf: { ...resources.shelf, occupations: { ...rest, recognise: () => ({ is: 'unknown' }) } },
    }
    const all = () => spotted(text, 'my-path', conversation('fr'), quick)
    expect(all()).toEqual({ status: 'resident', where: 'quebec', trained: 'elsewhere', progress: 'job-search' })
    const before = performance.now()
    for (let times = 0; times < 200; times++) all()
    expect((performance.now() - before) / 200).toBeLessThan(1)
  })

  it('asks what the trade is once', () => {
    let asked = 0
    const occupations = {
      ...resources.shelf.occupations,
      recognise: () => {
        asked += 1
        return { is: 'unknown' } as const
      },
    }
    spotted('je vis à Laval', 'my-path', conversation('fr'), {
      ...resources,
      shelf: { ...resources.shelf, occupations },
    })
    expect(asked).toBe(1)
  })
})

describe('the answer to the open question', () => {
  it.each([
    ['trained', 'fr', 'Maroc', 'elsewhere'],
    ['trained', 'fr', 'maroc', 'elsewhere'],
    ['trained', 'en', 'India', 'elsewhere'],
    ['trained', 'es', 'Colombia', 'elsewhere'],
    ['trained', 'ar', 'مصر', 'elsewhere'],
    ['trained', 'fr', 'France', 'france'],
    ['trained', 'es', 'Francia', 'france'],
    ['trained', 'ar', 'فرنسا', 'france'],
    ['trained', 'en', 'Canada', 'canada'],
    ['trained', 'fr', 'Québec', 'quebec'],
    ['where', 'fr', 'hors du Canada', 'abroad'],
    ['where', 'fr', 'je suis pas encore au Québec', 'abroad'],
    ['where', 'fr', 'je suis à Montréal, j’ai étudié au Maroc', 'quebec'],
    ['money', 'fr', 'cours', 'training'],
    ['french', 'es', 'no hablo francés', 'none'],
  ] as const)('%s, %s: %s', (name, language, text, expected) => {
    expect(answer(name, text, language)).toEqual({ is: 'value', value: expected })
  })

  it('is confirmed where something else was said', () => {
    expect(answer('where', 'j’ai étudié au Maroc', 'fr')).toEqual({ is: 'perhaps', values: ['abroad'] })
    expect(answer('progress', 'je n’ai pas l’évaluation comparative', 'fr').is).not.toBe('value')
  })
})

describe('a dialog', () => {
  it('is not opened by a message that asks something', async () => {
    for (const [language, text] of [
      ['fr', 'comment travailler, je suis infirmière diplômée au Maroc'],
      ['fr', 'je suis chimiste formée en France, à qui écrire'],
      ['fr', 'infirmière diplômée au Liban, où déposer mon dossier'],
      ['fr', 'chiropracteur formé en France peut-il exercer à Montréal'],
      ['en', 'I am a nurse trained in India, can I work here'],
      ['en', 'nurse trained in India, which order do I write to'],
      ['es', 'soy enfermera titulada en Colombia, cómo trabajo en Quebec'],
      ['es', 'los médicos formados en Francia pueden ejercer'],
      ['ar', 'أنا ممرضة درست في مصر كيف أعمل في كيبيك'],
      ['fr', 'chimiste formée en France?'],
    ] as const) {
      expect(await opening(text, language), text).toBeUndefined()
    }
  })

  it('is opened by a story, « ou », "as" and « que » in it notwithstanding', async () => {
    for (const [language, text] of [
      ['fr', 'infirmière diplômée au Maroc'],
      ['fr', 'je suis chimiste, formée en France ou presque'],
      ['es', 'soy enfermera en Colombia y quiero trabajar como ella'],
      ['en', 'I am a nurse in Lebanon and I do not speak French'],
    ] as const) {
      expect((await opening(text, language))?.conversation.dialog?.id, text).toBe('my-path')
    }
    expect(asksSomething('infirmière ou aide-soignante')).toBe(false)
    expect(asksSomething('où aller')).toBe(true)
  })

  it('opened by its name asks its own questions again, and keeps the shared ones', async () => {
    const named = resources.shelf.words('contacts', 'fr').opens.find((way) => /contact/.test(way)) ?? ''
    const again = await opening(named, 'fr', { topic: 'complaint', where: 'quebec', trade: 'nurse' })
    expect(again?.conversation.situation).toEqual({ where: 'quebec', trade: 'nurse' })
    expect(again?.conversation.dialog).toMatchObject({ id: 'contacts', asked: 'topic' })
  })
})

describe('what is known', () => {
  it('leaves out a status said before a change of place', () => {
    expect(knownOf(conversation('fr', { where: 'abroad', status: 'worker' }), resources)).toEqual({ where: 'abroad' })
    expect(knownOf(conversation('fr', { where: 'quebec', status: 'worker' }), resources).status).toBe('worker')
    expect(knownOf(conversation('fr', { status: 'worker' }), resources).status).toBe('worker')
  })
})

describe('a plan', () => {
  it('names the nearest counter first, the ministry last', () => {
    const electrician = {
      who: 'person',
      where: 'quebec',
      status: 'resident',
      trade: 'electrician',
      regulator: 'ccq',
      progress: 'nothing',
    }
    for (const steps of Object.values(makePlan(resources.library, electrician, ['contact']).steps)) {
      const ids = steps.map(({ article }) => article)
      const wanted = ['ccq', 'qualifications-quebec', 'accompagnement-quebec', 'services-quebec', 'mifi']
      const counters = ids.filter((id) => wanted.includes(id))
      expect(counters).toEqual(wanted.filter((id) => ids.includes(id)))
      if (ids.includes('mifi')) expect(ids.at(-1)).toBe('mifi')
    }
    expect(articlesOf(makePlan(resources.library, electrician))).toContain('ccq')
  })

  it('does not list what hangs only on whom it is for', () => {
    const { untold } = makePlan(resources.library, { where: 'quebec', trade: 'nurse' })
    expect(untold.length).toBeGreaterThan(0)
    expect(untold.filter(({ missing }) => missing.every((name) => name === 'who'))).toEqual([])
  })
})

it('French is not France, in Spanish either', () => {
  expect(stem('frances', 'es')).not.toBe(stem('francia', 'es'))
  expect(stem('francesa', 'es')).toBe(stem('frances', 'es'))
})
