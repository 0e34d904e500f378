import { places } from './escalation.ts'
import { typicalMinutes } from './figures.ts'
import { decide } from './ledger.ts'
import type { DeskResources } from './resources.ts'
import type { Colleague } from './staff.ts'
import { due } from './tend.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** How many days of claims tell how long others waited. */
const TYPICAL_DAYS = 7
/** A counsellor who was not seen for so long has left what they hold. */
const LEFT_MS = 5 * 60 * 1000

/** Does what is due at this moment for every open request; gives how many changed. */
export async function tendOpen(resources: DeskResources, now: Date): Promise<number> {
  const { escalations, staff } = resources
  const open = await escalations.open()
  if (open.length === 0) return 0
  const hours = resources.hours(now)
  const recent = await escalations.since(new Date(now.getTime() - TYPICAL_DAYS * DAY_MS))
  const tending = {
    now,
    hours,
    words: resources.words(),
    open,
    places: places(open),
    typical: typicalMinutes(recent, hours),
    gone: goneAmong(await staff.all(), now),
  }
  let done = 0
  for (const seen of open) {
    if (!due(seen, tending)) continue
    const tended = await decide(
      seen.id,
      (fresh, conversation) => due(fresh, tending)?.(conversation) ?? { escalation: fresh },
      resources,
    )
    if (tended.is === 'done' && tended.escalation.version !== seen.version) done += 1
  }
  return done
}

/** Who was at the desk's pages and is there no longer. Teams and contact centres have no page: they are never among them. */
function goneAmong(all: readonly Colleague[], now: Date): ReadonlySet<string> {
  return new Set(all.filter(({ seenAt }) => now.getTime() - seenAt.getTime() > LEFT_MS).map(({ id }) => id))
}
