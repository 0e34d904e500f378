import { detectLanguage } from '../language/detect.ts'
import type { Reply } from './channel.ts'
import type { Conversation, GivenAnswer, HeardEntry } from './conversation.ts'
import type { Outcome } from './responder.ts'

/**
 * What a turn tells those who write: a question that was left open is a gap, and which articles it led to. A failure of
 * ours is no gap. The answer that was given is remembered, so that the person may say whether it helped.
 */
export function noticing(
  outcome: Outcome,
  heard: Pick<HeardEntry, 'text' | 'position'>,
  before: Conversation,
): Outcome {
  const { asksWhy, given, ...rest } = outcome.conversation
  const stillAsked = asksWhy && asksWhy !== before.asksWhy ? { asksWhy } : {}
  if (outcome.noticed?.mark)
    return { ...outcome, conversation: { ...rest, ...(given ? { given } : {}), ...stillAsked } }

  const reply = outcome.replies.find(({ status }) => OF_THE_LIBRARY.has(status))
  if (!reply) {
    const isAside = outcome.replies.every(({ status }) => status === 'notice')
    return { ...outcome, conversation: { ...rest, ...(given && isAside ? { given } : {}), ...stillAsked } }
  }
  const { publication } = reply
  const { position } = heard
  const question = rest.lastAsked ?? heard.text
  const language = written(question) ?? rest.language
  if (reply.status === 'quoted' || reply.status === 'answered') {
    const answer: GivenAnswer = { position, question, language, articles: restsOn(reply), publication }
    return {
      ...outcome,
      conversation: { ...rest, given: answer },
      noticed: { asked: { articles: answer.articles, answered: true } },
    }
  }
  const articles = rest.offers.flatMap((offer) => (offer.to === 'passage' ? [offer.article] : []))
  const why = reply.status === 'unsure' ? 'unsure' : 'not-found'
  const offered = why === 'unsure' ? articles : []
  return {
    ...outcome,
    conversation: rest,
    noticed: {
      gap: { position, question, language, why, articles: offered, publication },
      ...(offered.length ? { asked: { articles: offered, answered: false } } : {}),
    },
  }
}

const OF_THE_LIBRARY: ReadonlySet<Reply['status']> = new Set(['answered', 'quoted', 'unsure', 'not-found'])

function written(question: string) {
  const language = detectLanguage(question)
  return language === 'other' ? undefined : language
}

/** The articles whose passages an answer cites, or else the best one. */
export function restsOn({ citations = [], articles }: Reply): readonly string[] {
  const cited = [...new Set(citations.map(({ passage }) => passage.split('#')[0] ?? ''))].filter(Boolean)
  return cited.length ? cited : articles.slice(0, 1)
}
