import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { openConversationCosts } from './conversation-costs.ts'
import type { Library } from './knowledge/library.ts'
import type { CallReport } from './model/open-model.ts'

export interface Metrics {
  readonly registry: Registry
  /** Shows which publication is in use. */
  watch(library: () => Library): void
  /** A call of a model: what for, how it ended, what it cost. */
  call(call: Pick<CallReport, 'purpose' | 'conversation' | 'outcome' | 'ms' | 'usage'>): void
  turn(turn: { readonly channel: string; readonly status: string; readonly ms: number }): void
}

/** The channels that are told apart: a channel names itself, and may take any name. */
const CHANNELS = ['directline', 'msteams'] as const

/**
 * What is counted, for Prometheus: turns by channel and ending, their time, the publication in use, and what models are
 * asked and cost. A conversation never says that it is over: it is counted once the model was asked nothing in it for an
 * hour, at the next reading; where it goes on later, or in another process, that part is counted by itself.
 */
export function openMetrics(now: () => Date = () => new Date()): Metrics {
  const registry = new Registry()
  const costs = openConversationCosts()
  collectDefaultMetrics({ register: registry })
  const turns = new Counter({
    name: 'passerelle_turns_total',
    help: 'Turns taken, by channel and by how they ended.',
    labelNames: ['channel', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'passerelle_turn_seconds',
    help: 'Time from a message taken up to its replies saved.',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers: [registry],
  })
  const calls = new Counter({
    name: 'passerelle_model_calls_total',
    help: 'Calls of a model, by purpose and by how they ended.',
    labelNames: ['purpose', 'outcome'],
    registers: [registry],
  })
  const callSeconds = new Histogram({
    name: 'passerelle_model_call_seconds',
    help: 'Time of a call of a model, its second try included.',
    labelNames: ['purpose'],
    buckets: [0.1, 0.5, 1, 2, 5, 10],
    registers: [registry],
  })
  const tokens = new Counter({
    name: 'passerelle_model_tokens_total',
    help: 'Tokens of models, by purpose and by direction.',
    labelNames: ['purpose', 'direction'],
    registers: [registry],
  })
  const cost = new Counter({
    name: 'passerelle_model_cost_total',
    help: 'What models cost, by purpose, in the money of MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT.',
    labelNames: ['purpose'],
    registers: [registry],
  })
  new Histogram({
    name: 'passerelle_model_conversation_cost',
    help: 'What models cost in one conversation that used them, in the money of MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
    registers: [registry],
    collect() {
      for (const spent of costs.quiet(now())) {
        this.observe(spent.cost)
        conversationTokens.observe(spent.tokens)
      }
    },
  })
  const conversationTokens = new Histogram({
    name: 'passerelle_model_conversation_tokens',
    help: 'Tokens of models in one conversation that used them.',
    buckets: [500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000],
    registers: [registry],
  })
  return {
    registry,
    watch: (library) => {
      new Gauge({
        name: 'passerelle_publication',
        help: 'The publication of the library in use.',
        registers: [registry],
        collect() {
          this.set(library().publication)
        },
      })
    },
    call: ({ purpose, conversation, outcome, ms, usage }) => {
      calls.inc({ purpose, outcome })
      callSeconds.observe({ purpose }, ms / 1000)
      tokens.inc({ purpose, direction: 'input' }, usage.input)
      tokens.inc({ purpose, direction: 'output' }, usage.output)
      cost.inc({ purpose }, usage.cost)
      if (conversation !== undefined && usage.input + usage.output > 0) costs.add(conversation, usage, now())
    },
    turn: ({ channel, status, ms }) => {
      turns.inc({ channel: CHANNELS.find((known) => known === channel) ?? 'other', status })
      seconds.observe(ms / 1000)
    },
  }
}
