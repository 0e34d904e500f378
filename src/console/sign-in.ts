import type { Response, Server } from 'restify'
import type { AuditLine } from '../desk/escalations.ts'
import type { BegunSignIns } from './begun.ts'
import type { Guard } from './guard.ts'
import { type Identity, type Issuer, newProof, Unreachable } from './issuer.ts'
import { type LocalLinks, nameFor } from './local-links.ts'
import { workPath } from './own-path.ts'
import type { Pages } from './pages.ts'
import { homeOf, type Member, type Sessions } from './session.ts'
import type { Arrival } from './visit.ts'

/** What signing in and out needs. With neither an issuer nor local links, nobody can sign in, and a page says why. */
export interface SignInResources {
  readonly publicUrl: string
  readonly sessions: Sessions
  readonly begun: BegunSignIns
  readonly pages: Pages
  readonly open: Guard['open']
  readonly issuer?: Issuer
  readonly localLinks?: LocalLinks
  audit(line: AuditLine): Promise<void>
  now(): Date
  onError(error: unknown): void
}

/** Adds the ways in and out of the console to a server. */
export function signInRoutes(server: Server, resources: SignInResources): void {
  const { publicUrl, sessions, begun, pages, open, issuer, localLinks, audit, now, onError } = resources
  const back = `${publicUrl}/sign-in/back`

  /** Signed in only once it is written down. */
  async function letIn(response: Response, member: Member, to?: string): Promise<void> {
    await audit({ at: now(), who: member.id, name: member.name, act: 'sign-in', detail: member.from })
    await sessions.write(response, member)
    go(response, to ?? homeOf(member))
  }

  /** What is the issuer's trouble is said; anything else is ours. */
  async function unreachable(response: Response, arrival: Arrival, error: unknown, to?: string): Promise<void> {
    if (!(error instanceof Unreachable)) throw error
    onError(error)
    await pages.notice(response, arrival, { name: 'unreachable', status: 503, link: again(to) })
  }

  server.get(
    '/sign-in',
    open(async (request, response, arrival) => {
      const to = workPath(request.query?.to)
      if (!issuer) {
        const known = localLinks
          ? ({ name: 'printed', status: 200 } as const)
          : ({ name: 'unset', status: 503 } as const)
        return pages.notice(response, arrival, known)
      }
      const proof = newProof()
      try {
        const address = await issuer.begin(back, proof, request.query?.other === '1')
        await begun.keep(request, response, { ...proof, to })
        go(response, address.href)
      } catch (error) {
        await unreachable(response, arrival, error, to)
      }
    }),
  )

  server.get(
    '/sign-in/back',
    open(async (request, response, arrival) => {
      const mine = await begun.take(request, response, String(request.query?.state ?? ''))
      if (!issuer || !mine) return pages.notice(response, arrival, { name: 'over', status: 400, link: again() })
      let identity: Identity
      try {
        identity = await issuer.finish(new URL(`${back}?${request.getQuery()}`), mine)
      } catch (error) {
        if (error instanceof Unreachable) return unreachable(response, arrival, error, mine.to)
        onError(error)
        return pages.notice(response, arrival, { name: 'failed', status: 400, link: again(mine.to) })
      }
      const { id, roles, name = roles[0] ? nameFor(roles[0]) : id } = identity
      if (roles.length === 0) {
        const link = { words: 'no-role.link', to: '/sign-in?other=1' }
        return pages.notice(response, arrival, { name: 'no-role', status: 403, words: { name }, link })
      }
      await letIn(response, { id, name, roles, from: 'oidc' }, mine.to)
    }),
  )

  if (localLinks)
    server.get(
      '/sign-in/local',
      open(async (request, response, arrival) => {
        const member = localLinks.use(String(request.query?.token ?? ''))
        if (!member) return pages.notice(response, arrival, { name: 'used-link', status: 403 })
        await letIn(response, member)
      }),
    )

  server.post(
    '/sign-out',
    open(async (request, response) => {
      const member = await sessions.read(request)
      sessions.clear(response)
      if (!member) return go(response, '/signed-out')
      await audit({ at: now(), who: member.id, name: member.name, act: 'sign-out', detail: member.from })
      const end = member.from === 'oidc' ? await issuer?.endAddress(`${publicUrl}/signed-out`).catch(told) : undefined
      go(response, end?.href ?? '/signed-out')
    }),
  )

  /** An issuer that does not answer keeps nobody signed in here. */
  function told(error: unknown): undefined {
    onError(error)
  }

  server.get(
    '/signed-out',
    open((_request, response, arrival) =>
      pages.notice(response, arrival, {
        name: 'signed-out',
        status: 200,
        link: { words: 'sign-in', to: '/sign-in' },
      }),
    ),
  )
}

function again(to?: string) {
  return { words: 'again', to: to ? `/sign-in?${new URLSearchParams({ to })}` : '/sign-in' }
}

function go(response: Response, address: string): void {
  response.writeHead(303, { Location: address, 'Cache-Control': 'no-store' })
  response.end()
}
