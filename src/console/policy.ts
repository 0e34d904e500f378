/** What a page of the console may load, send to and be framed by. */
export interface Allowed {
  readonly nonce: string
  /** Other origins that a form of ours may end at: the sign-in's issuer, after signing out. */
  readonly formsTo: readonly string[]
  /** Whether Microsoft Teams may show the page as a tab. */
  readonly inTeams: boolean
}

const TEAMS = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft']

/** Nothing but our own files runs, styles or is asked; no line inside a page does. */
export function contentSecurityPolicy({ nonce, formsTo, inTeams }: Allowed): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...formsTo],
    'object-src': ["'none'"],
    'frame-ancestors': ["'self'", ...(inTeams ? TEAMS : [])],
  }
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ')
}
