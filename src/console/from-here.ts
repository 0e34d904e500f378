import type { Request } from 'restify'

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Whether a request comes from a page of ours, and may change something. Browsers say so in Origin and Sec-Fetch-Site,
 * which no page can set; where neither is sent, it does not.
 */
export function isFromHere(request: Request, publicUrl: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined || origin === 'null') return site === 'same-origin'
  if (origin === new URL(publicUrl).origin) return true
  return host !== undefined && LOCAL.test(host) && origin === `http://${host}`
}
