import { sql } from 'kysely'
import type { Database } from './database.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/** Known to every release: who holds it in PostgreSQL is alone in changing the tables. */
const LOCK = 1_634_727_011

/**
 * Brings the tables to what this release knows. Each migration is one transaction, taken under a lock: processes that
 * start at once wait for one another and none runs twice.
 * @throws when the database was already brought further by a newer release.
 */
export async function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  while (await migrateOnce(database, migrations)) {
    // one more may follow
  }
}

/** Runs the next migration, if there is one; says whether it did. */
async function migrateOnce({ rows, dialect }: Database, migrations: readonly Migration[]): Promise<boolean> {
  return rows.transaction().execute(async (transaction) => {
    if (dialect === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(transaction)
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction)
    }
    await sql`create table if not exists migrations (number bigint not null primary key, name text not null)`.execute(
      transaction,
    )
    const last = await transaction
      .selectFrom('migrations')
      .select('number')
      .orderBy('number', 'desc')
      .executeTakeFirst()
    const done = last?.number ?? 0
    if (done > migrations.length) {
      throw new Error(
        `The database is at migration ${done} and this release knows ${migrations.length}: a newer release has used it. ` +
          'Start that release again, or restore a copy made before it.',
      )
    }
    const next = migrations[done]
    if (next === undefined) return false
    for (const statement of next.statements) await sql.raw(statement).execute(transaction)
    await transaction
      .insertInto('migrations')
      .values({ number: done + 1, name: next.name })
      .execute()
    return true
  })
}
