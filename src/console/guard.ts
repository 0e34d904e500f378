import type { Request, Response } from 'restify'
import type { Role } from '../desk/staff.ts'
import type { Cookies } from './cookies.ts'
import { isFromHere } from './from-here.ts'
import type { Notice } from './notice.tsx'
import type { Pages } from './pages.ts'
import { homeOf, may, type Session, type Sessions } from './session.ts'
import { type Arrival, arrivalOf, isPart, type Visit } from './visit.ts'

export type Handler = (request: Request, response: Response) => Promise<void>

/** Lets in who may come in. */
export interface Guard {
  /** A restify handler that only members with that role reach, and whose changes only our own pages ask for. */
  guard(role: Role, handler: (request: Request, response: Response, visit: Visit) => Promise<void>): Handler
  /** Who asks, if they are signed in and have that role. */
  signedIn(request: Request, role: Role): Promise<Session | undefined>
  /** A restify handler for anybody; what it throws is told to the log, and a sentence to whoever asks. */
  open(handler: (request: Request, response: Response, arrival: Arrival) => Promise<void>): Handler
}

export interface GuardResources {
  readonly publicUrl: string
  readonly sessions: Sessions
  readonly cookies: Cookies
  readonly pages: Pages
  now(): Date
  onError(error: unknown): void
}

/**
 * A session in use is written again when it was last written so long ago. What a page left open asks for by itself is
 * no use.
 */
const RENEW_MS = 5 * 60 * 1000

export function openGuard(resources: GuardResources): Guard {
  const { publicUrl, sessions, cookies, pages, now, onError } = resources

  const open: Guard['open'] = (handler) => async (request, response) => {
    const arrival = arrivalOf(request, cookies)
    try {
      if (changes(request) && !isFromHere(request, publicUrl)) await refuse(request, response, arrival, ELSEWHERE)
      else await handler(request, response, arrival)
    } catch (error) {
      onError(error)
      await failed(request, response, arrival)
    }
  }

  async function failed(request: Request, response: Response, arrival: Arrival): Promise<void> {
    if (response.headersSent) return void response.end()
    try {
      await refuse(request, response, arrival, {
        name: 'trouble',
        status: 500,
        link: { words: 'again', to: arrival.path },
      })
    } catch (error) {
      onError(error)
      response.send(500, { error: { code: 'ServiceError', message: 'The request could not be served. Try again.' } })
    }
  }

  /** A refusal as a page; as a sentence to what asked for a part of one. */
  function refuse(request: Request, response: Response, arrival: Arrival, notice: Notice): Promise<void> {
    return isPart(request) ? pages.sentence(response, arrival, notice) : pages.notice(response, arrival, notice)
  }

  async function toSignIn(request: Request, response: Response, arrival: Arrival): Promise<void> {
    const to = `/sign-in?${new URLSearchParams({ to: arrival.path })}`
    if (isPart(request)) response.setHeader('HX-Redirect', to)
    const ended: Notice = { name: 'ended', status: 401, link: { words: 'sign-in', to } }
    if (isPart(request) || changes(request)) return refuse(request, response, arrival, ended)
    if (request.headers['sec-fetch-dest'] === 'iframe') {
      const link = { words: 'framed.link', to: arrival.path, inNewTab: true }
      return pages.notice(response, arrival, { name: 'framed', status: 401, link })
    }
    response.writeHead(303, { Location: to, 'Cache-Control': 'no-store' })
    response.end()
  }

  return {
    open,
    guard: (role, handler) =>
      open(async (request, response, arrival) => {
        const member = await sessions.read(request)
        if (!member) return toSignIn(request, response, arrival)
        const visit = { ...arrival, member }
        if (!may(member, role)) {
          const link = { words: 'back', to: homeOf(member) }
          return refuse(request, response, visit, { name: 'wrong-role', status: 403, words: { role }, link })
        }
        const isUsed = changes(request) || !isPart(request)
        if (isUsed && now().getTime() - member.written.getTime() > RENEW_MS) await sessions.write(response, member)
        await handler(request, response, visit)
      }),
    signedIn: async (request, role) => {
      const member = await sessions.read(request)
      return member && may(member, role) ? member : undefined
    },
  }
}

/** What is refused when another site asks for it. */
const ELSEWHERE: Notice = { name: 'elsewhere', status: 403, link: { words: 'back', to: '/desk' } }

function changes(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD'
}
