import { createHash } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'

/** What a Direct Line token lets its holder do: be this person in this conversation. */
export interface Grant {
  readonly conversation: string
  readonly user?: string
}
/** A way back holds for the conversation that stood at its address then: `of` is our own id of it. */
export interface WayBack extends Grant {
  readonly of: string
}
/** Why a token opens nothing. Expired and wrong are told apart: clients refresh on the first (Direct Line 3.0, errors). */
export type Refused = 'TokenExpired' | 'BadToken'

export interface Tokens {
  /** A token for a conversation, and the seconds for which it holds. */
  grant(grant: Grant): Promise<{ token: string; expiresIn: number }>
  /** A token that opens one stream, within a minute. */
  stream(grant: Grant): Promise<string>
  /** A token that brings back whoever waits for an answer, and the seconds for which it may. */
  wayBack(way: WayBack): Promise<{ token: string; expiresIn: number }>
  read(token: string, kind?: 'chat' | 'stream'): Promise<Grant | Refused>
  /** What a way back is for; nothing where the token is none. */
  readWayBack(token: string): Promise<WayBack | Refused>
}

const CHAT_SECONDS = 1800
const STREAM_SECONDS = 60
/** Longer than the desk is ever closed at a stretch; the privacy page says it. */
export const WAY_BACK_DAYS = 14

/** Signed tokens (JWT, RFC 7519, HS256): every process that shares the secret reads them. */
export function openTokens(secret: string, now: () => Date, chatSeconds = CHAT_SECONDS): Tokens {
  const key = createHash('sha256').update(`direct-line:${secret}`).digest()
  const sign = (grant: Grant | WayBack, kind: string, seconds: number): Promise<string> => {
    const issued = Math.floor(now().getTime() / 1000)
    return new SignJWT({ ...grant, kind })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .setJti(crypto.randomUUID())
      .sign(key)
  }
  const claims = async (token: string, kind: string): Promise<(Grant & { readonly of?: unknown }) | Refused> => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now() })
      const { conversation, user, of } = payload
      if (payload.kind !== kind || typeof conversation !== 'string') return 'BadToken'
      return { conversation, of, ...(typeof user === 'string' ? { user } : {}) }
    } catch (error) {
      return (error as { code?: string }).code === 'ERR_JWT_EXPIRED' ? 'TokenExpired' : 'BadToken'
    }
  }
  return {
    grant: async (grant) => ({ token: await sign(plain(grant), 'chat', chatSeconds), expiresIn: chatSeconds }),
    stream: (grant) => sign(plain(grant), 'stream', STREAM_SECONDS),
    wayBack: async ({ of, ...grant }) => {
      const expiresIn = WAY_BACK_DAYS * 24 * 60 * 60
      return { token: await sign({ ...plain(grant), of }, 'way-back', expiresIn), expiresIn }
    },
    read: async (token, kind = 'chat') => {
      const read = await claims(token, kind)
      return typeof read === 'string' ? read : plain(read)
    },
    readWayBack: async (token) => {
      const read = await claims(token, 'way-back')
      if (typeof read === 'string') return read
      return typeof read.of === 'string' ? { ...plain(read), of: read.of } : 'BadToken'
    },
  }
}

function plain({ conversation, user }: Grant): Grant {
  return { conversation, ...(user ? { user } : {}) }
}
