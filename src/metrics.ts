import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Library } from './knowledge/library.ts'
import type { CallReport } from './model/open-model.ts'

export interface Metrics {
  readonly registry: Registry
  /** Shows which publication is in use. */
  watch(library: () => Library): void
  /** A call of a model: what for, how it ended, what it cost. */
  call(call: Pick<CallReport, 'purpose' | 'outcome' | 'ms' | 'usage'>): void
  turn(turn: { readonly channel: string; readonly status: string; readonly ms: number }): void
}

/** The channels that are told apart: a channel names itself, and may take any name. */
const CHANNELS = ['directline', 'msteams'] as const

/** What is counted, for Prometheus: turns by channel and ending, their time, and the publication in use. */
export function openMetrics(): Metrics {
  const registry = new Registry()
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
    call: ({ purpose, outcome, ms, usage }) => {
      calls.inc({ purpose, outcome })
      callSeconds.observe({ purpose }, ms / 1000)
      tokens.inc({ purpose, direction: 'input' }, usage.input)
      tokens.inc({ purpose, direction: 'output' }, usage.output)
      cost.inc({ purpose }, usage.cost)
    },
    turn: ({ channel, status, ms }) => {
      turns.inc({ channel: CHANNELS.find((known) => known === channel) ?? 'other', status })
      seconds.observe(ms / 1000)
    },
  }
}
