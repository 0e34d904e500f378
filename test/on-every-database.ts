import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import { afterAll, afterEach, describe, inject } from 'vitest'
import { openStore, type Store, type StoreSettings } from '../src/store/store.ts'

/** One of the databases that the store runs on, as a contract meets it. */
export interface TestedDatabase {
  readonly dialect: 'sqlite' | 'postgres'
  /** The settings of an empty database; it goes at the end. */
  fresh(): Promise<StoreSettings>
  /** A store on those settings, or on an empty database; closed after the test. */
  open(settings?: StoreSettings): Promise<Store>
}

/** Runs the same contract on SQLite and on a real PostgreSQL; without a PostgreSQL its half fails. */
export function onEveryDatabase(name: string, contract: (database: TestedDatabase) => void): void {
  describe(`${name}, on sqlite`, () => contract(tested('sqlite', emptyFolder)))
  onPostgres(name, contract)
}

/** Runs a contract that only PostgreSQL has. */
export function onPostgres(name: string, contract: (database: TestedDatabase) => void): void {
  describe(`${name}, on postgres`, () => contract(tested('postgres', emptyPostgres)))
}

function tested(dialect: TestedDatabase['dialect'], empty: () => Promise<Empty>): TestedDatabase {
  const opened: Store[] = []
  const left: (() => Promise<void>)[] = []
  const fresh = async () => {
    const { settings, remove } = await empty()
    left.push(remove)
    return settings
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()))
  })
  afterAll(async () => {
    for (const remove of left) await remove()
  })
  return {
    dialect,
    fresh,
    open: async (settings) => {
      const store = await openStore(settings ?? (await fresh()))
      opened.push(store)
      return store
    },
  }
}

interface Empty {
  readonly settings: StoreSettings
  remove(): Promise<void>
}

async function emptyFolder(): Promise<Empty> {
  const dataDir = await mkdtemp(join(tmpdir(), 'passerelle-test-'))
  return { settings: { dataDir }, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

/** An empty database on the PostgreSQL of this test run. */
async function emptyPostgres(): Promise<Empty> {
  const server = await postgresOfThisRun()
  const name = `passerelle_${randomBytes(6).toString('hex')}`
  await rowsOfPostgres(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    settings: { dataDir: '/nowhere', databaseUrl: url.href },
    remove: async () => {
      await rowsOfPostgres(server, `drop database ${name} with (force)`)
    },
  }
}

/** Runs one statement beside the store, on a connection of its own, and gives its rows. */
export async function rowsOf(settings: StoreSettings, statement: string): Promise<readonly Record<string, unknown>[]> {
  return settings.databaseUrl
    ? rowsOfPostgres(settings.databaseUrl, statement)
    : rowsOfFile(settings.dataDir, statement)
}

function rowsOfFile(dataDir: string, statement: string): Record<string, unknown>[] {
  const file = new Libsql(join(dataDir, 'passerelle.db'))
  try {
    const prepared = file.prepare<[]>(statement)
    if (prepared.reader) return prepared.all() as Record<string, unknown>[]
    prepared.run()
    return []
  } finally {
    file.close()
  }
}

async function rowsOfPostgres(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

async function postgresOfThisRun(): Promise<string> {
  const door = inject('postgresDoor') as string | undefined
  if (!door)
    throw new Error('No PostgreSQL for the tests: name test/postgres.ts in vitest.config.ts under globalSetup.')
  const answer = await fetch(door)
  const said = await answer.text()
  if (!answer.ok) throw new Error(said)
  return said
}
