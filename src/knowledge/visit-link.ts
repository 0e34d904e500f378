/** What became of a visit to an address. */
export type Visited =
  | { readonly is: 'there'; readonly status: number; readonly address: string }
  | { readonly is: 'slow' }
  | { readonly is: 'unknown-host' }
  | { readonly is: 'unreachable'; readonly why: string }
  | { readonly is: 'going-round' }

export type Fetch = (address: string, options: RequestInit) => Promise<Response>

export interface Visiting {
  readonly fetch: Fetch
  /** How long a page may take to answer, in milliseconds. */
  readonly patience: number
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

async function walk(address: string, { fetch, patience }: Visiting): Promise<Visited> {
  let at = new URL(address)
  at.hash = ''
  for (let step = 0; step < MOST_STEPS; step++) {
    let response: Response
    try {
      response = await fetch(at.href, {
        redirect: 'manual',
        headers: HEADERS,
        signal: AbortSignal.timeout(patience),
      })
    } catch (error) {
      return faultOf(error)
    }
    await response.body?.cancel().catch(() => {})
    const next = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || next === null || !URL.canParse(next, at)) {
      return { is: 'there', status: response.status, address: at.href }
    }
    at = new URL(next, at)
    if (!/^https?:$/.test(at.protocol)) return { is: 'there', status: response.status, address: at.href }
  }
  return { is: 'going-round' }
}

function faultOf(error: unknown): Visited {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  const code = cause?.code ?? (error as { code?: string }).code ?? ''
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|TIMEDOUT/.test(code)) return { is: 'slow' }
  if (code === 'ENOTFOUND') return { is: 'unknown-host' }
  return { is: 'unreachable', why: code || 'sans réponse' }
}
