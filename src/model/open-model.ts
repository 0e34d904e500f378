import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import {
  addUsage,
  type Fault,
  type Help,
  type Model,
  NO_USAGE,
  type Purpose,
  type Told,
  type Usage,
  type Wish,
} from '../answer/model.ts'
import { type Spending, spendingInMemory } from '../answer/spending.ts'
import { type Breaker, CLOSED, failed, mayAsk, succeeded, tooSlow, undecided } from './breaker.ts'
import { type Failure, failureOf } from './fault.ts'
import type { Client } from './langchain.ts'
import type { ModelSettings } from './model-settings.ts'
import { readWords } from './read-words.ts'
import { isInVain, LEAST_MS, longestFor, longestToEmbed, type Spent, UNSPENT, waitedFor } from './time-of-turn.ts'

/** One line about a call, for the log and the metrics: never what was said. */
export interface CallReport {
  readonly purpose: Purpose
  readonly conversation?: string
  readonly outcome: 'told' | Fault
  readonly tries: number
  readonly ms: number
  readonly usage: Usage
}

export interface Surroundings {
  now(): Date
  report(call: CallReport): void
  /** Where the day's spending is kept; without it, in this process. */
  readonly spending?: Spending
}

/** A server whose key or address is wrong is asked again after so long; one that is busy and does not say, sooner. */
const DENIED_REST_MS = 5 * 60_000
const BUSY_REST_MS = 5_000
/** Wait before the one other try after a failure of the server. */
const MOMENT_MS = 150

/** Faults that tell of the server's health; the others tell of one question. */
const OF_THE_SERVER: ReadonlySet<Fault> = new Set([
  'slow',
  'unreachable',
  'busy',
  'broken',
  'cut',
  'wrong-shape',
  'denied',
])

/**
 * A model behind the port: the client is loaded at the first question. Time, tries, rest and money are kept here, so
 * that nothing depends on what the client does of its own.
 */
export function openModel(
  settings: ModelSettings,
  { now, report, spending = spendingInMemory() }: Surroundings,
): Model {
  let loading: Promise<Client> | undefined
  /** One server may know its embedding model no longer, and still answer. */
  const breakers: Record<Kind, Breaker> = { chat: CLOSED, embed: CLOSED }
  const time = () => now().getTime()
  const today = () => now().toISOString().slice(0, 10)
  const client = () => {
    loading ??= import('./langchain.ts').then(({ openClient }) => openClient(settings))
    return loading
  }

  const mayCall = async (kind: Kind): Promise<Fault | undefined> => {
    if (await isSpent(settings, spending, today())) return 'spent'
    const asked = mayAsk(breakers[kind], time())
    breakers[kind] = asked.breaker
    return asked.may ? undefined : 'resting'
  }
  const learn = (purpose: Purpose, failure: Failure | undefined): void => {
    const kind = kindOf(purpose)
    const breaker = breakers[kind]
    if (!failure) breakers[kind] = succeeded(breaker, purpose)
    else if (!OF_THE_SERVER.has(failure.fault)) breakers[kind] = undecided(breaker)
    else if (failure.fault === 'slow') breakers[kind] = tooSlow(breaker, time(), waitedFor(purpose))
    else breakers[kind] = failed(breaker, time(), restAfter(failure))
  }

  const help: Model['help'] = ({ conversation, signal } = {}): Help => {
    const until = time() + settings.budgetMs
    let turn = NO_USAGE
    const spent: Record<Kind, Spent> = { chat: UNSPENT, embed: UNSPENT }

    /** Calls the server, once more where that helps, within the time of the turn. */
    const call = async <Value>(
      purpose: Purpose,
      longest: number,
      once: (client: Client, signal: AbortSignal) => Promise<Attempt<Value>>,
    ): Promise<Told<Value>> => {
      const began = time()
      const kind = kindOf(purpose)
      const over = Math.min(until, began + longest)
      let usage = NO_USAGE
      let tries = 0
      const end = (told: Told<Value>): Told<Value> => {
        const outcome = told.is === 'told' ? 'told' : told.because
        const ms = time() - began
        if (outcome === 'slow') spent[kind] = { ...spent[kind], isSlow: true }
        if (purpose === 'judge') spent[kind] = { ...spent[kind], judged: ms }
        report({ purpose, ...(conversation ? { conversation } : {}), outcome, tries, ms, usage })
        return told
      }
      if (spent[kind].isSlow) return end({ is: 'silent', because: 'slow' })
      const barred = await mayCall(kind)
      if (barred) return end({ is: 'silent', because: barred })
      for (;;) {
        const left = over - time()
        if (signal?.aborted || isInVain(purpose, left, spent[kind])) {
          if (signal?.aborted) breakers[kind] = undecided(breakers[kind])
          else learn(purpose, TOO_SLOW)
          return end({ is: 'silent', because: 'slow' })
        }
        tries++
        const limit = AbortSignal.timeout(left)
        const attempt = await attemptOf(client, once, signal ? AbortSignal.any([limit, signal]) : limit, time)
        usage = addUsage(usage, priced(attempt.tokens, settings))
        turn = addUsage(turn, priced(attempt.tokens, settings))
        if (attempt.tokens) await spending.add(today(), priced(attempt.tokens, settings)).catch(() => {})
        if ('value' in attempt) {
          learn(purpose, undefined)
          return end({ is: 'told', value: attempt.value })
        }
        const wait = waitBefore(attempt, tries, over - time())
        if (wait === undefined) {
          if (signal?.aborted) breakers[kind] = undecided(breakers[kind])
          else learn(purpose, attempt)
          return end({ is: 'silent', because: attempt.fault })
        }
        await pause(wait, undefined, signal ? { signal } : {}).catch(() => {})
      }
    }

    return {
      ask: <Value>({ purpose, instructions, material, shape }: Wish<Value>) =>
        call<Value>(purpose, longestFor(purpose, settings.budgetMs), async (server, limit) => {
          const { $schema: _, ...schema } = z.toJSONSchema(shape)
          const words = await server.chat({ name: purpose.replace('-', '_'), instructions, material, schema }, limit)
          const read = readWords(words, shape)
          const tokens = words.tokens ?? guessed(instructions + material, words.text)
          return 'value' in read ? { value: read.value, tokens } : { fault: read.fault, passing: false, tokens }
        }),
      ...(settings.embedding
        ? {
            embed: (texts: readonly string[]) =>
              call<readonly (readonly number[])[]>(
                'embed',
                longestToEmbed(texts.length, settings.budgetMs),
                async (server) => {
                  const vectors = await server.embed(texts)
                  const tokens = { input: guessed(texts.join(''), '').input, output: 0 }
                  const sound = vectors.length === texts.length && vectors.every(isVector)
                  return sound ? { value: vectors, tokens } : { fault: 'wrong-shape', passing: false, tokens }
                },
              ),
          }
        : {}),
      spent: () => turn,
    }
  }
  const { server, embedding } = settings
  return {
    name: server.kind === 'azure' ? server.deployment : server.model,
    ...(embedding ? { embeds: embedding } : {}),
    help,
  }
}

type Kind = 'chat' | 'embed'

function kindOf(purpose: Purpose): Kind {
  return purpose === 'embed' ? 'embed' : 'chat'
}

const TOO_SLOW: Failure = { fault: 'slow', passing: false }

interface Tokens {
  readonly input: number
  readonly output: number
}
type Attempt<Value> = ({ readonly value: Value } | Failure) & { readonly tokens?: Tokens }

/** One try; what is thrown becomes a failure, and a client that does not hear the signal is left to itself. */
async function attemptOf<Value>(
  client: () => Promise<Client>,
  once: (client: Client, signal: AbortSignal) => Promise<Attempt<Value>>,
  signal: AbortSignal,
  time: () => number,
): Promise<Attempt<Value>> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => {})
  try {
    return await Promise.race([client().then((server) => once(server, signal)), aborted])
  } catch (error) {
    return signal.aborted ? TOO_SLOW : failureOf(error, time())
  }
}

/** How long to wait before another try, or nothing where there is to be none. */
function waitBefore({ fault, passing, retryAfter }: Failure, tries: number, left: number): number | undefined {
  if (!passing || tries > 1) return undefined
  const wait = fault === 'busy' ? retryAfter : MOMENT_MS
  return wait !== undefined && wait + LEAST_MS < left ? wait : undefined
}

function restAfter({ fault, retryAfter }: Failure): number | undefined {
  if (fault === 'denied') return DENIED_REST_MS
  return fault === 'busy' ? (retryAfter ?? BUSY_REST_MS) : undefined
}

async function isSpent({ ceiling }: ModelSettings, spending: Spending, day: string): Promise<boolean> {
  if (!ceiling) return false
  const spent = await spending.of(day).catch(() => NO_USAGE)
  const { money, tokens } = ceiling
  return (money !== undefined && spent.cost >= money) || (tokens !== undefined && spent.input + spent.output >= tokens)
}

/** What tokens cost. */
function priced(tokens: Tokens | undefined, { prices }: ModelSettings): Usage {
  if (!tokens) return NO_USAGE
  const cost = prices ? (tokens.input * prices.input + tokens.output * prices.output) / 1_000_000 : 0
  return { ...tokens, cost }
}

/** A server that does not count is counted for: about four characters make a token. */
function guessed(asked: string, told: string): Tokens {
  return { input: Math.ceil(asked.length / 4), output: Math.ceil(told.length / 4) }
}

function isVector(vector: readonly number[]): boolean {
  return vector.length > 0 && vector.every(Number.isFinite)
}
