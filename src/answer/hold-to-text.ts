import { ORIGINAL } from '../language/languages.ts'
import type { Step } from './answer.ts'
import { COMPOSE, JUDGE } from './prompt.ts'
import { stillAnswers, verify } from './verify.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Holds what a model wrote to the passages that it was given; where the rest no longer answers, it is let go. */
export const holdToText: Step = async (work, { library }) => {
  const { asked, draft, ground } = work
  if (!draft || !ground) return work
  const language = asked.foreign ? ORIGINAL : asked.language
  const verified = verify(draft.sentences, {
    ground,
    language,
    vocabulary: vocabularyOf(library, language),
    question: `${asked.question}\n${asked.subject?.question ?? ''}`,
    instructions: `${COMPOSE}\n${JUDGE}`,
  })
  return stillAnswers(draft.sentences, verified) ? { ...work, verified } : { ...work, verified, ending: 'refuted' }
}
