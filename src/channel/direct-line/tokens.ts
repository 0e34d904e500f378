import { createHash } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'

/** What a Direct Line token lets its holder do: be this person in this conversation. */
export interface Grant {
  readonly conversation: string
  readonly user?: string
}
/** Why a token opens nothing. Expired and wrong are told apart: clients refresh on the first (Direct Line 3.0, errors). */
export type Refused = 'TokenExpired' | 'BadToken'

export interface Tokens {
  /** A token for a conversation, and the seconds for which it holds. */
  grant(grant: Grant): Promise<{ token: string; expiresIn: number }>
  /** A token that opens one stream, within a minute. */
  stream(grant: Grant): Promise<string>
  read(token: string, kind?: 'chat' | 'stream'): Promise<Grant | Refused>
}

const CHAT_SECONDS = 1800
const STREAM_SECONDS = 60

/** Signed tokens (JWT, RFC 7519, HS256): every process that shares the secret reads them. */
export function openTokens(secret: string, now: () => Date, chatSeconds = CHAT_SECONDS): Tokens {
  const key = createHash('sha256').update(`direct-line:${secret}`).digest()
  const sign = (grant: Grant, kind: string, seconds: number): Promise<string> => {
    const issued = Math.floor(now().getTime() / 1000)
    return new SignJWT({ conversation: grant.conversation, kind, ...(grant.user ? { user: grant.user } : {}) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .setJti(crypto.randomUUID())
      .sign(key)
  }
  return {
    grant: async (grant) => ({ token: await sign(grant, 'chat', chatSeconds), expiresIn: chatSeconds }),
    stream: (grant) => sign(grant, 'stream', STREAM_SECONDS),
    read: async (token, kind = 'chat') => {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now() })
        if (payload.kind !== kind || typeof payload.conversation !== 'string') return 'BadToken'
        return {
          conversation: payload.conversation,
          ...(typeof payload.user === 'string' ? { user: payload.user } : {}),
        }
      } catch (error) {
        return (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'TokenExpired' : 'BadToken'
      }
    },
  }
}
