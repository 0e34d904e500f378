import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import pino from 'pino'
import { Registry } from 'prom-client'
import { dialogs } from '../dialogs/index.ts'
import { openConsole } from '../src/console/console.ts'
import { libraryRoutes } from '../src/console/library/routes.tsx'
import { readShelf } from '../src/dialog/shelf.ts'
import { HOUSE } from '../src/house.ts'
import { contentOf } from '../src/knowledge/content.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import type { Publisher } from '../src/knowledge/publication.ts'
import { readPhrases } from '../src/language/phrases.ts'
import { openServer } from '../src/server.ts'
import { openStore } from '../src/store/store.ts'
import { folderForData, freePort } from './open-house.ts'

const PASSERELLE: Publisher = { id: 'passerelle', name: 'Passerelle' }

/** The library's pages on a real store and a real server, apart from the roof. */
export async function libraryForTests(more: { readonly secondReader?: boolean } = {}) {
  const store = await openStore({ dataDir: folderForData() })
  const files = readFiles(`${HOUSE}knowledge`)
  const now = () => new Date()
  await store.publications.publish({
    base: 0,
    at: now(),
    by: PASSERELLE,
    origin: 'files',
    reason: '',
    says: 'Première publication',
    files,
  })
  let library: Library = buildLibrary(contentOf(files), 1)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const printed: string[] = []
  const errors: unknown[] = []
  const phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
  const shelf = await readShelf(`${HOUSE}dialogs`, dialogs)
  const server = openServer({
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ready: store.ready,
    upgrade: () => false,
    routes: (routes) => {
      const onError = (error: unknown) => void errors.push(error)
      const common = openConsole(routes, {
        settings: { publicUrl: url, sessionSecret: 'a secret of at least 32 characters', production: false },
        audit: store.escalations.audit,
        now,
        onError,
        print: (line) => printed.push(line),
      })
      libraryRoutes(routes, common, {
        ...store,
        library: () => library,
        shelf,
        phrases,
        labelled: async () => {
          const lines = (await readFile(`${HOUSE}test/measure/made-questions.jsonl`, 'utf8')).trim().split('\n')
          return lines.slice(0, 12).map((line) => {
            const { id, lang, question, articles } = JSON.parse(line)
            return { id, language: lang, question, articles }
          })
        },
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
    store,
    url,
    errors,
    link: () => printed.findLast((line) => line.startsWith('sign-in editor '))?.split(' ')[2] ?? '',
    /** What people read, once it is what was published last. */
    read: async (): Promise<Library> => {
      const latest = await store.publications.latest()
      if (latest && latest.number !== library.publication) {
        library = buildLibrary(contentOf(await store.publications.files(latest)), latest.number)
      }
      return library
    },
    close: async () => {
      server.server.closeAllConnections?.()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await store.close()
    },
  }
}
export type LibraryForTests = Awaited<ReturnType<typeof libraryForTests>>
