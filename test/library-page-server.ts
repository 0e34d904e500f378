import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import pino from 'pino'
import { Registry } from 'prom-client'
import { directLineDoor, newToken } from '../src/channel/direct-line/door.ts'
import { openStreams } from '../src/channel/direct-line/stream.ts'
import { openTokens } from '../src/channel/direct-line/tokens.ts'
import { openConsole } from '../src/console/console.ts'
import type { LibraryPages } from '../src/console/library/resources.ts'
import { libraryRoutes } from '../src/console/library/routes.tsx'
import { HOUSE } from '../src/house.ts'
import { pageRoutes } from '../src/page/routes.ts'
import { questionsOfPlays } from '../src/questions-of-plays.ts'
import { openServer } from '../src/server.ts'
import { readSettings } from '../src/settings.ts'
import { folderForData, freePort, houseForTests } from './open-house.ts'

/** The library's pages and the public chat on a real house and a real server, apart from the roof. */
export async function libraryForTests(more: Partial<Pick<LibraryPages, 'secondReader' | 'played' | 'links'>> = {}) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const dataDir = folderForData()
  const house = await houseForTests(dataDir)
  const { store, phrases } = house
  const settings = readSettings({ PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const now = () => new Date()
  const printed: string[] = []
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const tokens = openTokens(settings.sessionSecret, now)
  const streams = openStreams({ ...store, tokens, now, onError })
  const line = { ...store, tokens, hearing: house.hearing, publicUrl: url, now, onError }
  const server = openServer({
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ready: store.ready,
    upgrade: streams.upgrade,
    routes: (routes) => {
      directLineDoor(routes, line)
      pageRoutes(routes, {
        settings,
        phrases,
        library: () => house.library,
        newToken: () => newToken(line),
        onError,
      })
      const common = openConsole(routes, {
        settings: { publicUrl: url, sessionSecret: 'a secret of at least 32 characters', production: false },
        audit: store.escalations.audit,
        now,
        onError,
        print: (words) => printed.push(words),
      })
      libraryRoutes(routes, common, {
        ...store,
        reading: house.reading,
        shelf: house.shelf,
        phrases,
        labelled: async () => {
          const lines = (await readFile(`${HOUSE}test/measure/made-questions.jsonl`, 'utf8')).trim().split('\n')
          return lines.slice(0, 12).map((words) => {
            const { id, lang, question, articles } = JSON.parse(words)
            return { id, language: lang, question, articles }
          })
        },
        played: questionsOfPlays,
        timeZone: () => 'America/Toronto',
        now,
        onError,
        ...more,
      })
      common.printLinks()
    },
  })
  server.listen(port)
  await once(server, 'listening')
  return {
    house,
    store,
    url,
    errors,
    link: () => printed.findLast((words) => words.startsWith('sign-in editor '))?.split(' ')[2] ?? '',
    close: async () => {
      streams.close()
      server.server.closeAllConnections?.()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await house.hearing.quiet()
      await store.close()
    },
  }
}
export type LibraryForTests = Awaited<ReturnType<typeof libraryForTests>>
