import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import Libsql from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { openStore } from '../src/store/store.ts'
import { fresh, said } from './store-samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a database that cannot be had', () => {
  it('is told in a sentence, without the password', async () => {
    const refused = openStore({ dataDir: folder, databaseUrl: 'postgres://maude:secret@127.0.0.1:1/passerelle' })
    await expect(refused).rejects.toThrow('PostgreSQL does not answer at 127.0.0.1:1/passerelle')
    await expect(refused).rejects.not.toThrow('secret')
  })

  it('is told where the file is not a database', async () => {
    writeFileSync(join(folder, 'passerelle.db'), 'this is a letter, not a database'.repeat(50))
    await expect(openStore({ dataDir: folder })).rejects.toThrow(/not a database/)
  })
})

describe('SQLite', () => {
  it('is written so that it survives a power cut', async () => {
    const database = await openDatabase({ dataDir: join(folder, 'made', 'on the way') })
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(database.rows)).rows[0] ?? {})[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('secure_delete')).toBe(1)
    await database.close()
  })

  it('refuses what would end the process, or lose a part of the words', async () => {
    const database = await openDatabase({ dataDir: join(folder, 'refusing') })
    for (const value of [true, undefined, new Date(), { a: 1 }, 'a\u0000b']) {
      await expect(sql`select ${value}`.execute(database.rows)).rejects.toThrow(/SQLite was given/)
    }
    await database.close()
  })

  it('waits for a writer of another process without holding up its own', async () => {
    const dataDir = join(folder, 'waiting')
    const { conversations, close } = await openStore({ dataDir })
    const { id } = await conversations.open(fresh())
    const other = new Libsql(join(dataDir, 'passerelle.db'))
    other.exec('begin immediate')
    let longest = 0
    let before = performance.now()
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - before)
      before = performance.now()
    }, 1)
    const hearing = conversations.hear(id, said('Bonjour'))
    await new Promise((later) => setTimeout(later, 600))
    other.exec('commit')
    expect((await hearing).position).toBe(1)
    clearInterval(clock)
    expect(longest).toBeLessThan(300)
    other.close()
    await close()
  })

  it('erases while another process reads', async () => {
    const dataDir = join(folder, 'read meanwhile')
    const { conversations, close } = await openStore({ dataDir })
    const { id } = await conversations.open(fresh())
    const other = new Libsql(join(dataDir, 'passerelle.db'))
    other.exec('begin')
    other.prepare('select * from conversations').all()
    expect(await conversations.erase(id)).toMatchObject({ conversations: 1 })
    other.exec('commit')
    other.close()
    await close()
  })
})
