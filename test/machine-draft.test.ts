import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Model } from '../src/answer/model.ts'
import { translateArticle } from '../src/answer/translate-article.ts'
import { HOUSE } from '../src/house.ts'
import { checkArticle } from '../src/knowledge/check.ts'
import { contentOf } from '../src/knowledge/content.ts'
import { editableText, editText } from '../src/knowledge/edit-text.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { buildLibrary } from '../src/knowledge/library.ts'
import { forbids } from '../src/knowledge/may-publish.ts'
import { partsIn, toTranslate, unlessTouched } from '../src/knowledge/to-translate.ts'
import { exportXliff } from '../src/knowledge/xliff.ts'
import { importXliff } from '../src/knowledge/xliff-import.ts'
import { openModel } from '../src/model/open-model.ts'
import { knownTranslations, translates } from './known-translations.ts'
import { type ModelServer, openModelServer } from './model-server.ts'

const FILES = readFiles(`${HOUSE}knowledge`)
const PLACE = 'plan-measures/action-1.2'
const PATH = `${PLACE}/en.md`
const FRENCH = editableText(FILES.get(`${PLACE}/fr.md`) ?? '')
const ENGLISH = editableText(FILES.get(PATH) ?? '')
const EMPTY = editableText('')
const KNOWN = knownTranslations(FRENCH, ENGLISH)
const content = contentOf(FILES)
const library = buildLibrary(content, 1)
const ALL = toTranslate(FRENCH, EMPTY, undefined, false).parts

let server: ModelServer
/** A fresh one each time: what a test broke rests in no other. */
let model: Model
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
  const settings = { kind: 'openai', apiKey: 'key', baseUrl: `${server.url}/v1`, model: 'scripted' } as const
  model = openModel({ server: settings, budgetMs: 4_000 }, { now: () => new Date(), report: () => {} })
})
const draft = (parts = ALL) => translateArticle({ french: FRENCH, parts, to: 'en' }, { model, library })
const materials = () => server.asked.map(({ material }) => JSON.parse(material).text as string)
const section = (id: string, sections: (typeof ENGLISH)['sections'] = []) => sections.find((each) => each.id === id)

describe('an article that a model translates', () => {
  it('says in every part what a person wrote; tokens come back, and the plan is quoted in French', async () => {
    server.does(translates(KNOWN))
    const { edit, refused, silent } = await draft()
    expect({ refused, silent }).toEqual({ refused: [], silent: undefined })
    const text = editText('', { ...edit, order: FRENCH.sections.map(({ id }) => id), machine: true })
    expect(editableText(text)).toEqual({ ...ENGLISH, translates: undefined, machine: true })
    // No token of the house goes out, and every piece is asked for once.
    expect(materials().filter((words) => /\[\^|\]\(|\{\{(?!L\d)/.test(words))).toEqual([])
    expect(materials().toSorted()).toEqual([...KNOWN.keys()].filter(Boolean).toSorted())
  })

  it.each<[string, RegExp, (words: string) => string]>([
    ['a figure is another one', /2021-2023 plan is over/, (words) => words.replace('2021-2023', '2021-2024')],
    ['a figure is gone', /2021-2023 plan is over/, (words) => words.replace('2021-2023 ', '')],
    ['a reference is gone', /2021-2023 plan is over/, (words) => words.replace('{{L2}}', '')],
    ['a reference is made up', /2021-2023 plan is over/, (words) => `${words} [^recognition]`],
    [
      'a source stands behind another paragraph',
      /2021-2023 plan is over/,
      (words) => words.replace(' {{L2}}', '').replace('[Bilan page', '{{L2}} [Bilan page'),
    ],
    ['two paragraphs became one', /2021-2023 plan is over/, (words) => words.replace('\n\n', ' ')],
    ['a line became a heading', /2021-2023 plan is over/, (words) => `# ${words}`],
    ['it is still in French', /2021-2023 plan is over/, () => 'Le plan est fini depuis longtemps et rien n’est sûr.'],
  ])('is refused in the part where %s, and in no other', async (_, which, changed) => {
    server.does(translates(KNOWN, (words) => (which.test(words) ? changed(words) : words)))
    const { edit, refused, silent } = await draft()
    expect(refused).toEqual(['section.since'])
    expect(silent).toBeUndefined()
    expect(section('since', edit.sections as never)).toBeUndefined()
    expect(section('who', edit.sections as never)).toEqual(section('who', ENGLISH.sections))
  })

  it('a model that refuses some words is asked for the others; one that is away is not asked again', async () => {
    server.does(translates(new Map([...KNOWN].filter(([words]) => words !== FRENCH.title))))
    expect(await draft(['title', 'summary'])).toMatchObject({ refused: ['title'], edit: { summary: ENGLISH.summary } })
    server.asked.length = 0
    server.does(() => ({ fails: 401 }))
    const { edit, refused, silent } = await draft()
    expect(edit).toEqual({ sections: [] })
    expect(refused).toEqual([])
    expect(silent).toEqual({ because: 'denied', parts: ALL })
    expect(server.asked.length).toBeLessThan(4)
  })

  it('words that look personal never leave', async () => {
    server.does(translates(KNOWN))
    const french = { ...FRENCH, summary: 'Écrivez à Maude au maude.tremblay@courriel.example pour le dossier.' }
    const told = await translateArticle({ french, parts: ['summary'], to: 'en' }, { model, library })
    expect(told).toEqual({ edit: { sections: [] }, refused: ['summary'] })
    expect(server.asked).toEqual([])
  })
})

describe('the parts that a machine may write', () => {
  const french = { ...FRENCH, summary: 'Un autre résumé, plus long.', title: 'Un autre titre' }
  const before = { french: FRENCH, own: ENGLISH }

  it('are those that are empty, and those that nobody touched since their French changed', () => {
    expect(toTranslate(FRENCH, ENGLISH, before, false)).toEqual({ parts: [], isAll: true })
    expect(toTranslate(french, ENGLISH, before, false)).toEqual({ parts: ['title', 'summary'], isAll: true })
    const touched = { ...ENGLISH, title: 'By hand', questions: [] }
    expect(toTranslate(french, touched, before, false)).toEqual({ parts: ['summary', 'questions'], isAll: false })
  })

  it('are only the empty ones where nobody knows what the text follows, and all of them where that is asked', () => {
    const sections = ENGLISH.sections.filter(({ id }) => id !== 'who')
    expect(toTranslate(french, { ...ENGLISH, sections }, undefined, false)).toEqual({
      parts: ['section.who'],
      isAll: false,
    })
    expect(toTranslate(french, ENGLISH, undefined, true)).toEqual({ parts: ALL, isAll: true })
  })
})

it('what somebody writes while the machine does is theirs', () => {
  const edit = { title: 'A', summary: 'B', questions: ['C'], sections: [{ id: 'who', heading: 'D', body: 'E' }] }
  const sections = ENGLISH.sections.map((each) => (each.id === 'who' ? { ...each, heading: 'By hand' } : each))
  expect(partsIn(unlessTouched(edit, ENGLISH, ENGLISH))).toEqual(['title', 'summary', 'section.who', 'questions'])
  expect(unlessTouched(edit, ENGLISH, { ...ENGLISH, summary: 'By hand', sections })).toEqual({
    title: 'A',
    questions: ['C'],
    sections: [],
  })
})

describe('the mark of a text that nobody has read', () => {
  const marked = editText(FILES.get(PATH) ?? '', { machine: true })
  const files = new Map(FILES).set(PATH, marked)
  const article = contentOf(files).articles.find(({ id }) => id === 'action-1.2')
  if (!article) throw new Error('Action 1.2 is gone.')

  it('is one line of the head, goes without a trace, and stays when other words change', () => {
    expect(marked).toBe((FILES.get(PATH) ?? '').replace(/^(translates: .*)$/m, '$1\nmachine: true'))
    expect(editText(marked, { machine: false })).toBe(FILES.get(PATH))
    expect(editableText(editText(marked, { title: 'Another title' })).machine).toBe(true)
  })

  it('keeps the text from being published', () => {
    const found = checkArticle(article, contentOf(files), '2026-11-24').filter(forbids)
    expect(found).toMatchObject([{ rule: 'unread-translation', severity: 'error', file: PATH }])
    expect(found[0]?.remedy).toContain('machine: true')
  })

  it('makes a beginning of its targets in XLIFF, where a text that was read is reviewed, or translated', () => {
    const states = (of: typeof article) => [...exportXliff([of], 'en').matchAll(/<segment([^>]*)>/g)].map(([, a]) => a)
    const read = content.articles.find(({ id }) => id === 'action-1.2') ?? article
    const english = read.texts.en
    if (!english) throw new Error('The English is gone.')
    expect(new Set(states(article))).toEqual(new Set([' state="initial"']))
    expect(new Set(states(read))).toEqual(new Set([' state="reviewed"']))
    const behind = { ...english, translates: '000000000000' }
    expect(new Set(states({ ...read, texts: { ...read.texts, en: behind } }))).toEqual(new Set([' state="translated"']))
    expect(states({ ...read, texts: { fr: read.texts.fr } as never })).toEqual(states(read).map(() => ''))
    // It comes back with its mark: a translator's tool does not tell who read it.
    const back = importXliff(exportXliff([article], 'en').replace('prospecting', 'scouting'), files)
    expect(editableText(back.files.get(PATH) ?? '')).toMatchObject({ machine: true })
  })
})
