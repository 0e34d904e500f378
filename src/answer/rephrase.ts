import { z } from 'zod'
import { ORIGINAL } from '../language/languages.ts'
import { tokens } from '../language/text.ts'
import type { Asked, Step } from './answer.ts'
import { readFigures } from './figures.ts'
import { followsOn } from './follow-up.ts'
import { instructs } from './instructs.ts'
import { fromPerson, IN_ENGLISH, REPHRASE } from './prompt.ts'
import { typedIn } from './typed.ts'
import { isOtherLanguage } from './written-in.ts'

const shape = z.strictObject({ question: z.string() })
/** A question of more signs than this is no short question. */
const LONGEST = 300

/**
 * With a model: a question that leans on the one before is put so that it stands alone, and one in a language that is
 * none of ours is put in French. What comes back is only ever searched with; where it is no such question, it is
 * left. A question that speaks to a model is answered without one.
 */
export const rephrase: Step = async (work, { library }) => {
  const { asked, help } = work
  if (!help) return work
  if (instructs(asked.question) || instructs(asked.subject?.question ?? '')) {
    const { help: _, ...without } = work
    return { ...without, ending: 'instructed' }
  }
  const written = asked.writtenIn ?? asked.language
  const leans = asked.subject !== undefined && followsOn(asked.question, written)
  if (!leans && !asked.foreign) return work
  const language = asked.foreign ? ORIGINAL : written
  const told = await help.ask({
    purpose: 'rephrase',
    instructions: REPHRASE,
    material: JSON.stringify({
      question: fromPerson(asked.question, library),
      ...(asked.subject ? { earlier: fromPerson(asked.subject.question, library) } : {}),
      language: IN_ENGLISH[language],
    }),
    shape,
  })
  if (told.is === 'silent') return { ...work, ending: told.because }
  const question = told.value.question.replace(/\s+/g, ' ').trim()
  return isSuchAQuestion(question, asked, language) ? { ...work, sought: { question, language } } : work
}

/** Short, in its language, and with no figure or address that nobody said. */
function isSuchAQuestion(question: string, asked: Asked, language: string): boolean {
  if (question === '' || question.length > LONGEST || tokens(question).length < 2) return false
  if (instructs(question) || typedIn(question) || isOtherLanguage(question, language)) return false
  const said = readFigures(`${asked.question}\n${asked.subject?.question ?? ''}`, language)
  const values = new Set([
    ...said.figures.map(({ value }) => value),
    ...said.dates.flatMap((date) => Object.values(date)),
  ])
  const { figures, dates } = readFigures(question, language)
  return [...figures.map(({ value }) => value), ...dates.flatMap((date) => Object.values(date))].every((value) =>
    values.has(value),
  )
}
