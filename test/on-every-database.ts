import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  for (const dialect of ['sqlite', 'postgres'] as const) {
    describe(`${name}, on ${dialect}`, () => {
      const left: (() => Promise<void>)[] = []
      const opened: Store[] = []
      const fresh = async () => {
        const { settings, remove } = await (dialect === 'sqlite' ? emptyFolder() : emptyPostgres())
        left.push(remove)
        return settings
      }
      afterEach(async () => {
        await Promise.all(opened.splice(0).map((store) => store.close()))
      })
      afterAll(async () => {
        for (const remove of left) await remove()
      })
      contract({
        dialect,
        fresh,
        open: async (settings) => {
          const store = await openStore(settings ?? (await fresh()))
          opened.push(store)
          return store
        },
      })
    })
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
export async function emptyPostgres(): Promise<Empty & { readonly settings: { readonly databaseUrl: string } }> {
  const server = await postgresOfThisRun()
  const name = `passerelle_${randomBytes(6).toString('hex')}`
  await atOnce(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    settings: { dataDir: '/nowhere', databaseUrl: url.href },
    remove: () => atOnce(server, `drop database ${name} with (force)`),
  }
}

/** Runs one statement on a connection of its own, and gives its rows. */
export async function rowsOf(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

async function atOnce(url: string, statement: string): Promise<void> {
  await rowsOf(url, statement)
}

async function postgresOfThisRun(): Promise<string> {
  const door = inject('postgresDoor') as string | undefined
  if (!door) throw new Error("No PostgreSQL for the tests: name test/postgres.ts in vitest.config.ts under globalSetup.")
  const answer = await fetch(door)
  const said = await answer.text()
  if (!answer.ok) throw new Error(said)
  return said
}
