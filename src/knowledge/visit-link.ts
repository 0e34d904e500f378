/** What became of a visit to an address. */
export type Visited =
  | { readonly is: 'there'; readonly status: number; readonly address: string }
  | { readonly is: 'slow' }
  | { readonly is: 'unknown-host' }
  | { readonly is: 'unreachable'; readonly why: string }
  | { readonly is: 'going-round' }
  /** It leads to a page without protection, which is not visited. */
  | { readonly is: 'unprotected'; readonly address: string }
  /** It leads into a network that is not everybody's, where nothing is visited. */
  | { readonly is: 'not-public'; readonly address: string }

/** What is looked at of a page. */
export type Page = Pick<Response, 'status' | 'headers' | 'body'>
export type Fetch = (address: string, options: RequestInit) => Promise<Page>

/** Thrown by a `Fetch` that does not go where not everybody may. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic'
}

export interface Visiting {
  readonly fetch: Fetch
  /** How long a page may take to answer, in milliseconds. */
  readonly patience: number
  /** Ends the visit before its time. */
  readonly signal?: AbortSignal
}

const MOST_STEPS = 8
const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
  'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5',
  'user-agent': 'Mozilla/5.0 (compatible; Passerelle-liens/1.0)',
}

/** Goes to an address and follows where it leads; what is slow or cannot be reached is tried a second time. */
export async function visitLink(address: string, visiting: Visiting): Promise<Visited> {
  const first = await walk(address, visiting)
  return first.is === 'slow' || first.is === 'unreachable' ? walk(address, visiting) : first
}

async function walk(address: string, { fetch, patience, signal }: Visiting): Promise<Visited> {
  let at = new URL(address)
  at.hash = ''
  for (let step = 0; step < MOST_STEPS; step++) {
    let response: Page
    const limit = AbortSignal.timeout(patience)
    try {
      response = await fetch(at.href, {
        redirect: 'manual',
        headers: HEADERS,
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      })
    } catch (error) {
      return error instanceof NotPublic ? { is: 'not-public', address: at.href } : faultOf(error)
    }
    await response.body?.cancel().catch(() => {})
    const next = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || next === null || !URL.canParse(next, at)) {
      return { is: 'there', status: response.status, address: at.href }
    }
    const to = new URL(next, at)
    if (!/^https?:$/.test(to.protocol)) return { is: 'there', status: response.status, address: at.href }
    const protectedTo = withProtection(at, to)
    if (!protectedTo) return { is: 'unprotected', address: to.href }
    at = protectedTo
  }
  return { is: 'going-round' }
}

/**
 * Where a step leads, with protection. Many sites add a slash or « www » by way of « http » and come back: such a step
 * is taken in « https »; any other that gives up its protection is not taken.
 */
function withProtection(from: URL, to: URL): URL | undefined {
  if (to.protocol === 'https:') return to
  const secure = new URL(to.href.replace(/^http:/, 'https:'))
  const isSamePage = siteOf(from) === siteOf(to) && pageOf(from) === pageOf(to)
  return isSamePage && secure.href !== from.href ? secure : undefined
}

/** A site by its host, whether with « www » or not, and in whatever language. */
export function siteOf({ host }: URL): string {
  return host.replace(/^(?:www\.)?(?:(?:fr|en|es|ar)\.)?/, '')
}

function pageOf({ pathname, search }: URL): string {
  return `${pathname.replace(/\/$/, '')}${search}`
}

function faultOf(error: unknown): Visited {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  const code = cause?.code ?? (error as { code?: string }).code ?? ''
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|TIMEDOUT/.test(code)) return { is: 'slow' }
  if (code === 'ENOTFOUND') return { is: 'unknown-host' }
  return { is: 'unreachable', why: code || 'sans réponse' }
}
