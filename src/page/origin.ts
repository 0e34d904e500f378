/** What a request tells of where it comes from. */
export interface Asking {
  readonly origin?: string | undefined
  /** Sec-Fetch-Site, which browsers set and pages cannot. */
  readonly site?: string | undefined
  readonly host?: string | undefined
}

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Whether a page there may ask for a token: our own, at its public address or on this machine, and the sites of
 * ALLOWED_ORIGINS. A request without an origin passes unless a browser says that it crosses sites: what is no browser
 * can claim any origin anyway, and the limit counts it all the same.
 */
export function mayAsk({ origin, site, host }: Asking, publicUrl: string, allowedOrigins: readonly string[]): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  if (origin === new URL(publicUrl).origin || allowedOrigins.includes(origin)) return true
  return host !== undefined && LOCAL.test(host) && origin === `http://${host}`
}
