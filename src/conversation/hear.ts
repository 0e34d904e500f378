import { isDeepStrictEqual } from 'node:util'
import { languageOfLocale, ORIGINAL } from '../language/languages.ts'
import type { Incoming, Reply } from './channel.ts'
import type { Conversation, Conversations, Entry, HeardEntry, NewEntry } from './conversation.ts'
import { type DeskOrder, initiated } from './handoff.ts'
import { answerMeant, noteOfMark } from './marked.ts'
import { noticing } from './noticing.ts'
import { tellingOfRedaction } from './redaction-notice.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'
import { takeTurn } from './take-turn.ts'
import { type TurnUse, type TurnWatch, watchTurn } from './turn-watch.ts'
import { writtenDown } from './written-down.ts'

/** One line about a turn, for the log: never what was said. */
export interface TurnReport extends TurnUse {
  readonly conversation: string
  readonly channel: string
  readonly status: string
  readonly articles: readonly string[]
  readonly ms: number
  readonly error?: unknown
}

export interface Reception {
  readonly conversations: Conversations
  /** The resources of this moment: a publication may change them between two turns. */
  resources(): Resources
  newId(): string
  now(): Date
  report(turn: TurnReport): void
}

/** The counter's reception: what is heard is written down, then answered, each conversation in its order. */
export interface Hearing {
  /** Writes down what was said and gives its place; durable once it resolves. The turn is taken afterwards. */
  note(incoming: Incoming): Promise<HeardEntry>
  /** Waits until a thing that was noted is answered; gives the entries that answer it. */
  answersTo(heard: HeardEntry): Promise<readonly Entry[]>
  /**
   * Takes the turns that a stop, or a ledger that did not answer, has left; says how many there were.
   * @throws once all were tried, where some could not be taken: they are still there.
   */
  resume(): Promise<number>
  /** Resolves when no turn is under way. */
  quiet(): Promise<void>
}

/** How often a turn is taken again because somebody saved first, before it is given up. */
const TRIES = 8

export function openReception(reception: Reception): Hearing {
  const { conversations } = reception
  const underWay = new Map<string, Promise<void>>()

  /** Takes the unanswered turns of one conversation, oldest first; one at a time in this process. */
  const attend = (conversation: string): Promise<void> => {
    const before = underWay.get(conversation) ?? Promise.resolve()
    const mine = before.then(() => answerAll(conversation, reception))
    const settled = mine
      .catch(() => {})
      .finally(() => {
        if (underWay.get(conversation) === settled) underWay.delete(conversation)
      })
    underWay.set(conversation, settled)
    return mine
  }

  return {
    note: (incoming) => noteDown(incoming, reception),
    answersTo: async (heard) => {
      await attend(heard.conversation)
      const entries = await conversations.entries(heard.conversation, heard.position)
      return entries.filter((entry) => entry.answers === heard.position)
    },
    resume: async () => {
      const left = await conversations.unanswered()
      const failed: unknown[] = []
      for (const place of new Set(left.map((heard) => heard.conversation))) {
        await attend(place).catch((error: unknown) => failed.push(error))
      }
      if (failed.length) throw new AggregateError(failed, `${failed.length} conversations could not be answered yet.`)
      return left.length
    },
    quiet: async () => {
      while (underWay.size) await Promise.all(underWay.values())
    },
  }
}

/** Writes down the words without their personal numbers; what a button carried besides, nobody reads, and is not kept. */
async function noteDown(incoming: Incoming, { conversations, newId, resources }: Reception): Promise<HeardEntry> {
  const found = await conversations.find(incoming.address)
  const conversation = found ?? (await conversations.open(fresh(incoming, newId())))
  if (found) await keepWayBack(found, incoming.wayBack, conversations)
  return conversations.hear(conversation.id, {
    kind: incoming.kind,
    activityId: incoming.activityId,
    ...writtenDown(incoming.text, conversation, resources().library),
    ...noteOfMark(incoming),
    at: incoming.at,
    ...(incoming.clientId ? { clientId: incoming.clientId } : {}),
    ...(incoming.locale ? { locale: incoming.locale } : {}),
  })
}

/** A channel may move: the way back is the one by which the person last came. A conflict leaves it to their next words. */
async function keepWayBack(found: Conversation, wayBack: unknown, conversations: Conversations): Promise<void> {
  if (wayBack === undefined || isDeepStrictEqual(wayBack, found.wayBack)) return
  await conversations.save({ conversation: { ...found, wayBack }, entries: [] })
}

function fresh(incoming: Incoming, id: string): Omit<Conversation, 'version'> {
  const told = languageOfLocale(incoming.locale)
  return {
    id,
    address: incoming.address,
    language: told ?? ORIGINAL,
    languageFrom: told ? 'locale' : 'default',
    handling: { by: 'assistant' },
    offers: [],
    situation: {},
    unsureInARow: 0,
    welcomed: false,
    person: incoming.person,
    ...(incoming.wayBack === undefined ? {} : { wayBack: incoming.wayBack }),
    startedAt: incoming.at,
    lastHeardAt: incoming.at,
  }
}

async function answerAll(id: string, reception: Reception): Promise<void> {
  for (;;) {
    const [next] = await reception.conversations.unanswered(id)
    if (!next) return
    await answerOne(next, reception)
  }
}

async function answerOne(heard: HeardEntry, reception: Reception): Promise<void> {
  const { conversations, report, now } = reception
  const began = now().getTime()
  const watch = watchTurn(now)
  for (let tries = 0; tries < TRIES; tries++) {
    const conversation = await conversations.get(heard.conversation)
    if (!conversation) return
    const { outcome, error } = await turnOf(heard, conversation, reception, watch)
    if (outcome.forget) return forget(heard, outcome, reception)
    const desk = orderOf(outcome, reception)
    const saved = await conversations.save({
      conversation: { ...outcome.conversation, lastHeardAt: heard.at },
      answers: heard.position,
      entries: [...initiating(desk, outcome, reception), ...outcome.replies].map(
        (reply): NewEntry => ({
          from: 'assistant',
          at: now(),
          text: reply.text,
          reply,
          answers: heard.position,
        }),
      ),
      ...(desk ? { desk } : {}),
      ...(outcome.noticed ? { noticed: outcome.noticed } : {}),
    })
    if (saved.is === 'conflict') continue
    if (saved.is === 'saved') {
      const last = outcome.replies.at(-1)
      report({
        conversation: conversation.id,
        channel: conversation.address.channel,
        status: last?.status ?? 'silent',
        articles: last?.articles ?? [],
        ms: now().getTime() - began,
        ...watch.used(),
        ...(error === undefined ? {} : { error }),
      })
    }
    return
  }
  throw new Error('The turn was taken again too often: others kept saving first.')
}

function orderOf({ desk }: Outcome, { newId }: Reception): DeskOrder | undefined {
  return desk?.does === 'request' ? { ...desk, id: newId() } : desk
}

/** A request stands on the transcript as the Bot Framework's event, before anything is said of it. */
function initiating(order: DeskOrder | undefined, { conversation }: Outcome, { resources }: Reception): Reply[] {
  if (order?.does !== 'request') return []
  const event = initiated(order.id, order.request)
  return [houseReply('', conversation.language, resources(), { status: 'handoff', event })]
}

/**
 * « Effacer mes données »: everything is erased first, and only then said to be; the sentence that says so
 * stands in a conversation that starts anew at the same place. What was said after it, before its turn came, is not
 * to be forgotten: it keeps its place there and waits for its own turn.
 */
async function forget(heard: HeardEntry, outcome: Outcome, { conversations, now }: Reception): Promise<void> {
  const { address, person, id, language, languageFrom, wayBack } = outcome.conversation
  const waiting = await conversations.unanswered(id)
  if (!waiting.some(({ activityId }) => activityId === heard.activityId)) return // another process did it
  await conversations.erase(id)
  const anew = await conversations.open(
    {
      ...fresh({ address, person, wayBack, activityId: '', kind: 'message', text: '', at: now() }, id),
      language,
      languageFrom,
      welcomed: true,
    },
    heard.position,
  )
  for (const { conversation: _, position, answered, ...later } of waiting) {
    if (position > heard.position) await conversations.hear(id, later)
  }
  await conversations.save({
    conversation: anew,
    entries: outcome.replies.map((reply) => ({
      from: 'assistant',
      at: now(),
      text: reply.text,
      reply,
      answers: heard.position,
    })),
  })
}

/** The only catch: what throws in a turn becomes a sentence of ours, and a way to a person. */
async function turnOf(
  heard: HeardEntry,
  conversation: Conversation,
  { resources, conversations }: Reception,
  watch: TurnWatch,
): Promise<{ outcome: Outcome; error?: unknown }> {
  const current = watch.over(resources())
  const { language } = conversation
  try {
    const marks = await answerMeant(heard, conversation, conversations)
    const said = {
      address: conversation.address,
      activityId: heard.activityId,
      kind: heard.kind,
      text: heard.text,
      ...(heard.value === undefined ? {} : { value: heard.value }),
      person: conversation.person,
      at: heard.at,
      redacted: heard.redacted,
      ...(marks ? { marks } : {}),
      ...(heard.locale ? { locale: heard.locale } : {}),
    }
    const outcome = await takeTurn(said, conversation, current)
    const whole = heard.redacted ? tellingOfRedaction(outcome, heard, conversation, current) : outcome
    return { outcome: noticing(whole, heard, conversation) }
  } catch (error) {
    if (conversation.handling.by === 'counsellor') return { outcome: { conversation, replies: [] }, error }
    const choices = [{ label: current.phrases.say('person.ask', language) }]
    const reply = houseReply(current.phrases.say('failed', language), language, current, { status: 'failed', choices })
    return { outcome: { conversation, replies: [reply] }, error }
  }
}
