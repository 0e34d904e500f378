import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Library } from './knowledge/library.ts'

export interface Metrics {
  readonly registry: Registry
  /** Shows which publication is in use. */
  watch(library: () => Library): void
  turn(turn: { readonly channel: string; readonly status: string; readonly ms: number }): void
}

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
    turn: ({ channel, status, ms }) => {
      turns.inc({ channel, status })
      seconds.observe(ms / 1000)
    },
  }
}
