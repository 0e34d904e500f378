import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import Libsql from 'libsql'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { BUSY, libsqlDialect, whileBusy } from './sqlite.ts'
import type { Tables } from './tables.ts'

/** A folder that will hold the database file, or the address of a PostgreSQL. */
export type Place = { readonly dataDir: string } | { readonly url: string }

export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  readonly rows: Kysely<Tables>
  /** Makes sure that deleted words are gone from the disk as well, as far as this database lets us. */
  scrub(): Promise<void>
  /** Closes after what is under way. */
  close(): Promise<void>
}

/**
 * Opens the database and brings its tables to this release.
 *
 * What a transaction wrote is on the disk when it resolves: it survives `kill -9` and a power cut. With SQLite by a
 * write-ahead log and `synchronous = FULL` (one fsync for each transaction); with PostgreSQL by its own default
 * (`synchronous_commit = on`).
 * @throws a sentence when it cannot be reached, or when a newer release has used it.
 */
export async function openDatabase(place: Place): Promise<Database> {
  const database = 'url' in place ? await openPostgres(place.url) : await openSqlite(place.dataDir)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The file is readable by its owner only; deleted rows are overwritten with zeros (`secure_delete`). */
async function openSqlite(dataDir: string): Promise<Database> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'passerelle.db')
  closeSync(openSync(path, 'a', 0o600))
  const file = new Libsql(path)
  try {
    file.pragma(`busy_timeout = ${BUSY.try}`)
    const [journal] = (await whileBusy(() => file.pragma('journal_mode = WAL'))) as { journal_mode: string }[]
    if (journal?.journal_mode !== 'wal') {
      throw new Error(
        `The folder ${dataDir} cannot hold a SQLite write-ahead log. Choose a folder on a local disk, or use PostgreSQL.`,
      )
    }
    file.pragma('synchronous = FULL')
    file.pragma('secure_delete = ON')
  } catch (error) {
    file.close()
    throw error
  }
  const rows = new Kysely<Tables>({ dialect: libsqlDialect(file) })
  return {
    dialect: 'sqlite',
    rows,
    scrub: async () => {
      await sql`pragma wal_checkpoint(truncate)`.execute(rows)
    },
    close: () => rows.destroy(),
  }
}

/** Erased rows leave PostgreSQL's files when it vacuums, and its backups when they expire: that is its keeper's part. */
async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'passerelle',
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    types: { getTypeParser: bigintAsNumber },
  })
  // A connection that breaks is dropped by the pool, and the query it was on rejects; nobody else need hear of it, and
  // an error event that nobody hears would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new Error(
      `PostgreSQL does not answer at ${addressWithoutPassword(url)} (${reason(error)}). ` +
        'Check the address of the database, and that it lets this machine in.',
      { cause: error },
    )
  }
  const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    dialect: 'postgres',
    rows,
    scrub: async () => {},
    close: async () => {
      const until = Date.now() + CLOSE_WITHIN
      const isIdle = () => pool.waitingCount === 0 && pool.totalCount === pool.idleCount
      while (!isIdle() && Date.now() < until) await pause(5)
      // A connection that the network has swallowed never comes back to be closed.
      await Promise.race([rows.destroy(), pause(CLOSE_WITHIN, undefined, { ref: false })])
    },
  }
}

/** How long PostgreSQL may take to finish what is under way, and then to close. */
const CLOSE_WITHIN = 5_000

const BIGINT = 20

/** pg gives bigint as text, lest it exceed what JavaScript counts; ours are positions, counts and moments. */
function bigintAsNumber(type: number, format?: 'text' | 'binary') {
  if (type === BIGINT && format !== 'binary') return Number
  return pg.types.getTypeParser(type, format)
}

function addressWithoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'an address that is not one'
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reason(error: unknown): string {
  const from = error instanceof AggregateError ? error.errors[0] : error
  return from instanceof Error ? from.message : String(from)
}
