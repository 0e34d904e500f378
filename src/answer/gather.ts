import type { Library } from '../knowledge/library.ts'
import type { Found } from '../knowledge/search.ts'
import { LANGUAGES, type Language } from '../language/languages.ts'
import type { AnswerResources, Asked, Step, Work } from './answer.ts'
import { sectionsAskedFor } from './asks-for.ts'
import { nearest } from './embed.ts'
import { followsOn } from './follow-up.ts'
import { fuse } from './fuse.ts'
import { fromPerson } from './prompt.ts'
import { wordsOfOurs } from './screen.ts'

/**
 * Looks the question up; one that leans on the last answer is looked up together with its subject, or as a model put
 * it so that it stands alone. Where an embedding model is set, what is near in meaning is joined by rank.
 */
export const gather: Step = async (work, resources) => {
  const { asked, sought } = work
  const { library } = resources
  const found = sought ? library.search(sought.question, sought.language) : lookUp(asked, library)
  return { ...work, found: notInVain(await joined(found, work, resources), asked, library) }
}

/** What words find, joined with what is near in meaning. Words alone say how sure the search is, of their own first article. */
async function joined(found: Found, { asked, sought, help }: Work, resources: AnswerResources): Promise<Found> {
  const { library, model, vectors } = resources
  if (!help?.embed || !model?.embeds || !vectors) return found
  const question = fromPerson(sought?.question ?? asked.question, library)
  const language = sought?.language ?? asked.language
  const near = await nearest(question, language, library, help, model.embeds, vectors)
  if (near.length === 0) return found
  const hits = fuse(found.hits, near)
  const same = hits[0]?.article === found.hits[0]?.article
  return { certainty: found.certainty === 'sure' && !same ? 'unsure' : found.certainty, hits }
}

/** Sections that say nothing in particular: where the question asks for one that does, that one is shown instead. */
const GENERAL = ['about', 'who', 'since', 'limits']
/** A follow-up of so few words asks something of the subject, and names nothing else. */
const BARE = 5

function lookUp(asked: Asked, library: Library): Found {
  const language = asked.writtenIn ?? asked.language
  const { subject } = asked
  const question = withoutLinks(asked.question)
  const found =
    subject && followsOn(question, language)
      ? withSubject(question, subject, language, library)
      : asked.foreign
        ? anywhere(question, library)
        : library.search(question, language)
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, passage: sectionFor(hit, question, language, library) })),
  }
}

/** The letters of an address say nothing of the question around it; alone, they are all there is. */
function withoutLinks(question: string): string {
  const words = question.replace(/\bhttps?:\/\/[^\s)>\]]+/giu, ' ')
  return /[\p{L}\p{N}]/u.test(words) ? words : question
}

/** So many words of our trade make a question plainly ours. */
const PLAINLY_OURS = 2

/** A question that is plainly ours is never sent away with nothing: what comes nearest is offered. */
function notInVain(found: Found, asked: Asked, library: Library): Found {
  const nothing = found.certainty === 'nothing' && found.hits.length > 0
  return nothing && wordsOfOurs(asked, library) >= PLAINLY_OURS ? { ...found, certainty: 'unsure' } : found
}

/** A language that is none of ours has words in common with some: what is found through them is never sure. */
function anywhere(question: string, library: Library): Found {
  const found = LANGUAGES.map((language) => library.search(question, language))
  const best = (['sure', 'unsure', 'nothing'] as const)
    .flatMap((certainty) => found.filter((each) => each.certainty === certainty))
    .at(0)
  if (!best) return { certainty: 'nothing', hits: [] }
  return best.certainty === 'sure' ? { ...best, certainty: 'unsure' } : best
}

/** A follow-up keeps its subject: a section of the same article, or what both find together. */
function withSubject(
  question: string,
  subject: { readonly question: string; readonly articles: readonly string[] },
  language: Language,
  library: Library,
): Found {
  const [first] = subject.articles
  const section = first && sectionsAskedFor(question, language).find((each) => library.passage(first, each, language))
  if (first && section && question.trim().split(/\s+/).length <= BARE) {
    const others = subject.articles
      .slice(1)
      .map((article) => ({ article, passage: `${article}#about@${language}`, score: 0 }))
    return {
      certainty: 'sure',
      hits: [{ article: first, passage: `${first}#${section}@${language}`, score: 1 }, ...others],
    }
  }
  const alone = library.search(question, language)
  const together = library.search(`${subject.question} ${question}`, language)
  const known = new Set([...subject.articles, ...alone.hits.slice(0, 3).map((hit) => hit.article)])
  const hits = together.hits.filter((hit) => known.has(hit.article))
  if (!hits[0]) return alone
  const sure = alone.certainty === 'sure' || (together.certainty === 'sure' && hits[0] === together.hits[0])
  return {
    certainty: sure ? 'sure' : 'unsure',
    hits: [...hits, ...together.hits.filter((hit) => !known.has(hit.article))],
  }
}

/** The passage that a hit is shown by: the part that the question asks for, where the hit is on a general one. */
function sectionFor(hit: Found['hits'][number], question: string, language: Language, library: Library): string {
  const here = /#([^@]+)@/.exec(hit.passage)?.[1] ?? 'about'
  if (!GENERAL.includes(here)) return hit.passage
  const asked = sectionsAskedFor(question, language)
  if (asked.includes(here)) return hit.passage
  const section = asked.find((each) => library.passage(hit.article, each, language))
  return section ? `${hit.article}#${section}@${language}` : hit.passage
}
