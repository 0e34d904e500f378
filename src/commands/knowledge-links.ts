import { HOUSE } from '../house.ts'
import { contentOf } from '../knowledge/content.ts'
import { readFiles } from '../knowledge/files.ts'
import { showFinding } from '../knowledge/finding.ts'
import { linksOf } from '../knowledge/links.ts'
import { checkLinks } from '../knowledge/links-check.ts'
import type { Store } from '../store/store.ts'

/** Visits the addresses that people are shown, and tells which are dead or moved, the ones that carry most first. */
export async function visitLinks({ publications }: Store): Promise<void> {
  const latest = await publications.latest()
  const files = latest ? await publications.files(latest) : readFiles(`${HOUSE}knowledge`)
  const links = linksOf(contentOf(files))
  const tell = (done: number) => {
    if (done % 25 === 0) console.error(`${done} of ${links.length} addresses visited`)
  }
  const { checked, findings } = await checkLinks(links, { fetch, tell })
  for (const finding of findings) {
    const leadsTo = finding.leadsTo ? ` → ${finding.leadsTo}` : ''
    console.log(`${finding.importance} ${showFinding(finding)} ${finding.address}${leadsTo}`)
  }
  console.log(`${checked} addresses, ${findings.length} findings`)
}
