import pg from 'pg'
import type { Trouble } from './trouble.ts'

/** A line between processes, over one connection of its own (LISTEN and NOTIFY). */
export interface Line {
  /** Says a word to the other processes; when the line is down it is said once it is up. */
  say(word: string): void
  close(): Promise<void>
}

interface Ends {
  readonly url: string
  readonly trouble: Trouble
  /** A word from another process. */
  readonly heard: (word: string) => void
  /** The line was down and is up again: words may have been missed. */
  readonly restored: () => void
}

const CHANNEL = 'passerelle_news'
/** Between two attempts to restore the line: at first, and at most. */
const PAUSE = { first: 100, longest: 10_000 }
/** How often a silent line is tried, lest a connection that a network dropped without a word pass for a quiet one. */
const HEARTBEAT = 15_000
/** After this long without an answer the line is down. */
const ANSWER_WITHIN = 5_000

/**
 * Opens the line and keeps it open: a connection that breaks is made again, at growing intervals, until `close`.
 * It needs a session of its own: a pooler in transaction mode (PgBouncer) in between cannot carry it.
 */
export async function openLine({ url, trouble, heard, restored }: Ends): Promise<Line> {
  const unsaid = new Set<string>()
  let saying: Promise<void> | undefined
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'passerelle news',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
    })
    fresh.on('error', (error) => lost(fresh, error))
    fresh.on('end', () => lost(fresh, undefined))
    fresh.on('notification', ({ processId, payload }) => {
      if (payload && processId !== ownProcess(fresh)) heard(payload)
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch (error) {
      hangUp(fresh)
      throw error
    }
    if (closed) return hangUp(fresh)
    client = fresh
    if (unsaid.size > 0) sayAll()
  }

  function lost(which: pg.Client, error: unknown): void {
    if (which !== client) return
    client = undefined
    hangUp(which)
    if (closed) return
    trouble('The line that carries news between processes broke; it is being restored.', error)
    restore(PAUSE.first)
  }

  function restore(pause: number): void {
    retry = setTimeout(
      () => {
        connect().then(
          () => {
            if (!closed) restored()
          },
          () => {
            if (!closed) restore(Math.min(pause * 2, PAUSE.longest))
          },
        )
      },
      pause * (0.5 + Math.random() / 2),
    )
  }

  /** Says what is unsaid, in one go at a time; with nothing to say it tries the line. */
  function sayAll(): void {
    if (client && !saying) saying = sayThrough()
  }

  async function sayThrough(): Promise<void> {
    while (client) {
      const through = client
      const words = [...unsaid]
      unsaid.clear()
      try {
        await through.query('select pg_notify($1, word) from unnest($2::text[]) as word', [CHANNEL, words])
      } catch (error) {
        for (const word of words) unsaid.add(word)
        lost(through, error)
      }
      if (unsaid.size === 0) break
    }
    saying = undefined
  }

  const heartbeat = setInterval(sayAll, HEARTBEAT)
  heartbeat.unref()

  try {
    await connect()
  } catch (error) {
    clearInterval(heartbeat)
    throw error
  }

  return {
    say: (word) => {
      unsaid.add(word)
      sayAll()
    },
    close: async () => {
      await saying
      closed = true
      clearInterval(heartbeat)
      clearTimeout(retry)
      const last = client
      client = undefined
      await last?.end()
    },
  }
}

/** The server's process that serves this client: it hears its own words too. */
function ownProcess(client: pg.Client): number | undefined {
  return 'processID' in client ? Number(client.processID) : undefined
}

/** Ends a connection that may be dead, without waiting for it. */
function hangUp(client: pg.Client): void {
  client.end().catch(() => {})
}
