import { setTimeout as pause } from 'node:timers/promises'
import { type DatabaseConnection, type Dialect, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely'
import type Libsql from 'libsql'

/** How long a writer waits for another process before it gives up, and how long each try may hold up this process. */
export const BUSY = { patience: 10_000, try: 50 }

/** Kysely's SQLite, over a file opened by libsql. */
export function libsqlDialect(file: Libsql.Database): Dialect {
  const database = guarded(file)
  const plain = new SqliteDialect({ database })
  return {
    createDriver: () => new LibsqlDriver(file, database),
    createAdapter: () => plain.createAdapter(),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createIntrospector: (rows) => plain.createIntrospector(rows),
  }
}

/**
 * One connection, lent to one transaction or query at a time in the order they came: writers of this process queue
 * here. Writers of other processes are waited for at `begin immediate`, which takes the file's write lock at once, so
 * that no transaction fails halfway for having read first.
 */
class LibsqlDriver extends SqliteDriver {
  readonly #file: Libsql.Database
  #lastInLine: Promise<void> = Promise.resolve()
  #next: () => void = () => {}

  constructor(file: Libsql.Database, database: SqliteDatabase) {
    super({ database })
    this.#file = file
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#lastInLine
    const { promise, resolve } = line()
    this.#lastInLine = promise
    await before
    this.#next = resolve
    return super.acquireConnection()
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection()
    this.#next()
  }

  /** By `exec`: a prepared `begin` that was told to wait stays under way in libsql, and no commit passes it. */
  override async beginTransaction(): Promise<void> {
    await whileBusy(() => this.#file.exec('begin immediate'))
  }

  /** SQLite ends a transaction by itself on some errors (a full disk); there is then nothing to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction) await super.rollbackTransaction(connection)
  }

  /** Closes after those in line. */
  override async destroy(): Promise<void> {
    await this.acquireConnection()
    await super.destroy()
    await this.releaseConnection()
  }
}

function line(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((kept) => {
    resolve = kept
  })
  return { promise, resolve }
}

/** Tries again while another process holds the file, without holding up this one. */
export async function whileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  const until = Date.now() + BUSY.patience
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error
      await pause(5 + Math.random() * 20)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

/**
 * libsql ends the whole process when it is given true or false, and gives back a text only up to its first NUL
 * character: neither reaches it.
 */
function guarded(file: Libsql.Database): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare: (sql) => {
      const statement = file.prepare(sql)
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(checked(parameters)),
        run: (parameters) => statement.run(checked(parameters)),
        iterate: (parameters) => statement.iterate(checked(parameters)),
      }
    },
  }
}

function checked(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters) {
    const fits = value === null || typeof value === 'number' || (typeof value === 'string' && !value.includes('\u0000'))
    if (!fits) {
      throw new TypeError(
        `SQLite was given ${typeof value === 'string' ? 'a text with a NUL character' : `a value of type ${typeof value}`}. ` +
          'Write it as text without NUL, a number or null first (src/store/tables.ts).',
      )
    }
  }
  return parameters
}
