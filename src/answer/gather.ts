import type { Found } from '../knowledge/search.ts'
import type { Library } from '../knowledge/library.ts'
import { followsOn } from './follow-up.ts'
import type { Asked, Step } from './answer.ts'

/** Looks the question up; one that leans on the last answer is looked up together with its subject. */
export const gather: Step = async (work, { library }) => ({ ...work, found: lookUp(work.asked, library) })

function lookUp(asked: Asked, library: Library): Found {
  const language = asked.writtenIn ?? asked.language
  const { subject } = asked
  if (!subject || !followsOn(asked.question, language)) return library.search(asked.question, language)
  return withSubject(asked.question, subject, language, library)
}

/**
 * A follow-up keeps its subject: what the question and the subject's own words find together, the subject's
 * articles first where they hold what is asked about.
 */
function withSubject(
  question: string,
  subject: { readonly question: string; readonly articles: readonly string[] },
  language: Asked['language'],
  library: Library,
): Found {
  const alone = library.search(question, language)
  const together = library.search(`${subject.question} ${question}`, language)
  const first = subject.articles[0]
  const names = alone.certainty === 'sure' ? alone.hits[0]?.article : undefined
  if (names && names !== first) return alone
  const hits = together.hits.length ? together.hits : alone.hits
  const ofSubject = hits.filter((hit) => hit.article === first)
  const others = hits.filter((hit) => hit.article !== first)
  return {
    certainty: together.certainty === 'nothing' ? alone.certainty : together.certainty,
    hits: alone.certainty === 'nothing' ? [...ofSubject, ...others] : hits,
  }
}
