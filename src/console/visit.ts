import { randomBytes } from 'node:crypto'
import type { Request } from 'restify'
import type { Cookies } from './cookies.ts'
import { pagePath } from './own-path.ts'
import type { Session } from './session.ts'
import { CONSOLE_LANGUAGES, type ConsoleLanguage } from './words.ts'

/** One request to the console, signed in or not yet. */
export interface Arrival {
  readonly language: ConsoleLanguage
  /** Lets what this answer brings run and style, and nothing else. */
  readonly nonce: string
  /** The page that it is about, with its filters: where to come back to. */
  readonly path: string
  readonly member?: Session
}

/** One request of a member of staff. */
export interface Visit extends Arrival {
  readonly member: Session
}

/** The name of the cookie that keeps the language a member chose. */
export const LANGUAGE_COOKIE = 'language'

/** A request as it arrives; what sends a form or asks for a part of a page is about the page that it came from. */
export function arrivalOf(request: Request, cookies: Cookies): Arrival {
  return {
    language: consoleLanguage(cookies.read(request, LANGUAGE_COOKIE)),
    nonce: randomBytes(18).toString('base64url'),
    path: pageOf(request) ?? '/desk',
  }
}

/** French, unless it is another of the console's languages. */
export function consoleLanguage(asked: unknown): ConsoleLanguage {
  return CONSOLE_LANGUAGES.find((language) => language === asked) ?? 'fr'
}

/** Whether a page's part, a stream of events or a form is asked for, rather than a page. */
export function isPart(request: Request): boolean {
  const { accept = '', 'hx-request': byHtmx, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers
  if (byHtmx === 'true' || accept.includes('text/event-stream')) return true
  return site !== undefined && mode !== undefined && mode !== 'navigate'
}

function pageOf(request: Request): string | undefined {
  const isPage = request.method !== 'POST' && !isPart(request)
  if (isPage) return pagePath(request.url)
  const from = request.headers['hx-current-url'] ?? request.headers.referer
  if (typeof from !== 'string' || !URL.canParse(from)) return undefined
  const { pathname, search } = new URL(from)
  return pagePath(`${pathname}${search}`)
}
