import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { LabelledQuestion } from './console/library/resources.ts'
import { HOUSE } from './house.ts'
import { LANGUAGES } from './language/languages.ts'

/** The project's own questions with the articles that answer them, one JSON a line. */
const FILE = `${HOUSE}test/measure/made-questions.jsonl`

const shape = z
  .object({ id: z.string(), lang: z.enum(LANGUAGES), question: z.string(), articles: z.array(z.string()) })
  .transform(({ lang, ...rest }): LabelledQuestion => ({ ...rest, language: lang }))

/** The labelled questions; none where this installation came without them. */
export async function labelledQuestions(): Promise<readonly LabelledQuestion[]> {
  const text = await readFile(FILE, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const read = shape.safeParse(JSON.parse(line))
      return read.success ? [read.data] : []
    })
}
