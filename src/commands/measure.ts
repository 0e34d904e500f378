import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Answer, answer } from '../answer/answer.ts'
import { HOUSE } from '../house.ts'
import type { Article, Section } from '../knowledge/article.ts'
import { readContent } from '../knowledge/content.ts'
import { buildLibrary } from '../knowledge/library.ts'
import { type Asked, type Measured, score } from '../knowledge/measure.ts'
import { NO_SCOPE } from '../knowledge/scope.ts'
import { LANGUAGES, ORIGINAL } from '../language/languages.ts'
import { readPhrases } from '../language/phrases.ts'
import { environment, readModel } from '../settings.ts'
import { measureAnswers, openMeasured, showAnswers } from './measured-model.ts'

const questionShape = z.object({
  id: z.coerce.string(),
  lang: z.string(),
  question: z.string().min(1),
  articles: z.array(z.string()),
  status: z.string().optional(),
})
const articleShape = z.object({
  id: z.coerce.string(),
  lang: z.enum(LANGUAGES),
  title: z.string(),
  text: z.string(),
})
type PlainArticle = z.infer<typeof articleShape>

/** Asks a question as a conversation would ask it; `alone` without a model. */
type Ask = (question: string, lang: string, alone?: 'alone') => Promise<Answer>

/** Measures quality, of the model's answers too where one is set: `--questions Q.jsonl [--articles A.jsonl] [--json OUT.json]` (the formats are in the contract). */
async function measure(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { questions: { type: 'string' }, articles: { type: 'string' }, json: { type: 'string' } },
  })
  if (!values.questions) throw new Error('Say which questions: npm run measure -- --questions Q.jsonl')
  const questions = await readLines(values.questions, questionShape)
  const { ask, helped } = await askLibrary(values.articles ? await readLines(values.articles, articleShape) : undefined)
  for (const { question, lang } of questions.slice(0, WARM_UP)) await ask(question, lang, 'alone')
  const asked: Asked[] = []
  const given: { question: string; answer: Answer }[] = []
  for (const { id, lang, question, articles, status } of questions) {
    const began = performance.now()
    const told = await ask(question, lang)
    const ms = performance.now() - began
    given.push({ question, answer: told })
    asked.push({
      id,
      lang,
      question,
      expected: articles,
      ...(status ? { expectedStatus: status } : {}),
      ranked: told.articles.length ? told.articles : (told.considered ?? []),
      status: told.status,
      offered: told.leads.filter((lead) => lead.to === 'passage').length,
      ms,
    })
  }
  const measured = score(asked)
  const answers = helped && (await measureAnswers(given, helped))
  if (values.json) await writeFile(values.json, `${JSON.stringify({ ...measured, ...answers }, null, 2)}\n`)
  show(measured)
  if (answers) showAnswers(answers)
}

/** So many questions are asked beforehand, so that times are those of a house that is open, not of its first minute. */
const WARM_UP = 30

/** Today's library, as it is published with the house; or other articles in its place, which have no scope of their own. */
async function askLibrary(articles?: readonly PlainArticle[]) {
  const content = await readContent(`${HOUSE}knowledge`)
  const phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
  const library = buildLibrary(articles ? { ...content, articles: plainly(articles), scope: NO_SCOPE } : content, 1)
  for (const language of LANGUAGES) library.warm(language)
  const here = LANGUAGES.filter((language) => [...library.articles.values()].some((article) => article.texts[language]))
  const settings = readModel(environment())
  const helped = settings && (await openMeasured(settings, library))
  const ask: Ask = async (question, lang, alone) => {
    const own = here.find((language) => language === lang)
    return answer(
      { question, language: own ?? ORIGINAL, ...(own ? {} : { foreign: true }) },
      { library, phrases, ...(alone ? {} : helped) },
    )
  }
  return { ask, helped }
}

/** Plain texts as articles: parts of a text are its sections. */
function plainly(plain: readonly PlainArticle[]): Article[] {
  const byId = new Map<string, Article>()
  for (const each of plain) {
    const known = byId.get(each.id)
    const text = {
      language: each.lang,
      title: each.title,
      summary: '',
      questions: [],
      digest: '',
      sections: sectionsOf(each),
    }
    byId.set(each.id, {
      id: each.id,
      folder: 'steps',
      kind: 'step',
      about: { audience: ['person'], review: '9999-12-31', status: 'active', contacts: [], related: [], sources: {} },
      texts: { ...known?.texts, [each.lang]: text },
    })
  }
  return [...byId.values()]
}

/** A passage holds paragraphs of about so many words. */
const PASSAGE_WORDS = 120

function sectionsOf({ text }: PlainArticle): Section[] {
  const passages: string[][] = []
  let words = PASSAGE_WORDS
  for (const line of text.split('\n')) {
    const length = line.split(/\s+/).length
    if (words > 0 && words + length > PASSAGE_WORDS) {
      passages.push([])
      words = 0
    }
    passages.at(-1)?.push(line)
    words += length
  }
  return passages.map((lines, at) => ({ id: String(at + 1), heading: '', body: lines.join('\n') }))
}

async function readLines<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.output<Shape>[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim())
  return lines.map((line, at) => {
    const parsed = shape.safeParse(JSON.parse(line))
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw new Error(
      `${file}, line ${at + 1}, ${issue?.path.join('.') || 'whole line'}: ${issue?.message}. The contract shows the fields.`,
    )
  })
}

function show({ n, byLanguage, ms, misses, ...scores }: Measured): void {
  const row = (name: string, { recall, mrr, answered, noAnswer }: Omit<typeof scores, 'n'>, count: number) =>
    console.log(
      `${name.padEnd(4)} n ${count} · recall ${recall[1]} / ${recall[3]} / ${recall[5]} · mrr ${mrr} · answered f1 ${answered.f1} · no answer f1 ${noAnswer.f1}`,
    )
  row('all', scores, n)
  for (const [language, own] of Object.entries(byLanguage)) row(language, own, own.n)
  console.log(`ms p50 ${ms.p50} · p99 ${ms.p99}`)
  for (const miss of misses) {
    console.log(
      `miss ${miss.id}: ${miss.question.slice(0, 90)} · expected ${miss.expected.join(' ') || 'no answer'} · got ${miss.got.slice(0, 3).join(' ')}`,
    )
  }
}

await measure(process.argv.slice(2))
