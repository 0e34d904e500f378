import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Request, Response } from 'restify'
import { callerOf } from './caller.ts'
import { mayAsk } from './origin.ts'

/** A token as Direct Line gives it out. */
export interface Token {
  readonly conversationId: string
  readonly token: string
  readonly expires_in: number
}

export interface TokenOffice {
  readonly publicUrl: string
  readonly allowedOrigins: readonly string[]
  /** Makes a token for a conversation of its own. */
  newToken(): Promise<Token>
}

/** How many conversations one address may open, and in how many seconds: a classroom behind one address fits. */
const MOST = 60
const SECONDS = 60

/** Answers `POST /chat/token`: a token for a new conversation, to a page that may have one; its body is not read. */
export function tokenHandler({ publicUrl, allowedOrigins, newToken }: TokenOffice) {
  const limit = new RateLimiterMemory({ points: MOST, duration: SECONDS })
  return async (request: Request, response: Response): Promise<void> => {
    if (!greet(request, response, publicUrl, allowedOrigins)) return
    const caller = callerOf(request.socket.remoteAddress, request.header('x-forwarded-for'), publicUrl)
    const wait = await secondsToWait(limit, caller)
    if (wait > 0) {
      response.setHeader('Retry-After', String(wait))
      refuse(
        response,
        429,
        'TooManyRequests',
        `Too many conversations were opened from this address. Try again in ${wait} seconds.`,
      )
      return
    }
    response.send(200, await newToken())
  }
}

/** Answers the question that a browser asks first, from another site (CORS preflight). */
export function tokenPreflight({ publicUrl, allowedOrigins }: Omit<TokenOffice, 'newToken'>) {
  return async (request: Request, response: Response): Promise<void> => {
    if (!greet(request, response, publicUrl, allowedOrigins)) return
    response.setHeader('Access-Control-Allow-Methods', 'POST')
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    response.setHeader('Access-Control-Max-Age', '600')
    response.send(204)
  }
}

/** Lets an allowed origin read the answer, and refuses any other. */
function greet(request: Request, response: Response, publicUrl: string, allowedOrigins: readonly string[]): boolean {
  const origin = request.header('origin') || undefined
  const asking = { origin, site: request.header('sec-fetch-site') || undefined, host: request.header('host') }
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Origin')
  if (!mayAsk(asking, publicUrl, allowedOrigins)) {
    refuse(
      response,
      403,
      'OriginNotAllowed',
      'This site may not open conversations here: its origin is not in ALLOWED_ORIGINS.',
    )
    return false
  }
  if (origin) response.setHeader('Access-Control-Allow-Origin', origin)
  if (origin) response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
  return true
}

async function secondsToWait(limit: RateLimiterMemory, caller: string): Promise<number> {
  try {
    await limit.consume(caller)
    return 0
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw error
  }
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.send(status, { error: { code, message } })
}
