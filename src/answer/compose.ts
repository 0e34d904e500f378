import { z } from 'zod'
import { ORIGINAL } from '../language/languages.ts'
import type { Step } from './answer.ts'
import { COMPOSE, fromPerson, IN_ENGLISH, passagesFor } from './prompt.ts'

const shape = z.strictObject({
  status: z.enum(['complete', 'partial', 'none']),
  sentences: z.array(z.strictObject({ text: z.string(), passages: z.array(z.string()) })),
  missing: z.string(),
})
/** What a model wrote; nothing of it is believed yet. */
export type Draft = z.infer<typeof shape>

/** With a model: writes an answer from the passages that help; for a language that is none of ours, in French first. */
export const compose: Step = async (work, { library }) => {
  const { help, asked, ground } = work
  if (!help || !ground) return work
  const told = await help.ask({
    purpose: 'compose',
    instructions: COMPOSE,
    material: JSON.stringify({
      question: fromPerson(work.sought?.question ?? asked.question, library),
      language: IN_ENGLISH[asked.foreign ? ORIGINAL : asked.language],
      passages: passagesFor(ground),
    }),
    shape,
  })
  if (told.is === 'silent') return { ...work, ending: told.because }
  const draft = told.value
  return draft.status === 'none' || draft.sentences.length === 0 ? { ...work, ending: 'no-answer' } : { ...work, draft }
}
