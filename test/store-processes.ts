import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { StoreSettings } from '../src/store/store.ts'

const HOUSE = fileURLToPath(new URL('..', import.meta.url))

/** A process of its own on a store; see `store-child.ts`. */
export interface StoreProcess {
  /** The lines that it has said. */
  readonly lines: readonly string[]
  /** Waits until it has said a line that fits; rejects when it ends without, with what it said on its error output. */
  until(fits: (line: string, count: number) => boolean): Promise<string>
  /** Waits for its end; gives its exit code. */
  ended: Promise<number | null>
  /** Ends it as a power cut would: `kill -9`. */
  kill(): Promise<void>
}

export function startStoreProcess(what: string, settings: StoreSettings, conversation = ''): StoreProcess {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'test/store-child.ts', what, JSON.stringify(settings), conversation],
    { cwd: HOUSE, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const lines: string[] = []
  const listeners = new Set<() => void>()
  let errors = ''
  let rest = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const listener of listeners) listener()
  })
  const ended = endOf(child)
  return {
    lines,
    ended,
    until: (fits) =>
      new Promise((found, failed) => {
        const look = () => {
          const line = lines.find((each, index) => fits(each, index + 1))
          if (line === undefined) return
          listeners.delete(look)
          found(line)
        }
        listeners.add(look)
        void ended.then((code) => failed(new Error(`It ended (${code}) and had said: ${lines.join(' / ')} ${errors}`)))
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Once its output has been read to the end, too. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((ended) => child.once('close', ended))
}
