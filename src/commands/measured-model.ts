import type { Answer } from '../answer/answer.ts'
import { embedLibrary } from '../answer/embed.ts'
import { type Grade, grade } from '../answer/grade.ts'
import { type Groundedness, groundedness } from '../answer/groundedness.ts'
import type { Model } from '../answer/model.ts'
import { type Vectors, vectorsInMemory } from '../answer/vectors.ts'
import type { Library } from '../knowledge/library.ts'
import { LANGUAGES } from '../language/languages.ts'
import type { ModelSettings } from '../model/model-settings.ts'

/** A model that is measured, with the vectors of the library that it is measured on. */
export interface MeasuredModel {
  readonly model: Model
  readonly vectors: Vectors
}

export async function openMeasured(settings: ModelSettings, library: Library): Promise<MeasuredModel> {
  const { openModel } = await import('../model/open-model.ts')
  const model = openModel(settings, { now: () => new Date(), report: () => {} })
  const vectors = vectorsInMemory()
  for (const language of LANGUAGES) {
    const { left } = await embedLibrary(library, language, model, vectors)
    if (left) console.error(`${left} passages in « ${language} » could not be embedded: they are found by words alone.`)
  }
  return { model, vectors }
}

/** What is measured besides the ranking where a model is set. */
export interface MeasuredAnswers {
  readonly groundedness: Groundedness
  /** Means over the answers that a model wrote, as the same model judges them; `left` were not judged. */
  readonly grades: Grade & { readonly n: number; readonly left: number }
}

/** Measures the answers themselves: held to the text, and as a judge sees them. */
export async function measureAnswers(
  given: readonly { readonly question: string; readonly answer: Answer }[],
  { model }: MeasuredModel,
): Promise<MeasuredAnswers> {
  const written = given.filter(({ answer }) => answer.status === 'answered')
  const grades: Grade[] = []
  for (const { question, answer } of written) {
    const graded = await grade(question, answer, model.help())
    if (!('because' in graded)) grades.push(graded)
  }
  const mean = (of: keyof Grade) =>
    grades.length ? Math.round((grades.reduce((sum, each) => sum + each[of], 0) / grades.length) * 10_000) / 10_000 : 0
  return {
    groundedness: groundedness(given.map(({ answer }) => answer)),
    grades: {
      n: grades.length,
      left: written.length - grades.length,
      relevance: mean('relevance'),
      faithfulness: mean('faithfulness'),
      completeness: mean('completeness'),
    },
  }
}

/** Says on the terminal what was measured. */
export function showAnswers({ groundedness, grades }: MeasuredAnswers): void {
  const { answers, endings, sentences, inventedFigures, usage } = groundedness
  const counted = Object.entries(endings).map(([ending, count]) => `${ending} ${count}`)
  console.log(`model ${answers} · ${counted.join(' · ')}`)
  console.log(
    `sentences kept ${sentences.kept} · dropped ${sentences.dropped} · invented figures ${inventedFigures.length} · tokens ${usage.input} + ${usage.output} · cost ${usage.cost.toFixed(4)}`,
  )
  console.log(
    `judged ${grades.n} (left ${grades.left}) · relevance ${grades.relevance} · faithfulness ${grades.faithfulness} · completeness ${grades.completeness}`,
  )
}
