import { Counter, Gauge, type Registry } from 'prom-client'
import type { Deliveries } from './conversation/conversation.ts'
import type { Escalation } from './desk/escalation.ts'
import type { DeskHours } from './desk/hours.ts'
import { itemOf } from './desk/opened.ts'

/** How long the ledger may take to tell what is open; without an answer nothing is shown, and the rest still is. */
const WITHIN_MS = 2_000

/**
 * Shows how the desk stands whenever the metrics are read. Processes that share a database all show the same: take the
 * highest, never the sum. Without the desk's hours nobody can tell what is late, and that is not shown.
 */
export function watchDesk(
  registry: Registry,
  desk: { open(): Promise<readonly Escalation[]>; now(): Date; hours?(now: Date): DeskHours },
): void {
  const { open, now, hours } = desk
  let asked: Promise<readonly Escalation[] | undefined> | undefined
  /** Asked once for all that is shown together, and for whoever reads meanwhile. */
  const ask = () => {
    asked ??= soon(open()).finally(() => {
      asked = undefined
    })
    return asked
  }
  const show = (name: string, help: string, of: (open: readonly Escalation[]) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const found = await ask()
        if (found) this.set(of(found))
        else this.remove()
      },
    })
  show('passerelle_desk_waiting', 'Requests for a person that wait for a counsellor.', (all) => waiting(all).length)
  show(
    'passerelle_desk_held',
    'Conversations that a counsellor holds.',
    (all) => all.filter(({ standing }) => standing.is === 'held').length,
  )
  show(
    'passerelle_desk_oldest_waiting_seconds',
    'Since when the oldest of those who wait asked; 0 for nobody.',
    (all) => Math.max(0, ...waiting(all).map(({ askedAt }) => (now().getTime() - askedAt.getTime()) / 1000)),
  )
  if (hours)
    show(
      'passerelle_desk_late',
      'Requests that nobody has taken in time, by open hours, and conversations whose counsellor was reminded.',
      (all) => all.filter((each) => itemOf(each, undefined, hours(now()), now()).late).length,
    )
}

function waiting(all: readonly Escalation[]): readonly Escalation[] {
  return all.filter(({ standing }) => standing.is === 'waiting')
}

async function soon<Thing>(thing: Promise<Thing>): Promise<Thing | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), WITHIN_MS)
  })
  try {
    return await Promise.race([thing.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Deliveries of which those given up are counted. */
export function countGivenUp(registry: Registry, deliveries: Deliveries): Deliveries {
  const failed = new Counter({
    name: 'passerelle_deliveries_failed_total',
    help: 'Words that could not be brought to a person, and were given up.',
    registers: [registry],
  })
  return {
    ...deliveries,
    missed: async (conversation, position, trouble, next) => {
      await deliveries.missed(conversation, position, trouble, next)
      if (!next) failed.inc()
    },
  }
}
