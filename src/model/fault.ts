import type { Fault } from '../answer/model.ts'

/** What went wrong in a call, and how long the server asked to be left alone. */
export interface Failure {
  readonly fault: Fault
  /** Seconds that the server asked for, in milliseconds. */
  readonly retryAfter?: number
  /** Whether the same question may do better a moment later. */
  readonly passing: boolean
}

/** What a thrown error of the client means for us. */
export function failureOf(error: unknown, now: number): Failure {
  const { status, name, code } = error as { readonly status?: number; readonly name?: string; readonly code?: unknown }
  const said = `${code ?? ''} ${(error as Error)?.message ?? ''}`
  if (/content[_ ](filter|management policy)/i.test(said)) {
    return { fault: 'filtered', passing: false }
  }
  if (/length limit was reached/i.test(said)) return { fault: 'cut', passing: false }
  if (name === 'TimeoutError' || name === 'AbortError') return { fault: 'slow', passing: false }
  if (status === 429) {
    if (/insufficient_quota/.test(said)) return { fault: 'denied', passing: false }
    const retryAfter = retryAfterOf(error, now)
    return { fault: 'busy', passing: true, ...(retryAfter === undefined ? {} : { retryAfter }) }
  }
  if (status === 408) return { fault: 'slow', passing: false }
  if (status !== undefined && status >= 500) return { fault: 'broken', passing: true }
  if (status === 401 || status === 403 || status === 404) return { fault: 'denied', passing: false }
  if (status !== undefined && status >= 400) return { fault: 'refused', passing: false }
  if (error instanceof SyntaxError) return { fault: 'broken', passing: false }
  if (/connection error|ECONN|ENOTFOUND|EAI_AGAIN|socket|fetch failed/i.test(said)) {
    return { fault: 'unreachable', passing: false }
  }
  if (/terminated|premature|aborted/i.test(said)) return { fault: 'cut', passing: false }
  return { fault: 'broken', passing: false }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), and the milliseconds that Azure adds. */
function retryAfterOf(error: unknown, now: number): number | undefined {
  const headers = (error as { readonly headers?: { get?(name: string): string | null } }).headers
  const milliseconds = headers?.get?.('retry-after-ms')
  if (milliseconds && /^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds)
  const given = headers?.get?.('retry-after')
  if (!given) return undefined
  if (/^\d+(\.\d+)?$/.test(given)) return Number(given) * 1000
  const date = Date.parse(given)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
