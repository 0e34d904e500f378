import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HOUSE } from '../../src/house.ts'
import { readContent } from '../../src/knowledge/content.ts'
import { buildLibrary } from '../../src/knowledge/library.ts'
import { readPhrases } from '../../src/language/phrases.ts'
import { hold, rowsOf, type Truth } from '../held-out.ts'
import { openModelServer } from '../model-server.ts'
import { freePort } from '../open-house.ts'

/** What a model costs the house besides its own time: holding its words to the text, the start, and memory. */
const STARTS = 3
/** So long after the doors are open everything is loaded and warm. */
const WARM_MS = 20_000

const middle = (values: readonly number[], at = 0.5) =>
  [...values].sort((one, other) => one - other)[Math.floor(at * (values.length - 1))] ?? 0

async function timesOfHolding(): Promise<number[]> {
  const library = buildLibrary(await readContent(`${HOUSE}knowledge`), 1)
  const around = { library, phrases: await readPhrases(`${HOUSE}dialogs/phrases`) }
  const truths = rowsOf<Truth>('truths-held-out')
  for (const truth of truths) await hold(truth, truth.sentences, around)
  const times: number[] = []
  for (const truth of truths) {
    const began = performance.now()
    await hold(truth, truth.sentences, around)
    times.push(performance.now() - began)
  }
  return times
}

/** Starts the built house as `npm start` does; how long until it is ready, and its memory once it is warm. */
async function start(settings: Readonly<Record<string, string>>): Promise<{ ms: number; mib: number }> {
  const PORT = String(await freePort())
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', PORT, DATA_DIR, ...settings }
  const began = performance.now()
  const house = spawn(process.execPath, ['--enable-source-maps', `${HOUSE}dist/main.js`], { env, stdio: 'ignore' })
  try {
    await untilReady(`http://localhost:${PORT}/readyz`, house)
    const ms = performance.now() - began
    await pause(WARM_MS)
    const metrics = await (await fetch(`http://localhost:${PORT}/metrics`)).text()
    return { ms, mib: Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 2 ** 20 }
  } finally {
    house.kill()
  }
}

async function untilReady(url: string, house: ChildProcess): Promise<void> {
  for (;;) {
    if (house.exitCode !== null) throw new Error('The house did not start: run « npm run prestart » first.')
    const ready = await fetch(url).catch(() => undefined)
    if (ready?.ok) return
    await pause(10)
  }
}

const held = await timesOfHolding()
console.log(
  `holding one answer to the text: p50 ${middle(held).toFixed(2)} ms, p99 ${middle(held, 0.99).toFixed(2)} ms`,
)

const server = await openModelServer()
const WITH = { OPENAI_BASE_URL: `${server.url}/v1`, OPENAI_MODEL: 'scripted' }
const starts: Record<'without' | 'with', { ms: number; mib: number }[]> = { without: [], with: [] }
for (let round = 0; round < STARTS; round++) {
  starts.without.push(await start({}))
  starts.with.push(await start(WITH))
}
for (const [how, each] of Object.entries(starts)) {
  const [ms, mib] = [middle(each.map((one) => one.ms)), middle(each.map((one) => one.mib))]
  console.log(`${how} a model: ready after ${ms.toFixed(0)} ms, ${mib.toFixed(0)} MiB`)
}
await server.close()
