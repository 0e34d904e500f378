import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { ERASED_TABLES } from '../src/store/erase.ts'
import { migrate } from '../src/store/migrate.ts'
import { MIGRATIONS } from '../src/store/migrations.ts'
import { openStore, type StoreSettings } from '../src/store/store.ts'
import { onEveryDatabase, rowsOf } from './on-every-database.ts'
import { startStoreProcess } from './store-processes.ts'
import { fresh, reply, said } from './store-samples.ts'

const placeOf = ({ dataDir, databaseUrl }: StoreSettings) => (databaseUrl ? { url: databaseUrl } : { dataDir })

onEveryDatabase('the tables', ({ dialect, fresh: freshSettings, open }) => {
  const numbers = async (settings: StoreSettings) =>
    (await rowsOf(settings, 'select number from migrations order by number')).map(({ number }) => Number(number))
  const all = MIGRATIONS.map((_, index) => index + 1)

  it('are made once by processes that start at once', async () => {
    const settings = await freshSettings()
    const processes = Array.from({ length: 3 }, () => startStoreProcess('open', settings))
    await Promise.all(processes.map((each) => each.until((line) => line === 'closed')))
    expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0])
    expect(await numbers(settings)).toEqual(all)
  })

  it('are made once by stores that open at once', async () => {
    const settings = await freshSettings()
    await Promise.all(Array.from({ length: 6 }, () => open(settings)))
    expect(await numbers(settings)).toEqual(all)
  })

  it('of a newer release are refused with a sentence', async () => {
    const settings = await freshSettings()
    await (await openStore(settings)).close()
    await rowsOf(settings, `insert into migrations (number, name) values (${MIGRATIONS.length + 1}, 'from later on')`)
    await expect(openStore(settings)).rejects.toThrow(
      `The database is at migration ${MIGRATIONS.length + 1} and this release knows ${MIGRATIONS.length}: a newer release has used it.`,
    )
  })

  it('are left as they were by a migration that fails, and taken further by one that does not', async () => {
    const settings = await freshSettings()
    const database = await openDatabase(placeOf(settings))
    try {
      await database.rows.transaction().execute(async (transaction) => {
        await sql`insert into addresses values ('c', 'd', 'e')`.execute(transaction)
      })
      const first = 'create table later_on (conversation text not null)'
      const broken = { name: 'broken', statements: [first, 'alter table nowhere add column a text'] }
      await expect(migrate(database, [...MIGRATIONS, broken])).rejects.toThrow(/nowhere/)
      expect(await numbers(settings)).toEqual(all)
      const whole = {
        name: 'whole',
        statements: [first, 'alter table addresses add column since bigint not null default 7'],
      }
      await migrate(database, [...MIGRATIONS, whole])
      expect(await numbers(settings)).toEqual([...all, MIGRATIONS.length + 1])
      expect(await rowsOf(settings, 'select * from addresses')).toMatchObject([{ channel: 'c', conversation: 'e' }])
      // A table that knows a conversation and that erasing would forget is seen by the test below.
      expect(await tablesWithConversation(settings)).toEqual([...ERASED_TABLES, 'later_on'].sort())
    } finally {
      await database.close()
    }
  })

  it('that know a conversation are all erased', async () => {
    const settings = await freshSettings()
    await open(settings)
    expect(await tablesWithConversation(settings)).toEqual([...ERASED_TABLES].sort())
  })

  it('of an older or newer release are read with what is missing filled in, and what is unknown kept', async () => {
    const settings = await freshSettings()
    const { conversations } = await open(settings)
    const opened = await conversations.open(fresh({ language: 'es', languageFrom: 'chosen', welcomed: true }))
    const stateIs = (state: unknown) => rowsOf(settings, `update conversations set state = '${JSON.stringify(state)}'`)

    await stateIs({ language: 'en', person: { id: 'p-1' } })
    expect(await conversations.get(opened.id)).toEqual({
      ...opened,
      language: 'en',
      languageFrom: 'default',
      welcomed: false,
    })

    await stateIs({
      language: 'fr',
      mood: { sunny: true },
      handling: { by: 'nobody-yet', reason: 'a reason of later on', since: '2026-11-02T12:00:00.000Z', rank: 4 },
      offers: [
        { to: 'the moon', label: 'La lune' },
        { to: 'person', label: 'Une personne' },
      ],
      unsureInARow: 'many',
    })
    const read = await conversations.get(opened.id)
    expect(read).toMatchObject({
      handling: { by: 'nobody-yet', reason: 'asked', since: new Date('2026-11-02T12:00:00.000Z') },
      offers: [{ to: 'person', label: 'Une personne' }],
      unsureInARow: 0,
    })
    if (!read) throw new Error('gone')
    await conversations.hear(opened.id, said('Bonjour'))
    await conversations.save({ conversation: { ...read, welcomed: true }, answers: 1, entries: [reply('Bonjour !')] })
    const [row] = await rowsOf(settings, 'select state from conversations')
    expect(JSON.parse(String(row?.state))).toMatchObject({
      welcomed: true,
      mood: { sunny: true },
      handling: { rank: 4 },
    })

    await rowsOf(
      settings,
      `update entries set reply = '{"text":"Bonjour !","status":"sung","key":"do"}' where position = 2`,
    )
    const [, answer] = await conversations.entries(opened.id)
    expect(answer?.reply).toEqual({
      text: 'Bonjour !',
      language: 'fr',
      status: 'notice',
      articles: [],
      publication: 0,
      key: 'do',
    })
  })

  async function tablesWithConversation(settings: StoreSettings): Promise<string[]> {
    const found = await rowsOf(
      settings,
      dialect === 'sqlite'
        ? `select m.name as table_name from sqlite_master m join pragma_table_info(m.name) c
           where m.type = 'table' and c.name = 'conversation'`
        : `select table_name from information_schema.columns where column_name = 'conversation' and table_schema = 'public'`,
    )
    return found.map(({ table_name }) => String(table_name)).sort()
  }
})
