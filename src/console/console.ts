import type { Response, Server } from 'restify'
import type { AuditLine } from '../desk/escalations.ts'
import { type Assets, openAssets } from './assets.ts'
import { openBegun } from './begun.ts'
import { openCookies } from './cookies.ts'
import type { Page } from './frame.tsx'
import { type Guard, openGuard } from './guard.ts'
import { type IssuerSettings, openIssuer } from './issuer.ts'
import { openLocalLinks } from './local-links.ts'
import { pagePath } from './own-path.ts'
import { openPages } from './pages.ts'
import { openSessions } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { consoleLanguage, LANGUAGE_COOKIE, type Visit } from './visit.ts'

/** What the console needs from the house. */
export interface ConsoleResources {
  readonly settings: {
    readonly publicUrl: string
    readonly sessionSecret: string
    readonly production: boolean
    /** Where staff sign in. Without it, and outside production, one-time links are printed. */
    readonly oidc?: IssuerSettings
  }
  audit(line: AuditLine): Promise<void>
  now(): Date
  onError(error: unknown): void
  /** Prints a line where whoever starts the server reads it. */
  print(line: string): void
}

/** The console's common part: what each of its sections is built on. */
export interface Console extends Omit<Guard, 'open'> {
  readonly assets: Assets
  page(response: Response, visit: Visit, page: Page & { readonly status?: number }): Promise<void>
  /** Prints the one-time sign-in links, once the doors are open; nothing where there are none. */
  printLinks(): void
}

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Adds to a server what all sections of the console share: signing in and out, their files, the choice of language. */
export function openConsole(server: Server, resources: ConsoleResources): Console {
  const { settings, audit, now, onError, print } = resources
  const { publicUrl, sessionSecret, production, oidc } = settings
  const issuer = oidc ? openIssuer(oidc) : undefined
  const localLinks = issuer || production ? undefined : openLocalLinks({ publicUrl, print })
  const cookies = openCookies(publicUrl)
  const sessions = openSessions(sessionSecret, publicUrl, now)
  const assets = openAssets()
  const pages = openPages(assets, () => issuer?.origins() ?? [])
  const { guard, signedIn, open } = openGuard({ publicUrl, sessions, cookies, pages, now, onError })

  signInRoutes(server, {
    publicUrl,
    sessions,
    begun: openBegun(sessionSecret, cookies, now),
    pages,
    open,
    audit,
    now,
    onError,
    ...(issuer ? { issuer } : {}),
    ...(localLinks ? { localLinks } : {}),
  })
  server.get(
    '/console/language',
    open(async (request, response) => {
      cookies.write(response, LANGUAGE_COOKIE, consoleLanguage(request.query?.lang), YEAR_SECONDS)
      response.writeHead(303, { Location: pagePath(request.query?.to) ?? '/desk', 'Cache-Control': 'no-store' })
      response.end()
    }),
  )
  server.get(
    '/console/:file',
    open(async (request, response) => {
      if (!assets.send(request, response))
        response.send(404, { error: { code: 'NotFound', message: 'There is nothing at this address.' } })
    }),
  )

  return { guard, signedIn, assets, page: pages.send, printLinks: () => localLinks?.print() }
}
