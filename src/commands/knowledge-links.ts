import { HOUSE } from '../house.ts'
import { contentOf } from '../knowledge/content.ts'
import { fetchPublic } from '../knowledge/fetch-public.ts'
import { readFiles } from '../knowledge/files.ts'
import { showFinding } from '../knowledge/finding.ts'
import { linksOf } from '../knowledge/links.ts'
import { roundOfLinks } from '../knowledge/links-round.ts'
import { TAKEN_OVER_MS } from '../knowledge/links-seen.ts'
import type { Store } from '../store/store.ts'
import { Refused } from './knowledge-ledger.ts'

/**
 * Visits the addresses that people are shown, and tells which are dead or moved, the ones that carry most first. The
 * result is kept, and shown at the front of the library.
 */
export async function visitLinks({ publications, linkChecks }: Store, now: () => Date): Promise<void> {
  const latest = await publications.latest()
  const files = latest ? await publications.files(latest) : readFiles(`${HOUSE}knowledge`)
  const links = await linksOf(contentOf(files))
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort(new Refused('Stopped: nothing of this check was kept.')))
  const seen = await roundOfLinks({
    checks: linkChecks,
    links: async () => links,
    fetch: fetchPublic,
    now,
    signal: stopping.signal,
    tell: (done) => {
      if (done % 25 === 0) console.error(`${done} of ${links.length} addresses visited`)
    },
  })
  if (!seen) {
    throw new Refused(
      'A check is under way already: its result will be at the front of the library. ' +
        `One that was left is taken over after ${TAKEN_OVER_MS / 60_000} minutes.`,
    )
  }
  if (seen.checked > 0 && seen.reached === 0)
    throw new Refused('No site answered at all. Look whether this machine has access to the Web, and check again.')
  for (const finding of seen.findings) {
    const leadsTo = finding.leadsTo ? ` → ${finding.leadsTo}` : ''
    console.log(`${finding.importance} ${showFinding(finding)} ${finding.address}${leadsTo}`)
  }
  console.log(`${seen.checked} addresses, ${seen.findings.length} findings`)
}
