import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { openLine } from '../src/store/postgres-line.ts'
import { onEveryDatabase, onPostgres, rowsOf } from './on-every-database.ts'
import { startStoreProcess } from './store-processes.ts'
import { fresh, reply, said } from './store-samples.ts'

/** Long enough for news that should not come to come. */
const A_WHILE = 150

onEveryDatabase('news', ({ fresh: freshSettings, open }) => {
  it('comes once entries are there to be read, and to nobody else', async () => {
    const { conversations, news } = await open()
    const [one, other] = [await conversations.open(fresh()), await conversations.open(fresh())]
    const seen: Promise<number>[] = []
    const end = news.follow(one.id, () => {
      seen.push(conversations.entries(one.id).then(({ length }) => length))
    })
    const strangers = vi.fn()
    news.follow(other.id, strangers)

    const words = said('Bonjour')
    await conversations.hear(one.id, words)
    await conversations.save({ conversation: one, answers: 1, entries: [reply('Bonjour !')] })
    expect(await Promise.all(seen)).toEqual([1, 2])
    // None of these adds an entry.
    await conversations.hear(one.id, words)
    await conversations.hear(one.id, said('', { kind: 'joined' }))
    await conversations.save({ conversation: one, entries: [reply('stale')] })
    await conversations.save({ conversation: { ...one, version: 1 }, answers: 3, entries: [] })
    await pause(A_WHILE)
    expect(seen).toHaveLength(2)
    expect(strangers).not.toHaveBeenCalled()

    end()
    end()
    await conversations.hear(one.id, said('encore'))
    expect(seen).toHaveLength(2)
  })

  it('is told of a subject that is no entry, to those who follow it', async () => {
    const { news, conversations } = await open()
    const { id } = await conversations.open(fresh())
    const [typing, desk, words] = [vi.fn(), vi.fn(), vi.fn()]
    news.follow(`typing:person:${id}`, typing)
    news.follow('desk', desk)
    news.follow(id, words)
    news.tell(`typing:person:${id}`)
    expect(typing).toHaveBeenCalledTimes(1)
    expect(desk).not.toHaveBeenCalled()
    expect(words).not.toHaveBeenCalled()
  })

  it('reaches every follower, also beside one that throws or that leaves meanwhile', async () => {
    const troubles: string[] = []
    const { conversations, news } = await open({
      ...(await freshSettings()),
      trouble: (sentence) => troubles.push(sentence),
    })
    const { id } = await conversations.open(fresh())
    const listener = vi.fn()
    news.follow(id, () => {
      throw new Error('no')
    })
    const ends = [news.follow(id, listener), news.follow(id, listener)]
    ends[0]?.()
    news.follow(id, () => ends[1]?.())
    await conversations.hear(id, said('Bonjour'))
    expect(listener).toHaveBeenCalledTimes(1)
    expect(troubles).toEqual(['A follower of a conversation threw when it was called.'])
    await conversations.hear(id, said('Bonjour'))
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

onPostgres('news between processes', ({ fresh: freshSettings, open }) => {
  it('reaches another process, and comes from it', async () => {
    const settings = await freshSettings()
    const { conversations, news } = await open(settings)
    const { id } = await conversations.open(fresh())
    const follower = startStoreProcess('follow', settings, id)
    await follower.until((line) => line === 'following')
    await conversations.hear(id, said('from here'))
    await follower.until((line) => line === 'news from here')

    const came = new Promise<void>((resolve) => news.follow(id, resolve))
    startStoreProcess('hear', settings, id)
    await came
    expect((await conversations.entries(id)).at(-1)?.text).toBe('from another process')
    await follower.until((line) => line === 'news from another process')
    await follower.kill()
  })

  it('calls a follower once for each thing said, here and elsewhere, also in a crowd', async () => {
    const settings = await freshSettings()
    const [here, there] = [await open(settings), await open(settings)]
    const { id } = await here.conversations.open(fresh())
    const [atHome, abroad] = [vi.fn(), vi.fn()]
    here.news.follow(id, atHome)
    there.news.follow(id, abroad)
    await here.conversations.hear(id, said('one'))
    await vi.waitFor(() => expect(abroad).toHaveBeenCalledTimes(1))
    await pause(A_WHILE)
    expect(atHome).toHaveBeenCalledTimes(1)

    const others = await Promise.all(Array.from({ length: 30 }, () => here.conversations.open(fresh())))
    const called = new Set<string>()
    for (const other of others) there.news.follow(other.id, () => called.add(other.id))
    await Promise.all(others.map((other) => here.conversations.hear(other.id, said('Bonjour'))))
    await vi.waitFor(() => expect(called.size).toBe(others.length))

    const desk = vi.fn()
    there.news.follow('desk', desk)
    here.news.tell('desk')
    await vi.waitFor(() => expect(desk).toHaveBeenCalledTimes(1))
  })

  it('comes again after the server has cut every connection', async () => {
    const settings = await freshSettings()
    const trouble = vi.fn()
    const [here, there] = [await open({ ...settings, trouble }), await open({ ...settings, trouble: () => {} })]
    const { id } = await here.conversations.open(fresh())
    const listener = vi.fn()
    here.news.follow(id, listener)
    await rowsOf(
      settings,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    // Called without having been told of anything: something may have been missed.
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1), 5_000)
    expect(trouble).toHaveBeenCalledTimes(1)
    expect(trouble.mock.calls[0]?.[0]).toMatch(/being restored/)
    await there.conversations.hear(id, said('Bonjour'))
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2), 5_000)
    await here.ready()
  })
})

onPostgres('a database that cannot be reached for a while', ({ fresh: freshSettings, open }) => {
  it('is missed, and nothing that was said meanwhile stays unheard', async () => {
    const settings = await freshSettings()
    const bridge = await openBridge(settings.databaseUrl ?? '')
    const far = await open({ ...settings, databaseUrl: bridge.url, trouble: () => {} })
    const near = await open(settings)
    const { id } = await near.conversations.open(fresh())
    const listener = vi.fn()
    far.news.follow(id, listener)
    bridge.cut()
    await expect(far.ready()).rejects.toThrow()
    await near.conversations.hear(id, said('meanwhile'))
    await pause(300)
    expect(listener).not.toHaveBeenCalled()
    bridge.restore()
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 10_000)
    await far.ready()
    expect(await far.conversations.entries(id)).toHaveLength(1)
    await far.close()
    await bridge.close()
  })

  it('cuts short the query under way, and ends nothing else', async () => {
    const bridge = await openBridge((await freshSettings()).databaseUrl ?? '')
    const database = await openDatabase({ url: bridge.url })
    const sleeping = sql`select pg_sleep(20)`.execute(database.rows)
    await pause(A_WHILE)
    bridge.cut()
    await expect(sleeping).rejects.toThrow(/terminated/)
    bridge.restore()
    await sql`select 1`.execute(database.rows)
    await database.close()
    await bridge.close()
  })

  it('is told what a silent line did not carry', async () => {
    const { databaseUrl: url = '' } = await freshSettings()
    const bridge = await openBridge(url)
    const heard: string[] = []
    const restored = vi.fn()
    const trouble = vi.fn()
    const near = await openLine({ url, trouble, heard: (word) => heard.push(word), restored })
    const far = await openLine({ url: bridge.url, trouble, heard: () => {}, restored })
    bridge.freeze()
    far.say('first')
    far.say('second')
    await vi.waitFor(() => expect(trouble).toHaveBeenCalled(), 15_000)
    // What was on the dead connection is lost with it; a new one is let through.
    expect(heard).toEqual([])
    bridge.cut()
    bridge.thaw()
    bridge.restore()
    await vi.waitFor(() => expect(heard.sort()).toEqual(['first', 'second']), 15_000)
    expect(restored).toHaveBeenCalledTimes(1)
    expect(trouble).toHaveBeenCalledTimes(1)
    await Promise.all([near.close(), far.close()])
    await bridge.close()
  })

  it('is not ready when it says nothing, and does not wait for ever', async () => {
    const bridge = await openBridge((await freshSettings()).databaseUrl ?? '')
    const far = await open({ dataDir: '/nowhere', databaseUrl: bridge.url, trouble: () => {} })
    await far.ready()
    bridge.freeze()
    const began = Date.now()
    await expect(far.ready()).rejects.toThrow(/not answered within 3 seconds/)
    expect(Date.now() - began).toBeLessThan(4_500)
    bridge.thaw()
    await far.ready()
    await far.close()
    await bridge.close()
  })
})

/** A way to PostgreSQL that can be cut, or frozen as by a network that drops every packet. */
async function openBridge(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let up = true
  let thawed = Promise.resolve()
  let thaw = () => {}
  const carry = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (data) => void thawed.then(() => to.write(data)))
    from.on('error', () => {})
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer((near) => {
    if (!up) return near.destroy()
    const far = connectTo(Number(target.port || 5432), target.hostname)
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const here = new URL(url)
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const cut = () => {
    up = false
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: here.href,
    cut,
    restore: () => {
      up = true
    },
    freeze: () => {
      thawed = new Promise((resolve) => {
        thaw = resolve
      })
    },
    thaw: () => {
      thaw()
      thawed = Promise.resolve()
    },
    close: () => {
      cut()
      return new Promise((closed) => server.close(closed))
    },
  }
}
