import type { MarkReason, NoticedGap } from './noticed.ts'
import type { Publisher } from './publication.ts'

/** What an editor did about a gap: an article was begun, the wording was added to one, or it is no question for us. */
export type Settling =
  | { readonly how: 'article-begun' | 'wording-added'; readonly article: string }
  | { readonly how: 'set-aside' }

/** Who settled a gap, how, and when. */
export type Settled = Settling & { readonly by: Publisher; readonly at: Date }

/** A question that the library left open, without what could tell whose it is. It goes when its conversation goes. */
export interface Gap extends Omit<NoticedGap, 'position'> {
  readonly id: string
  readonly at: Date
  /** Of an answer that did not help: why, where the person said. */
  readonly reason?: MarkReason
  readonly settled?: Settled
}

/** What a counsellor said in the same conversation after a gap, without personal details. */
export interface BesideGap {
  readonly text: string
  readonly name: string
  readonly at: Date
}

/** The ledger of gaps. A turn writes them (`Noticed`); `store/` keeps them. */
export interface Gaps {
  /** Open gaps from a moment on, or settled ones, newest first. */
  list(since: Date, most: number, which?: 'open' | 'settled'): Promise<readonly Gap[]>
  /** How many gaps are open from a moment on. */
  count(since: Date): Promise<number>
  /** Settles gaps that are still open; gives how many were. */
  settle(ids: readonly string[], settled: Settled): Promise<number>
  /** Opens settled gaps again; gives how many were settled. */
  reopen(ids: readonly string[]): Promise<number>
  /** By gap, the first words of counsellors after it in its conversation; a gap without any is left out. */
  answersBeside(ids: readonly string[]): Promise<ReadonlyMap<string, readonly BesideGap[]>>
}
