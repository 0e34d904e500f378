import { parseArgs } from 'node:util'
import { environment, readSettings } from '../settings.ts'
import { openStore, type Store } from '../store/store.ts'
import { exportFolder, history, importFolder, rollBack } from './knowledge-ledger.ts'
import { visitLinks } from './knowledge-links.ts'
import { status } from './knowledge-status.ts'
import { translated } from './knowledge-translated.ts'

const USAGE = `npm run knowledge -- status                         what people read, what is found in it, what waits
npm run knowledge -- import FOLDER [--reason "…"]   publishes the content of a folder
npm run knowledge -- export FOLDER                  writes what people read into a folder
npm run knowledge -- history                        the publications, newest first
npm run knowledge -- rollback N [--reason "…"]      publishes once more what publication N held
npm run knowledge -- links                          visits every address that people are shown (takes minutes)
npm run knowledge -- translated ARTICLE LANGUAGE    records that a translation was read against the present French
npm run knowledge -- translated --all               the same for every translation`

/** The knowledge base in and out of files. */
async function knowledge([verb, ...words]: readonly string[]): Promise<void> {
  if (verb === 'translated' && words.length > 0) return translated(words)
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { reason: { type: 'string', default: '' } },
  })
  const [what = ''] = positionals
  const now = new Date()
  if (verb === 'status') return withStore((store) => status(store, now.toISOString().slice(0, 10)))
  if (verb === 'history') return withStore(history)
  if (verb === 'links') return withStore((store) => visitLinks(store, () => new Date()))
  if (verb === 'import' && what) return withStore((store) => importFolder(store, what, values.reason, now))
  if (verb === 'export' && what) return withStore((store) => exportFolder(store, what))
  if (verb === 'rollback' && /^\d{1,9}$/.test(what))
    return withStore((store) => rollBack(store, Number(what), values.reason, now))
  throw new Error(USAGE)
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(readSettings(environment()))
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

knowledge(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
