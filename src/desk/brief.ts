import type { Reply, ReplyStatus } from '../conversation/channel.ts'
import type { Entry } from '../conversation/conversation.ts'
import type { Consent } from '../conversation/handoff.ts'
import { MEANT_FOR_THEM_MS } from '../conversation/rating.ts'
import { SKIPPED } from '../dialog/situation.ts'
import type { Language } from '../language/languages.ts'
import { REGION_NAMES } from '../language/regions.ts'
import type { Escalation } from './escalation.ts'

/** What a counsellor reads first: only what the consent lets through. */
export interface Brief {
  readonly consent: Consent
  readonly question: string
  /** Where it goes first: when distress was seen, and in which words, where they may be read and are not the question. */
  readonly distress?: { readonly at: Date; readonly words?: string }
  readonly message?: string
  readonly callBack?: string
  /** The person's region, by its official name. */
  readonly region?: string
  /** The person's answers in words, « métier : infirmière », in the language of whoever reads. */
  readonly situation: readonly { readonly name: string; readonly answer: string }[]
  /** What the assistant answered from before the request, best first, each once. */
  readonly tried: readonly { readonly article: string; readonly title: string }[]
  /** What a machine made of it, in the language of whoever reads; shown as a machine's, where it is ready. */
  readonly byMachine?: { readonly summary?: readonly string[]; readonly question?: string; readonly message?: string }
}

/** A line of the transcript, as a counsellor may see it. */
export interface Line extends Entry {
  /** Articles that the line rests on, with their titles. */
  readonly cited: readonly { readonly article: string; readonly title: string }[]
  /** By a machine, in the language of whoever reads. */
  readonly translated?: string
}

/** Replies that show what stands in an article; the others name articles to choose from, or none. */
const SHOWING: readonly ReplyStatus[] = ['answered', 'quoted', 'dialog']

/** Resources to make a brief with. */
export interface BriefResources {
  title(article: string, language: Language): string
  /** A person's answers in words. */
  inWords(
    situation: Readonly<Record<string, string>>,
    language: Language,
  ): readonly { readonly name: string; readonly answer: string }[]
}

/** The brief of an escalation, in the reader's language. */
export function briefOf(
  escalation: Escalation,
  entries: readonly Entry[],
  language: Language,
  resources: BriefResources,
): Brief {
  const consent = escalation.agreed.to
  const distress = distressIn(escalation, entries)
  const region = REGION_NAMES.get(escalation.region ?? '')
  const before = entries.filter((entry) => !isSince(escalation, entry))
  const articles = consent === 'question' ? [] : before.flatMap(({ reply }) => shownIn(reply).slice(0, 1))
  return {
    consent,
    question: escalation.question,
    ...(distress ? { distress } : {}),
    ...(escalation.message ? { message: escalation.message } : {}),
    ...(escalation.callBack ? { callBack: escalation.callBack } : {}),
    ...(region ? { region } : {}),
    situation: consent === 'question' ? [] : resources.inWords(answeredOf(escalation), language),
    tried: [...new Set(articles)].map((article) => ({ article, title: resources.title(article, language) })),
  }
}

/**
 * The lines that the consent lets through: everything, or what was said after the request; and nothing that was said
 * once the help had ended, but for what a person wrote just then, which was meant for the counsellor. Events have no
 * words.
 */
export function linesFor(escalation: Escalation, entries: readonly Entry[]): readonly Entry[] {
  const { agreed, standing } = escalation
  return entries.filter(
    (entry) =>
      !entry.reply?.event &&
      (standing.is !== 'closed' || entry.at.getTime() <= standing.at.getTime() + lateFor(entry)) &&
      (agreed.to === 'everything' || isSince(escalation, entry)),
  )
}

function lateFor({ from }: Entry): number {
  return from === 'person' ? MEANT_FOR_THEM_MS : 0
}

/** What was last answered as an emergency; nothing where the question says it already. */
function distressIn(escalation: Escalation, entries: readonly Entry[]): Brief['distress'] {
  if (escalation.reason !== 'distress') return undefined
  const lines = entries.filter(({ reply }) => reply?.status === 'emergency')
  // The house says the lines to call again when a request goes back: what first led to them was said by the person.
  const told = lines.findLast(({ answers }) => answers !== undefined) ?? lines.at(-1)
  const said = entries.find(({ from, position }) => from === 'person' && position === told?.answers)
  if (!told || said?.text === escalation.question) return undefined
  const mayBeRead = said && linesFor(escalation, [said]).length > 0
  return { at: (said ?? told).at, ...(mayBeRead ? { words: said.text } : {}) }
}

/** What the person preferred not to say says nothing. */
function answeredOf({ situation }: Escalation): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(situation).filter(([, said]) => said !== SKIPPED))
}

function shownIn(reply: Reply | undefined): readonly string[] {
  return reply && SHOWING.includes(reply.status) ? reply.articles : []
}

/** What answers words from before the request belongs to them, also where it was said after it. */
function isSince({ after }: Escalation, { position, answers }: Entry): boolean {
  return position > after && (answers === undefined || answers >= after)
}
