import type { Files } from './files.ts'

/** How a publication came about. */
export const ORIGINS = ['files', 'edit', 'rollback', 'import'] as const
export type Origin = (typeof ORIGINS)[number]

/** Who published: a member of staff, or the house itself when it takes in its files. */
export interface Publisher {
  readonly id: string
  readonly name: string
}

/** One state of the whole content that people read: immutable, numbered from 1. */
export interface Publication {
  readonly number: number
  readonly at: Date
  readonly by: Publisher
  readonly origin: Origin
  /** Why, in the publisher's words. */
  readonly reason: string
  /** What changed, in one sentence that the house makes. */
  readonly says: string
  /** The digest of each file's text, by path; the texts themselves are kept once, by digest. */
  readonly digests: ReadonlyMap<string, string>
}

/** The ledger of publications. `store/` keeps it; what was published is never changed. */
export interface Publications {
  latest(): Promise<Publication | undefined>
  get(number: number): Promise<Publication | undefined>
  /** Newest first, before a number where one is given. */
  history(most: number, before?: number): Promise<readonly Publication[]>
  /** The files of a publication, whole. */
  files(publication: Publication): Promise<Files>
  /** One text by its digest. */
  text(digest: string): Promise<string | undefined>
  /**
   * Publishes these files as the next number, in one transaction: old or new, never between. `conflict`: somebody
   * published after `base`, and nothing was written. Tells `publication` to every process.
   */
  publish(what: {
    /** The number that this was made on; 0 where nothing was published yet. */
    readonly base: number
    readonly at: Date
    readonly by: Publisher
    readonly origin: Origin
    readonly reason: string
    readonly says: string
    readonly files: Files
    /** The draft that is done with it, by article, at this version; a newer draft stays. */
    readonly drafts?: ReadonlyMap<string, number>
  }): Promise<
    | { readonly is: 'published'; readonly publication: Publication }
    | { readonly is: 'conflict'; readonly latest: number }
  >
}

/** An article as somebody is writing it; one for all editors, kept as they type. */
export interface Draft {
  /** The article's id. */
  readonly article: string
  /** Its files by path, whole; a path whose text is null is to be taken away. */
  readonly files: ReadonlyMap<string, string | null>
  /** The digests that its files had when the draft was begun: what was published since is a conflict. */
  readonly base: ReadonlyMap<string, string>
  readonly by: Publisher
  readonly at: Date
  /** Grows by one with every save. */
  readonly version: number
}

/** The drafts. `store/` keeps them; no draft changes what people read. */
export interface Drafts {
  all(): Promise<readonly Draft[]>
  of(article: string): Promise<Draft | undefined>
  /** Saves a draft made on a version (0: there was none). `conflict`: somebody saved first; theirs is given back. */
  save(
    draft: Omit<Draft, 'version'>,
    on: number,
  ): Promise<{ readonly is: 'saved'; readonly draft: Draft } | { readonly is: 'conflict'; readonly theirs?: Draft }>
  /** Throws a draft away at a version; gives whether it was there. */
  drop(article: string, on: number): Promise<boolean>
}
