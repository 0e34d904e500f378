import { sql } from 'kysely'
import type { Spending } from '../answer/spending.ts'
import type { Vectors } from '../answer/vectors.ts'
import type { Conversations, Deliveries, News } from '../conversation/conversation.ts'
import type { Escalations } from '../desk/escalations.ts'
import type { Staff } from '../desk/staff.ts'
import type { Gaps } from '../knowledge/gaps.ts'
import type { LinkChecks } from '../knowledge/links-seen.ts'
import type { Drafts, Publications } from '../knowledge/publication.ts'
import type { Usage } from '../knowledge/usage.ts'
import { conversationsIn } from './conversations.ts'
import { type Database, openDatabase } from './database.ts'
import { deliveriesIn } from './deliveries.ts'
import { draftsIn } from './drafts.ts'
import { escalationsIn } from './escalations.ts'
import { gapsIn } from './gaps.ts'
import { linkChecksIn } from './link-checks.ts'
import { openNewsHere, openNewsOnPostgres } from './news.ts'
import { type Postings, postingsIn } from './postings.ts'
import { publicationsIn } from './publications.ts'
import { spendingIn } from './spending.ts'
import { staffIn } from './staff.ts'
import type { Trouble } from './trouble.ts'
import { usageIn } from './usage.ts'
import { vectorsIn } from './vectors.ts'

export interface StoreSettings {
  /** Where the database file lives; unused where there is a `databaseUrl`. */
  readonly dataDir: string
  /** `postgres://…`, when several processes share the conversations. */
  readonly databaseUrl?: string
  /** Told of what goes wrong in the background; on the error output unless somebody listens. */
  readonly trouble?: Trouble
}

export interface Store {
  readonly conversations: Conversations
  readonly escalations: Escalations
  readonly staff: Staff
  readonly deliveries: Deliveries
  readonly postings: Postings
  readonly publications: Publications
  readonly drafts: Drafts
  readonly gaps: Gaps
  readonly usage: Usage
  readonly linkChecks: LinkChecks
  readonly spending: Spending
  readonly vectors: Vectors
  readonly news: News
  /** Rejects when the database does not answer, or not soon. */
  ready(): Promise<void>
  /** Closes after what is under way; a second time does nothing. */
  close(): Promise<void>
}

/** How long the database may take to say that it is there. */
const ANSWER_WITHIN = 3_000

/**
 * Opens everything that is kept, in SQLite under `dataDir` or in the PostgreSQL at `databaseUrl`.
 * @throws a sentence when the database cannot be reached, or when a newer release has used it.
 */
export async function openStore({ dataDir, databaseUrl, trouble = onErrorOutput }: StoreSettings): Promise<Store> {
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir })
  try {
    const newsroom = databaseUrl ? await openNewsOnPostgres(databaseUrl, trouble) : openNewsHere(trouble)
    const { news } = newsroom
    let closing: Promise<void> | undefined
    return {
      conversations: conversationsIn(database, news.tell),
      escalations: escalationsIn(database, news.tell),
      staff: staffIn(database, news.tell),
      deliveries: deliveriesIn(database, news.tell),
      postings: postingsIn(database),
      publications: publicationsIn(database, news.tell),
      drafts: draftsIn(database, news.tell),
      gaps: gapsIn(database),
      usage: usageIn(database),
      linkChecks: linkChecksIn(database),
      spending: spendingIn(database),
      vectors: vectorsIn(database),
      news,
      ready: () => answers(database),
      close: () => {
        // The ledger first: what it still writes is still told.
        closing ??= database.close().then(() => newsroom.close())
        return closing
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function answers({ rows }: Database): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, fail) => {
    late = setTimeout(
      () => fail(new Error(`The database has not answered within ${ANSWER_WITHIN / 1000} seconds. Look at its log.`)),
      ANSWER_WITHIN,
    )
  })
  try {
    await Promise.race([sql`select count(*) from migrations`.execute(rows), tooLate])
  } finally {
    clearTimeout(late)
  }
}

function onErrorOutput(sentence: string, error: unknown): void {
  console.error(sentence, error)
}
