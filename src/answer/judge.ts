import { z } from 'zod'
import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import { ORIGINAL } from '../language/languages.ts'
import type { Step, Work } from './answer.ts'
import { sectionsAskedFor } from './asks-for.ts'
import { type Ground, groundOf } from './ground.ts'
import { fromPerson, JUDGE, passagesFor } from './prompt.ts'

const shape = z.strictObject({ helps: z.array(z.string()) })
/** So many articles are looked at, and so many passages. */
const ARTICLES = 5
const PASSAGES = 10
/** So many passages are composed from. */
const HELPING = 4

/**
 * With a model: chooses, among what was found, the passages that help. Without its judgement the best found are taken,
 * unless the search itself found nothing sure enough to offer.
 */
export const judge: Step = async (work, { library }) => {
  const { help, asked, found } = work
  if (!help) return work
  const ground = groundOf(candidates(work, library))
  if (ground.given.length === 0) return { ...work, ending: 'no-passages' }
  const told = await help.ask({
    purpose: 'judge',
    instructions: JUDGE,
    material: JSON.stringify({
      question: fromPerson(work.sought?.question ?? asked.question, library),
      passages: passagesFor(ground),
    }),
    shape,
  })
  if (told.is === 'silent') {
    return told.because === 'wrong-shape' && found?.certainty !== 'nothing'
      ? {
          ...work,
          ground: among(
            ground,
            ground.given.slice(0, HELPING).map(({ token }) => token),
          ),
        }
      : { ...work, ending: told.because }
  }
  const helping = among(ground, told.value.helps.slice(0, HELPING))
  return helping.given.length ? { ...work, ground: helping } : { ...work, ending: 'none-helps' }
}

/** The passages that were found, the sections that the question asks for, and what each article is about. */
function candidates({ asked, found, sought }: Work, library: Library): readonly Passage[] {
  const language = asked.foreign ? ORIGINAL : asked.language
  const sections = sectionsAskedFor(
    sought?.question ?? asked.question,
    sought?.language ?? asked.writtenIn ?? asked.language,
  )
  const passages = (found?.hits ?? []).slice(0, ARTICLES).flatMap(({ article, passage }) => {
    const here = /#([^@]+)@/.exec(passage)?.[1] ?? 'about'
    const wanted = [here, ...sections.slice(0, 2), library.passages(article, language)[0]?.section ?? 'about']
    return wanted.flatMap((section) => library.passage(article, section, language) ?? [])
  })
  return [...new Map(passages.map((each) => [each.id, each])).values()].slice(0, PASSAGES)
}

function among({ given, slots }: Ground, tokens: readonly string[]): Ground {
  return { given: given.filter(({ token }) => tokens.includes(token)), slots }
}
