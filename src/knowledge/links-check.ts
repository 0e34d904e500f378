import { setTimeout as later } from 'node:timers/promises'
import type { Finding } from './finding.ts'
import type { Link } from './links.ts'
import { type Fetch, siteOf, type Visited, visitLink } from './visit-link.ts'

/** What is wrong with an address. */
export interface LinkFinding extends Finding {
  readonly address: string
  readonly importance: number
  /** Where it leads now, where that is elsewhere. */
  readonly leadsTo?: string
}

export interface CheckedLinks {
  readonly checked: number
  /** How many answered at all, whatever they said. None of many: the network is not there. */
  readonly reached: number
  /** The ones that carry most first. */
  readonly findings: readonly LinkFinding[]
}

export interface LinkCheck {
  readonly fetch: Fetch
  /** How many hosts are visited at a time. */
  readonly hosts?: number
  /** Milliseconds between two visits to a host. */
  readonly pause?: number
  /** How long a page may take, in milliseconds. */
  readonly patience?: number
  /** Told after each address: how many are done. */
  readonly tell?: (done: number) => void
  /** Ends the check before its time. */
  readonly signal?: AbortSignal
}

/**
 * Visits every address, gently: one visit at a time to a host, with a pause. Nothing of a page is kept.
 * @throws when its signal ends it.
 */
export async function checkLinks(links: readonly Link[], check: LinkCheck): Promise<CheckedLinks> {
  const { fetch, hosts = 4, pause = 1000, patience = 20_000, tell = () => {}, signal } = check
  const visiting = { fetch, patience, ...(signal ? { signal } : {}) }
  const waiting = [...byHost(links).values()]
  const findings: LinkFinding[] = []
  let done = 0
  let reached = 0
  const visitHosts = async (): Promise<void> => {
    for (let host = waiting.shift(); host; host = waiting.shift()) {
      for (const [nth, link] of host.entries()) {
        if (nth > 0) await later(pause, undefined, { signal }).catch(() => signal?.throwIfAborted())
        const visited = await visitLink(secure(link.address), visiting)
        signal?.throwIfAborted()
        if (!SILENT.has(visited.is)) reached += 1
        findings.push(...judged(link, visited))
        tell(++done)
      }
    }
  }
  await Promise.all(Array.from({ length: hosts }, visitHosts))
  findings.sort((one, other) => other.importance - one.importance || (one.address < other.address ? -1 : 1))
  return { checked: links.length, reached, findings }
}

/** What became of a visit to which nobody answered. */
const SILENT: ReadonlySet<Visited['is']> = new Set(['slow', 'unknown-host', 'unreachable', 'not-public'])

function byHost(links: readonly Link[]): Map<string, Link[]> {
  const hosts = new Map<string, Link[]>()
  for (const link of links) {
    const { host } = new URL(link.address)
    hosts.set(host, [...(hosts.get(host) ?? []), link])
  }
  return hosts
}

function secure(address: string): string {
  return address.replace(/^http:/, 'https:')
}

function judged(link: Link, visited: Visited): LinkFinding[] {
  const found: LinkFinding[] = []
  const isSecure = link.address.startsWith('https:')
  const isThere = visited.is === 'there' && visited.status < 300
  if (!isSecure) {
    const remedy = isThere
      ? 'La page répond aussi en « https » : écrivez l’adresse ainsi.'
      : 'Cherchez la même page sur un site protégé.'
    found.push(finding(link, 'link-not-secure', 'warning', 'L’adresse est en « http », sans protection.', remedy))
  }
  if (visited.is !== 'there') return [...found, ...(isSecure ? [notThere(link, visited)] : [])]
  const { status, address } = visited
  if ([401, 403, 407, 429, 451, 999].includes(status)) {
    return [
      ...found,
      finding(
        link,
        'link-to-verify',
        'warning',
        `Le site ne laisse pas lire la page à un programme (${status}) : à vérifier à la main.`,
        'Ouvrez la page dans un navigateur. Si elle s’ouvre, tout va bien.',
      ),
    ]
  }
  if (status === 404 || status === 410) {
    return [
      ...found,
      finding(
        link,
        'link-dead',
        'error',
        `La page n’existe plus (${status}).`,
        'Cherchez où elle est maintenant, ou une autre source ; puis relisez ce qui s’appuie sur elle.',
        address,
      ),
    ]
  }
  if (status >= 300) {
    return [
      ...found,
      finding(
        link,
        'link-unwell',
        'warning',
        `Le site répond par une erreur (${status}).`,
        'Essayez de nouveau un autre jour ; si l’erreur reste, cherchez une autre adresse.',
        address,
      ),
    ]
  }
  const moved = movedTo(link.address, address)
  return moved ? [...found, finding(link, moved.rule, 'warning', moved.sentence, moved.remedy, address)] : found
}

function notThere(link: Link, visited: Exclude<Visited, { is: 'there' }>): LinkFinding {
  const again = 'Ouvrez-la dans un navigateur ; si elle ne s’ouvre pas non plus, cherchez une autre adresse.'
  if (visited.is === 'unknown-host') {
    return finding(
      link,
      'link-dead',
      'error',
      'Le site n’existe plus : son nom est inconnu.',
      'Cherchez une autre source.',
    )
  }
  if (visited.is === 'slow') {
    return finding(link, 'link-slow', 'warning', 'La page n’a pas répondu à temps, deux fois de suite.', again)
  }
  if (visited.is === 'unprotected') {
    return finding(
      link,
      'link-not-secure',
      'warning',
      'L’adresse mène à une page sans protection (« http »).',
      'Cherchez la même page sur un site protégé.',
      visited.address,
    )
  }
  if (visited.is === 'not-public') {
    return finding(
      link,
      'link-to-verify',
      'warning',
      'Vue d’ici, l’adresse mène dans un réseau privé, où la vérification n’entre pas.',
      'Ouvrez-la dans un navigateur, hors de ce réseau. Si elle s’ouvre, tout va bien.',
      visited.address,
    )
  }
  if (visited.is === 'going-round') {
    return finding(link, 'link-unwell', 'warning', 'L’adresse renvoie sans fin d’une adresse à une autre.', again)
  }
  return finding(
    link,
    'link-unreachable',
    'warning',
    `Le site ne répond pas (${visited.why}), deux fois de suite.`,
    again,
  )
}

/** A redirect counts only where it leaves the site, or the page for a home page. */
function movedTo(from: string, to: string): { rule: string; sentence: string; remedy: string } | undefined {
  const [one, other] = [new URL(from), new URL(to)]
  if (isHome(other) && !isHome(one)) {
    return {
      rule: 'link-to-home',
      sentence: 'L’adresse mène maintenant à une page d’accueil : la page elle-même est sans doute partie.',
      remedy: 'Cherchez où elle est maintenant, et relisez ce qui s’appuie sur elle.',
    }
  }
  if (siteOf(one) !== siteOf(other)) {
    return {
      rule: 'link-moved',
      sentence: `L’adresse mène maintenant à un autre site (${other.host}).`,
      remedy: 'Vérifiez que c’est la même page, puis écrivez sa nouvelle adresse.',
    }
  }
  return undefined
}

function isHome({ pathname, searchParams }: URL): boolean {
  return (
    [...searchParams.keys()].every((name) => /^(?:l|hl|lang|langue|language|locale)$/i.test(name)) &&
    /^\/?(?:(?:fr|en|es|ar)(?:-[a-z]{2})?\/?)?(?:(?:index|accueil|home|default)(?:\.\w+)?\/?)?$/i.test(pathname)
  )
}

function finding(
  { address, importance, places }: Link,
  rule: string,
  severity: Finding['severity'],
  sentence: string,
  remedy: string,
  leadsTo?: string,
): LinkFinding {
  const { file = '', place } = places[0] ?? {}
  const leads =
    leadsTo !== undefined && leadsTo !== new URL(secure(address.replace(/#.*/s, ''))).href ? { leadsTo } : {}
  return { rule, severity, file, ...(place ? { place } : {}), sentence, remedy, address, importance, ...leads }
}
