import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What the address of a printable plan opens. Expired and wrong are told apart: the first was once ours. */
export type PlanToken =
  | { readonly is: 'good'; readonly conversation: string; readonly made: Date; readonly expires: Date }
  | { readonly is: 'expired'; readonly conversation: string }
  | { readonly is: 'wrong' }

export interface PlanTokens {
  /** A token for the plan of a conversation, good for `PLAN_DAYS`; nobody without the secret can make one. */
  write(conversation: string, now: Date): string
  read(token: string, now: Date): PlanToken
}

/** Where printable plans are: `/plan/<token>`. */
export const PLANS = '/plan'

/** For how many days a link to a plan opens it. */
export const PLAN_DAYS = 30

const LIFE_MS = PLAN_DAYS * 24 * 60 * 60 * 1000
/** A conversation's id, when the token expires (in milliseconds), and the signature of both; no other spelling is read. */
const SHAPE = /^([\w-]{1,400})\.([0-9a-z]{6,10})\.([\w-]{43})$/

/** Signed tokens (HMAC-SHA256): every process that shares the secret reads them, and nothing is stored. */
export function openPlanTokens(secret: string): PlanTokens {
  const key = createHash('sha256').update(`printable-plan:${secret}`).digest()
  const sign = (signed: string) => createHmac('sha256', key).update(signed).digest('base64url')
  return {
    write: (conversation, now) => {
      const signed = `${Buffer.from(conversation).toString('base64url')}.${(now.getTime() + LIFE_MS).toString(36)}`
      return `${signed}.${sign(signed)}`
    },
    read: (token, now) => {
      const [, id = '', expiry = '', signature = ''] = SHAPE.exec(token) ?? []
      if (!signature || !isSame(signature, sign(`${id}.${expiry}`))) return { is: 'wrong' }
      const conversation = Buffer.from(id, 'base64url').toString()
      const expires = Number.parseInt(expiry, 36)
      if (expires <= now.getTime()) return { is: 'expired', conversation }
      return { is: 'good', conversation, made: new Date(expires - LIFE_MS), expires: new Date(expires) }
    },
  }
}

/** Compares signatures of one length without telling by the time it takes where they differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
