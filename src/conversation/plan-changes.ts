import { digestOf } from '../knowledge/digest.ts'
import type { Library } from '../knowledge/library.ts'
import { ORIGINAL } from '../language/languages.ts'
import type { Conversation, ShownPlan } from './conversation.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** How many changed articles are named. */
const NAMED = 5

/** What is remembered of a plan that was shown: which texts it rested on. */
export function shownPlan(dialog: string, articles: readonly string[], library: Library): ShownPlan {
  const digests = articles.flatMap((article) => {
    const digest = digestAsRead(article, library)
    return digest === undefined ? [] : [[article, digest] as const]
  })
  return { dialog, publication: library.publication, digests: Object.fromEntries(digests) }
}

/**
 * Tells once, before what a turn has to say, that a publication has touched articles of the plan that the person saw.
 * Not where nobody is spoken to, nor before what cannot wait (danger), nor where all is being erased: it waits.
 */
export function tellingOfChanges(outcome: Outcome, before: Conversation, resources: Resources): Outcome {
  const { plan: seen } = before
  const waits =
    outcome.forget || outcome.replies.length === 0 || outcome.replies.some(({ status }) => status === 'emergency')
  if (!seen || waits) return outcome
  const changes = changesSince(seen, resources.library)
  if (changes.touched.length + changes.gone.length === 0) return outcome
  const after = outcome.conversation
  const renewed =
    after.plan === seen ? shownPlan(seen.dialog, remaining(seen, changes.gone), resources.library) : after.plan
  return {
    ...outcome,
    conversation: { ...after, ...(renewed ? { plan: renewed } : {}) },
    replies: [notice(changes, after, resources), ...outcome.replies],
  }
}

interface Changes {
  /** Articles whose French is no longer what it was. */
  readonly touched: readonly string[]
  /** Articles that the library holds no more. */
  readonly gone: readonly string[]
}

function changesSince({ digests }: ShownPlan, library: Library): Changes {
  const ids = Object.keys(digests)
  const gone = ids.filter((id) => digestAsRead(id, library) === undefined)
  return { gone, touched: ids.filter((id) => !gone.includes(id) && digestAsRead(id, library) !== digests[id]) }
}

function remaining({ digests }: ShownPlan, gone: readonly string[]): string[] {
  return Object.keys(digests).filter((id) => !gone.includes(id))
}

/** The digest of an article's French as it is read, its figures and links in place: those change without its words. */
function digestAsRead(id: string, library: Library): string | undefined {
  const article = library.articles.get(id)
  const text = article?.texts[ORIGINAL]
  if (!article || !text) return undefined
  const passages = library.passages(id, ORIGINAL).map(({ digest }) => digest)
  return digestOf([text.title, text.summary, article.about.status, ...passages].join('\n'))
}

function notice({ touched, gone }: Changes, { language }: Conversation, resources: Resources) {
  const { library, phrases } = resources
  const say = (name: string, slots: Record<string, number> = {}) => phrases.say(`plan.${name}`, language, slots)
  const titles = touched.map((id) => library.articles.get(id)?.texts[language]?.title ?? id)
  const lines = [
    ...titles.slice(0, NAMED).map((title) => `- ${title}`),
    ...(titles.length > NAMED ? [`- ${say('changed-more', { more: titles.length - NAMED })}`] : []),
  ]
  const text = [
    ...(lines.length ? [say('changed'), lines.join('\n')] : []),
    ...(gone.length ? [say('gone', { gone: gone.length })] : []),
    say('see-again'),
  ].join('\n\n')
  return houseReply(text, language, resources, { articles: touched, choices: [{ label: say('mine') }] })
}
