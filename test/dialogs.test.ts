import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { dialogs } from '../dialogs/index.ts'
import type { Case, Dialog, Ending } from '../src/dialog/define.ts'
import type { Occupations } from '../src/dialog/occupations.ts'
import { makePlan } from '../src/dialog/plan.ts'
import { makeShelf, type Shelf } from '../src/dialog/shelf.ts'
import { type Situation, SKIPPED } from '../src/dialog/situation.ts'
import { plain, spotAnswer, understandAnswer } from '../src/dialog/understand.ts'
import { walk } from '../src/dialog/walk.ts'
import { readWords } from '../src/dialog/words.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { LANGUAGES, type Language } from '../src/language/languages.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'

const HOUSE = fileURLToPath(new URL('..', import.meta.url))
/** What a plan may be made of. */
const KINDS: readonly string[] = ['step', 'order', 'program', 'francization', 'contact', 'measure']
const byId = new Map(dialogs.map((each) => [each.id, each]))

/** One trade for every regulator there is, with what follows from it; a nurse, because France's are exempt from something. */
const TRADES: Readonly<Record<string, Situation>> = {
  nurse: { regulator: 'order', order: 'order-oiiq' },
  engineer: { regulator: 'order', order: 'order-oiq' },
  electrician: { regulator: 'ccq' },
  'stationary-engine-mechanic': { regulator: 'qualified-trades' },
  teacher: { regulator: 'teaching' },
  'childcare-educator': { regulator: 'childcare' },
  cook: { regulator: 'none' },
  biologist: { regulator: 'unknown' },
}

/** Occupations that recognise nothing: what dialogs themselves understand is looked at alone. */
const noOccupations: Occupations = {
  ids: Object.keys(TRADES),
  get: () => undefined,
  name: (id) => id,
  recognise: () => ({ is: 'unknown' }),
  derive: (situation) => ({ ...situation, ...TRADES[situation.trade ?? ''] }),
}

let shelf: Shelf
let library: Library
let phrases: Phrases
const articles = new Set<string>()
const contacts = new Set<string>()

beforeAll(async () => {
  const folder = `${HOUSE}dialogs`
  const own = new Map(
    await Promise.all(dialogs.map(async ({ id }) => [id, await readWords(`${folder}/${id}`)] as const)),
  )
  shelf = makeShelf(dialogs, own, await readWords(`${folder}/questions`), noOccupations)
  library = buildLibrary(await readContent(`${HOUSE}knowledge`), 1)
  phrases = await readPhrases(`${folder}/phrases`)
  for (const { id, kind } of library.articles.values()) {
    articles.add(id)
    if (kind === 'contact') contacts.add(id)
  }
})

/** What may be answered to a question: every option, a trade of every regulator, and nothing. */
function answersTo(dialog: Dialog, question: string): readonly string[] {
  const { kind, options } = dialog.questions[question] ?? { kind: 'choice', options: [] }
  return [...(kind === 'occupation' ? Object.keys(TRADES) : options), SKIPPED]
}

function answered(situation: Situation, question: string, answer: string): Situation {
  return { ...situation, [question]: answer, ...(question === 'trade' ? TRADES[answer] : {}) }
}

interface Walked {
  readonly situation: Situation
  readonly asked: readonly string[]
  readonly ending: Ending
}

/** Every way through a dialog: each question that is asked is answered in every way. */
function waysThrough(dialog: Dialog, situation: Situation = {}): readonly Walked[] {
  const ways: Walked[] = []
  const open = [situation]
  for (let told = open.pop(); told; told = open.pop()) {
    const standing = walk(dialog, told)
    if (standing.at === 'ending') ways.push({ situation: told, asked: standing.asked, ending: standing.ending })
    else for (const answer of answersTo(dialog, standing.question)) open.push(answered(told, standing.question, answer))
  }
  return ways
}

const waysOf = new Map<string, readonly Walked[]>()
/** Every way through a dialog from its beginning, found once. */
function ways(dialog: Dialog): readonly Walked[] {
  const known = waysOf.get(dialog.id) ?? waysThrough(dialog)
  waysOf.set(dialog.id, known)
  return known
}

/** Every combination of answers to all questions of a dialog, asked or not. */
function* wholeGrid(dialog: Dialog, questions = Object.keys(dialog.questions)): Generator<Situation> {
  const [question, ...rest] = questions
  if (question === undefined) yield {}
  else
    for (const situation of wholeGrid(dialog, rest))
      for (const answer of answersTo(dialog, question)) yield answered(situation, question, answer)
}

/** The dialogs that a person comes through, one leading into another. */
function followed(dialog: Dialog, situation: Situation): readonly string[] {
  let standing = walk(dialog, situation)
  const through = [dialog.id]
  while (standing.at === 'ending' && standing.ending.end === 'dialog') {
    const next = byId.get(standing.ending.dialog)
    if (!next || through.includes(next.id))
      throw new Error(`« ${through.join(' → ')} » leads to « ${standing.ending.dialog} ».`)
    through.push(next.id)
    standing = walk(next, situation)
  }
  return through
}

function shown(ending: Ending, situation: Situation): readonly string[] {
  if (ending.end === 'articles') return ending.articles
  if (ending.end !== 'plan') return []
  const { steps } = makePlan(library, situation, ending.kinds)
  return [...steps.now, ...steps.next, ...steps.later].map(({ article }) => article)
}

function endingsOf(dialog: Dialog): Ending[] {
  return Object.values(dialog.questions).flatMap(({ routes }) =>
    routes.flatMap(({ to }) => (typeof to === 'string' ? [] : [to])),
  )
}

/** The words of every question of every dialog, in every language. */
function everyQuestion() {
  return dialogs.flatMap((dialog) =>
    Object.entries(dialog.questions).flatMap(([name, question]) =>
      LANGUAGES.map((language) => ({
        dialog,
        name,
        question,
        language,
        words: shelf.question(dialog.id, name, language),
      })),
    ),
  )
}

describe('the words of dialogs', () => {
  it('are there for every question and every option, and for nothing else', () => {
    for (const { dialog, name, question, language, words } of everyQuestion()) {
      expect(Object.keys(words.options).sort(), `${dialog.id}/${name} in ${language}`).toEqual(
        [...question.options].sort(),
      )
    }
    for (const { id, questions } of dialogs) {
      for (const language of LANGUAGES) {
        const strangers = Object.keys(shelf.words(id, language).questions).filter((name) => !questions[name])
        expect(strangers, `${id} in ${language} has words of questions that it does not ask`).toEqual([])
      }
    }
  })

  it('name the same sentences, and open the dialog, in every language', () => {
    for (const { id } of dialogs) {
      const { says } = shelf.words(id, 'fr')
      for (const language of LANGUAGES) {
        const words = shelf.words(id, language)
        expect(Object.keys(words.says).sort(), `${id} in ${language}`).toEqual(Object.keys(says).sort())
        expect(words.opens.length, `${id} in ${language}`).toBeGreaterThan(0)
      }
    }
  })

  it('have labels that are distinct and fit on a button', () => {
    for (const { dialog, name, language, words } of everyQuestion()) {
      const labels = Object.values(words.options).map(({ label }) => label)
      expect(new Set(labels.map(plain)).size, `${dialog.id}/${name} in ${language}`).toBe(labels.length)
      for (const label of labels) expect([...label].length, `« ${label} »`).toBeLessThanOrEqual(40)
    }
  })

  it('mean one option only, in all languages together', () => {
    const shared: string[] = []
    for (const dialog of dialogs) {
      for (const name of Object.keys(dialog.questions)) {
        const meaning = new Map<string, string>()
        for (const language of LANGUAGES) {
          for (const [value, { label, also, alone }] of Object.entries(
            shelf.question(dialog.id, name, language).options,
          )) {
            for (const way of [label, ...also, ...alone].map(plain)) {
              const other = meaning.get(way)
              if (other !== undefined && other !== value)
                shared.push(`${dialog.id}/${name}: « ${way} » is ${other} and ${value}`)
              meaning.set(way, value)
            }
          }
        }
      }
    }
    expect(shared).toEqual([])
  })

  it('are not what orders something else at every question (« retour », « parler à une personne »)', () => {
    const orders = LANGUAGES.flatMap((language) =>
      [...ORDERS, ...LANGUAGES.map((each) => `language.${each}`)].flatMap((order) =>
        phrases.list(`told.${order}`, language).map(plain),
      ),
    )
    const taken = everyQuestion().flatMap(({ dialog, name, words }) =>
      Object.values(words.options).flatMap(({ label, also, alone }) =>
        [label, ...also, ...alone]
          .filter((way) => orders.includes(plain(way)))
          .map((way) => `${dialog.id}/${name}: ${way}`),
      ),
    )
    expect([...new Set(taken)]).toEqual([])
  })

  it('ask for one dialog only, and never in the words of an article’s question', () => {
    const opened = new Map<string, string>()
    const twice: string[] = []
    for (const { id } of dialogs) {
      for (const way of LANGUAGES.flatMap((language) => shelf.words(id, language).opens.map(plain))) {
        const other = opened.get(way)
        if (other !== undefined && other !== id) twice.push(`« ${way} » opens ${other} and ${id}`)
        opened.set(way, id)
      }
    }
    expect(twice).toEqual([])
    const answeredByArticles = [...library.articles.values()].flatMap(({ id, texts }) =>
      Object.values(texts).flatMap(({ questions }) =>
        questions.filter((question) => opened.has(plain(question))).map((question) => `${id}: ${question}`),
      ),
    )
    expect(answeredByArticles).toEqual([])
  })

  it('understand what people type to the open question', () => {
    for (const [name, language, text, expected] of TYPED) {
      const dialog = byId.get('my-path')
      const question = dialog?.questions[name]
      if (!question) throw new Error(`my-path does not ask « ${name} ».`)
      const understood = understandAnswer(text, { dialog: 'my-path', name, question }, language, shelf)
      expect(understood, `« ${text} » to ${name}`).toEqual({ is: 'value', value: expected })
    }
  })

  it('find in a story only what it says', () => {
    for (const [language, story, expected] of STORIES) {
      const told: Record<string, string> = {}
      for (const [name, question] of Object.entries(byId.get('my-path')?.questions ?? {})) {
        const value = spotAnswer(story, { dialog: 'my-path', name, question }, language, shelf)
        if (value) told[name] = value
      }
      expect(told, story).toEqual(expected)
    }
  })
})

/** What may be ordered at every question, by the names of its phrases. */
const ORDERS = ['skip', 'why', 'back', 'restart', 'leave', 'person', 'forget', 'help', 'plan']

const TYPED: readonly (readonly [string, Language, string, string])[] = [
  ['where', 'fr', '2', 'canada'],
  ['where', 'fr', 'trois', 'abroad'],
  ['where', 'fr', 'au quebec', 'quebec'],
  ['where', 'fr', 'quebec', 'quebec'],
  ['where', 'fr', 'à Montréal', 'quebec'],
  ['where', 'fr', 'MONTREAL', 'quebec'],
  ['where', 'fr', 'j’habite à Laval depuis un an', 'quebec'],
  ['where', 'fr', 'chez moi au Maroc', 'abroad'],
  ['where', 'fr', 'au cameroun', 'abroad'],
  ['where', 'en', 'in Quebec', 'quebec'],
  ['where', 'en', "I'm in Lebanon", 'abroad'],
  ['where', 'es', 'en Perú', 'abroad'],
  ['where', 'es', 'vivo en montreal', 'quebec'],
  ['where', 'fr', 'maroc', 'abroad'],
  ['where', 'fr', 'Laval', 'quebec'],
  ['where', 'fr', 'j’suis au québec moi', 'quebec'],
  ['where', 'en', 'algeria', 'abroad'],
  ['trained', 'fr', 'en france', 'france'],
  ['trained', 'fr', 'au Maroc', 'elsewhere'],
  ['trained', 'en', 'Philippines', 'elsewhere'],
  ['trained', 'es', 'estudié en Quebec', 'quebec'],
  ['money', 'fr', 'frais', 'fees'],
  ['money', 'fr', 'cours de français', 'french-course'],
  ['where', 'ar', 'أنا في المغرب', 'abroad'],
  ['where', 'ar', 'في كيبيك', 'quebec'],
  ['who', 'fr', 'je suis employeur', 'employer'],
  ['who', 'fr', 'j’aide ma femme', 'helper'],
  ['status', 'fr', 'résidente permanente', 'resident'],
  ['status', 'fr', 'je suis demandeur d’asile', 'claimant'],
  ['status', 'en', 'PR', 'resident'],
  ['status', 'es', 'tengo un permiso de trabajo abierto', 'worker'],
  ['trained', 'fr', 'j’ai fait mes études en france', 'france'],
  ['trained', 'fr', 'diplômée au Maroc', 'elsewhere'],
  ['progress', 'fr', 'pas encore d’évaluation', 'nothing'],
  ['progress', 'fr', 'j’ai fait l’évaluation comparative', 'evaluated'],
  ['progress', 'fr', 'refusé', 'refused'],
  ['progress', 'fr', 'l’ordre m’a demandé des cours', 'prescribed'],
  ['progress', 'en', 'nothing yet', 'nothing'],
  ['progress', 'es', 'busco trabajo', 'job-search'],
  ['progress', 'ar', 'لم أبدأ بعد', 'nothing'],
  ['french', 'fr', 'je parle un peu le français', 'some'],
  ['french', 'fr', 'je parle pas bien français', 'some'],
  ['french', 'en', 'B2', 'good'],
  ['french', 'es', 'no hablo francés', 'none'],
  ['french', 'ar', 'لا أتكلم الفرنسية', 'none'],
  ['money', 'fr', 'payer mon loyer', 'living'],
  ['money', 'fr', 'j’ai pas besoin d’argent', 'none'],
]

/** Stories as people write them, and what they say without their trade; a wish is not a place where one is. */
const STORIES: readonly (readonly [Language, string, Record<string, string>])[] = [
  ['fr', "je suis infirmière au Maroc, pas encore d'évaluation", { where: 'abroad', progress: 'nothing' }],
  ['fr', 'je suis ingénieur et je veux travailler au Québec', {}],
  ['fr', 'je viens du Maroc et je suis électricien', {}],
  ['fr', 'je vis à Montréal, diplômée en Algérie, infirmière', { where: 'quebec', trained: 'elsewhere' }],
  ['fr', 'j’ai étudié la médecine en Tunisie, je suis médecin', {}],
  ['fr', 'infirmière formée en France', { trained: 'france' }],
  ['es', 'quiero vivir en Montreal y estudiar en Quebec', {}],
  ['ar', 'أريد أن أعيش في كيبيك', {}],
  ['fr', 'j’ai étudié à l’étranger et j’attends ma résidence permanente', { who: 'person' }],
  [
    'fr',
    'je suis résidente permanente, je vis à Laval et je cherche un emploi',
    { where: 'quebec', status: 'resident', progress: 'job-search' },
  ],
  ['fr', 'je n’ai pas fait l’évaluation comparative et je ne parle pas bien français', { french: 'some' }],
  ['fr', 'permis de travail au Québec pour infirmière', {}],
  ['fr', 'l’ordre a refusé ma demande, je suis dentiste', { progress: 'refused' }],
  ['en', 'I am a nurse in Lebanon and I do not speak French', { where: 'abroad', french: 'none' }],
  ['en', 'I want to work as an engineer in Quebec', {}],
  [
    'en',
    'I live in Montreal, I have a work permit, I am looking for work',
    { where: 'quebec', status: 'worker', progress: 'job-search' },
  ],
  ['es', 'soy enfermera en Colombia y no he hecho nada', { where: 'abroad', progress: 'nothing' }],
  ['es', 'quiero trabajar en Quebec como ingeniero', {}],
  ['ar', 'أنا ممرضة في لبنان ولا أتكلم الفرنسية', { where: 'abroad' }],
  ['ar', 'أريد العمل كمهندس في كيبيك', {}],
]

describe('the shared questions', () => {
  it('have the same values wherever they are asked', () => {
    const values = new Map<string, readonly string[]>()
    for (const { dialog, name, question } of everyQuestion()) {
      const known = values.get(name)
      if (known) expect(question.options, `${dialog.id}/${name}`).toEqual(known)
      values.set(name, question.options)
    }
  })
})

describe('the tables of dialogs', () => {
  it('lead only to questions, dialogs and articles that there are', () => {
    for (const dialog of dialogs) {
      for (const { routes } of Object.values(dialog.questions)) {
        for (const { to } of routes)
          if (typeof to === 'string') expect(Object.keys(dialog.questions), dialog.id).toContain(to)
      }
      for (const ending of endingsOf(dialog)) {
        if (ending.end === 'dialog') expect([...byId.keys()], dialog.id).toContain(ending.dialog)
        if (ending.end === 'articles')
          for (const article of ending.articles) expect([...articles], dialog.id).toContain(article)
        if (ending.end === 'plan') for (const kind of ending.kinds ?? []) expect(KINDS, dialog.id).toContain(kind)
      }
    }
  })

  it('offer a contact at every ending', () => {
    for (const dialog of dialogs) {
      for (const ending of endingsOf(dialog)) {
        if (ending.end === 'articles')
          expect(
            ending.articles.some((each) => contacts.has(each)),
            `${dialog.id}: ${ending.articles}`,
          ).toBe(true)
        if (ending.end === 'plan' && ending.kinds) expect(ending.kinds, dialog.id).toContain('contact')
      }
    }
  })

  it('have no route that nobody takes and no question that nobody is asked', () => {
    for (const dialog of dialogs) {
      const taken = new Set<Case<string>>()
      for (const { situation, asked } of ways(dialog)) {
        for (const name of asked) {
          const { routes } = dialog.questions[name] ?? { routes: [] }
          const route = routes.find((each) =>
            each.is === undefined ? (each.when?.(situation) ?? true) : each.is === situation[name],
          )
          if (route) taken.add(route)
        }
      }
      for (const [name, { routes }] of Object.entries(dialog.questions)) {
        const idle = routes.flatMap((route, index) => (taken.has(route) ? [] : [`route ${index + 1}`]))
        expect(idle, `${dialog.id}/${name}`).toEqual([])
      }
    }
  })

  it('end whatever is answered, never longer than the table, and quickly', () => {
    const figures: string[] = []
    let walked = 0
    let took = 0
    for (const dialog of dialogs) {
      let situations = 0
      const questions = Object.keys(dialog.questions).length
      const before = performance.now()
      for (const situation of wholeGrid(dialog)) {
        situations += 1
        const { at, asked } = walk(dialog, situation)
        if (at !== 'ending' || asked.length > questions)
          throw new Error(`${dialog.id} does not end for ${JSON.stringify(situation)}`)
      }
      took += performance.now() - before
      walked += situations
      const answers = new Set(ways(dialog).map(({ asked }) => asked.length))
      figures.push(
        `${dialog.id}: ${situations} situations; ${ways(dialog).length} ways through, ${Math.min(...answers)} to ${Math.max(...answers)} answers`,
      )
    }
    console.log(
      [
        ...figures,
        `In all ${walked} situations, ${((took / walked) * 1000).toFixed(2)} µs each, making them included.`,
      ].join('\n'),
    )
    expect(took / walked).toBeLessThan(0.1)
  })

  it('lead into one another without going round in circles', () => {
    for (const dialog of dialogs) {
      const longest = Math.max(...new Set(ways(dialog).map(({ situation }) => followed(dialog, situation).length)))
      expect(longest, dialog.id).toBeLessThanOrEqual(3)
    }
  })
})

describe('my path', () => {
  it('takes at most 9 answers, and 5 for the simplest', () => {
    const dialog = byId.get('my-path')
    if (!dialog) throw new Error('There is no dialog « my-path ».')
    let longest = 0
    let simplest = Number.POSITIVE_INFINITY
    for (const { situation, asked, ending } of ways(dialog)) {
      longest = Math.max(longest, asked.length)
      if (ending.end === 'plan') simplest = Math.min(simplest, asked.length)
      if (ending.end === 'dialog') {
        const next = byId.get(ending.dialog)
        for (const { asked: more } of next ? waysThrough(next, situation) : [])
          longest = Math.max(longest, asked.length + more.length)
      }
    }
    console.log(`my-path: ${longest} answers at most, ${simplest} to the shortest plan`)
    expect(longest).toBeLessThanOrEqual(9)
    expect(simplest).toBeLessThanOrEqual(5)
  })

  it('asks the status only in Québec, and nothing about an order where there is none', () => {
    const dialog = byId.get('my-path')
    if (!dialog) throw new Error('There is no dialog « my-path ».')
    const needless = ways(dialog).filter(
      ({ situation, asked }) =>
        (asked.includes('status') && situation.where !== 'quebec') ||
        (asked.includes('progress') && situation.regulator === 'none'),
    )
    expect(needless).toEqual([])
  })
})

describe('what endings show', () => {
  /** Of my-path's plans every one of a few is made: the conditions' own test has their whole grid. */
  const EVERY = 23

  it('is at least one article and one contact, in whatever situation they are come to', () => {
    let made = 0
    const poor: string[] = []
    for (const dialog of dialogs) {
      let number = 0
      for (const { situation, ending } of ways(dialog)) {
        number += 1
        if (ending.end === 'dialog' || (dialog.id === 'my-path' && number % EVERY !== 0)) continue
        made += 1
        const offered = shown(ending, situation)
        const contact = offered.some((each) => contacts.has(each))
        const article = offered.some((each) => !contacts.has(each))
        if (!contact || !article)
          poor.push(`${dialog.id} ${JSON.stringify(situation)}: ${offered.join(', ') || 'nothing'}`)
      }
    }
    console.log(`${made} endings looked at`)
    expect(poor.slice(0, 20)).toEqual([])
  })
})

describe('the folder of dialogs', () => {
  it('holds one folder for each dialog, and no other', () => {
    const folders = readdirSync(`${HOUSE}dialogs`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    const own = folders.filter((name) => name !== 'phrases' && name !== 'questions')
    expect(own.sort()).toEqual(dialogs.map(({ id }) => id).sort())
  })
})
