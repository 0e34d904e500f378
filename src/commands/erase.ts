import { environment, readSettings } from '../settings.ts'
import { openStore } from '../store/store.ts'

/** Erases one conversation everywhere, and says what was erased. */
async function erase([id]: readonly string[]): Promise<void> {
  if (!id) throw new Error('Say which: npm run erase -- CONVERSATION_ID')
  const store = await openStore(readSettings(environment()))
  try {
    const direct = await store.conversations.find({ channel: 'directline', conversation: id })
    const gone = await store.conversations.erase(direct?.id ?? id)
    const rows = Object.entries(gone)
    if (rows.every(([, count]) => count === 0))
      throw new Error(`There is no conversation « ${id} »: nothing was erased.`)
    for (const [what, count] of rows) console.log(`${what}: ${count} erased`)
  } finally {
    await store.close()
  }
}

erase(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
