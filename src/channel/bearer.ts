import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'restify'

/** The token of `Authorization: Bearer …`, where there is one. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1]
}

/** Whether a request bears a secret; how long that takes to tell says nothing of it. Without a secret nobody does. */
export function bearsSecret(request: Request, secret: string | undefined): boolean {
  const given = bearerOf(request)
  if (secret === undefined || given === undefined) return false
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
