import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readContent } from '../knowledge/content.ts'
import { readGlossary } from '../knowledge/glossary.ts'
import { buildLibrary } from '../knowledge/library.ts'
import { type Asked, type Measured, score } from '../knowledge/measure.ts'
import { buildSearcher, type Found, type SearchDocument } from '../knowledge/search.ts'
import { isLanguage, LANGUAGES, type Language } from '../language/languages.ts'

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

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** What came of a question: how it ended, the articles found (best first), and how many of them were offered. */
export interface Outcome {
  readonly status: string
  readonly articles: readonly string[]
  readonly offered?: number
}
/** Asks a question as a conversation would ask it. */
export type Ask = (question: string, lang: string) => Promise<Outcome>

/** Measures quality: `--questions Q.jsonl [--articles A.jsonl] [--json OUT.json]` (the formats are in the contract). */
async function measure(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { questions: { type: 'string' }, articles: { type: 'string' }, json: { type: 'string' } },
  })
  if (!values.questions) throw new Error('Say which questions: npm run measure -- --questions Q.jsonl')
  const questions = await readLines(values.questions, questionShape)
  const ask = values.articles ? await askArticles(await readLines(values.articles, articleShape)) : await askLibrary()
  const asked: Asked[] = []
  for (const { id, lang, question, articles, status } of questions) {
    const began = performance.now()
    const outcome = await ask(question, lang)
    asked.push({
      id,
      lang,
      question,
      expected: articles,
      ...(status ? { expectedStatus: status } : {}),
      ranked: outcome.articles,
      status: outcome.status,
      ...(outcome.offered === undefined ? {} : { offered: outcome.offered }),
      ms: performance.now() - began,
    })
  }
  const measured = score(asked)
  if (values.json) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`)
  show(measured)
}

/** Today's library, as it is published with the house. */
async function askLibrary(): Promise<Ask> {
  const library = buildLibrary(await readContent(KNOWLEDGE), 1)
  return askSearchers((question, language) => library.search(question, language), LANGUAGES)
}

/** Articles in the library's place, searched with the house's glossary. */
async function askArticles(articles: readonly PlainArticle[]): Promise<Ask> {
  const glossary = await readGlossary(KNOWLEDGE, [])
  const languages = LANGUAGES.filter((language) => articles.some((article) => article.lang === language))
  const searchers = new Map(
    languages.map((language) => {
      const documents = articles.filter((article) => article.lang === language).flatMap(documentsOf)
      return [language, buildSearcher(documents, language, glossary.synonyms(language))]
    }),
  )
  const nothing: Found = { certainty: 'nothing', hits: [] }
  return askSearchers((question, language) => searchers.get(language)?.search(question) ?? nothing, languages)
}

const STATUS: Readonly<Record<Found['certainty'], string>> = { sure: 'quoted', unsure: 'unsure', nothing: 'not-found' }
const MOST_OFFERED = 3

/** Searches in the language of the question; where that finds nothing, or holds no article, in the others. */
function askSearchers(search: (question: string, language: Language) => Found, languages: readonly Language[]): Ask {
  return async (question, lang) => {
    const own = isLanguage(lang) && languages.includes(lang) ? search(question, lang) : undefined
    const found = own && own.certainty !== 'nothing' ? own : (elsewhere(question, own) ?? own)
    return {
      status: STATUS[found?.certainty ?? 'nothing'],
      articles: found?.hits.map((hit) => hit.article) ?? [],
      offered: MOST_OFFERED,
    }
    function elsewhere(question: string, own: Found | undefined): Found | undefined {
      const others = languages.filter((language) => language !== lang).map((language) => search(question, language))
      const best = (certainty: Found['certainty']) =>
        others
          .filter((found) => found.certainty === certainty)
          .sort((one, other) => (other.hits[0]?.score ?? 0) - (one.hits[0]?.score ?? 0))[0]
      return best('sure') ?? best('unsure') ?? (own ? undefined : best('nothing'))
    }
  }
}

/** A passage holds paragraphs of about so many words. */
const PASSAGE_WORDS = 120

function documentsOf({ id, title, text }: PlainArticle): SearchDocument[] {
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
  return passages.map((lines, at) => ({
    id: `${id}#${at + 1}`,
    article: id,
    title,
    heading: '',
    text: lines.join('\n'),
    questions: [],
  }))
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
