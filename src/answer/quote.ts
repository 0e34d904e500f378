import type { Library } from '../knowledge/library.ts'
import { type CitedSource, type Passage, showWhom } from '../knowledge/passages.ts'
import type { Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Answer, AnswerResources, Lead, Step } from './answer.ts'

/** How many articles are offered where the library is not sure. */
const OFFERED = 3
/** How many ways on are shown under an answer, besides a person. */
const WAYS_ON = 5

/** Says what was found as it stands in the library: the passage itself, a choice of articles, or that there is nothing. */
export const quote: Step = async ({ asked, found }, { library, phrases }) => {
  const { language } = asked
  const articles = found?.hits.map((hit) => hit.article) ?? []
  if (!found || found.certainty === 'nothing' || articles.length === 0) {
    return { ...nothingFound(language, { library, phrases }), considered: articles }
  }
  if (found.certainty === 'unsure') return unsure(articles, language, { library, phrases })
  const best = found.hits[0]
  const section = best?.passage.match(/#([^@]+)@/)?.[1] ?? 'about'
  const passage = best && library.passage(best.article, section, language)
  if (!passage) return nothingFound(language, { library, phrases })
  return quotePassage(passage, articles, language, { library, phrases })
}

/** An answer that is one passage, introduced by a phrase of ours, with the dates of its sources. */
export function quotePassage(
  passage: Passage,
  articles: readonly string[],
  language: Language,
  { library, phrases }: AnswerResources,
): Answer {
  const heading = passage.heading || passage.title
  const ranked = [passage.article, ...articles.filter((id) => id !== passage.article)]
  return {
    status: 'quoted',
    text: [
      phrases.say('answer.quoted', language),
      `**${heading}**`,
      passage.text,
      sourcesOf(passage.sources, language, phrases),
      ...(language === 'fr' ? [] : [phrases.say('answer.unofficial', language)]),
    ].join('\n\n'),
    passages: [passage],
    articles: ranked,
    leads: leadsFrom(passage, language, library, phrases),
  }
}

function unsure(articles: readonly string[], language: Language, { library, phrases }: AnswerResources): Answer {
  const leads = articles.flatMap((id) => leadTo(id, language, library)).slice(0, OFFERED)
  return {
    status: 'unsure',
    text: phrases.say('answer.unsure', language),
    passages: [],
    articles,
    leads: [...leads, { label: phrases.say('person.ask', language), to: 'person' }],
  }
}

function nothingFound(language: Language, { library, phrases }: AnswerResources): Answer {
  const nearest = ['mifi', 'qualifications-quebec'].flatMap((id) => leadTo(id, language, library))
  return {
    status: 'not-found',
    text: phrases.say('answer.not-found', language),
    passages: [],
    articles: [],
    leads: [...nearest, { label: phrases.say('person.ask', language), to: 'person' }],
  }
}

/** The other parts of the same article, then the articles that it leads to, then a person. */
export function leadsFrom(passage: Passage, language: Language, library: Library, phrases: Phrases): Lead[] {
  const parts = library
    .passages(passage.article, language)
    .filter((other) => other.section !== passage.section)
    .map(
      (other): Lead => ({
        label: other.heading || other.title,
        to: 'passage',
        article: other.article,
        section: other.section,
      }),
    )
  const related = library.articles.get(passage.article)?.about.related ?? []
  const elsewhere = [...new Set([...passage.leadsTo, ...related])].flatMap((id) => leadTo(id, language, library))
  const leads = [...parts.slice(0, WAYS_ON - Math.min(2, elsewhere.length)), ...elsewhere].slice(0, WAYS_ON)
  return [...leads, { label: phrases.say('person.ask', language), to: 'person' }]
}

/** A way to the beginning of an article, by its title. */
export function leadTo(article: string, language: Language, library: Library): Lead[] {
  const [first] = library.passages(article, language)
  return first ? [{ label: first.title, to: 'passage', article, section: first.section }] : []
}

/** « Sources : [1] [3] MIFI, 2023-11 · [2] La Presse … » : every source by its numbers, and when they were consulted. */
export function sourcesOf(cited: readonly CitedSource[], language: Language, phrases: Phrases): string {
  const numbers = new Map<string, string>()
  for (const source of cited) {
    const whom = showWhom(source)
    numbers.set(whom, `${numbers.get(whom) ?? ''}[${source.position}] `)
  }
  const sources = [...numbers].map(([whom, its]) => `${its}${whom}`).join(' · ')
  const consulted = cited.map((source) => source.consulted).sort()[0] ?? ''
  return phrases.say('answer.sources', language, { sources, consulted })
}
