import { statSync } from 'node:fs'
import { isError, showFinding } from '../knowledge/finding.ts'
import type { FileRead } from './staff-file.ts'

/** So long is a file taken to be as it was. */
const LOOK_EVERY_MS = 3_000

/**
 * Gives what a file says at a moment. The file is read again when it has changed; while it cannot be used, what it said
 * before stays. What is wrong is told once for each change.
 */
export function followFile<Made>(
  path: string,
  read: (path: string) => FileRead<Made>,
  atFirst: Made,
  trouble: (sentence: string) => void,
): (now: Date) => Made {
  let made = atFirst
  let stamp = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  const look = () => {
    const found = stampOf(path)
    if (found === stamp) return
    stamp = found
    const { made: fresh, findings } = read(path)
    made = fresh ?? made
    const wrong = findings.filter(isError).map(showFinding)
    if (fresh === undefined) wrong.push('Until it is mended, what was known before stays in use.')
    if (wrong.length > 0) trouble(wrong.join('\n'))
  }
  look()
  return (now) => {
    if (Math.abs(now.getTime() - lookedAt) >= LOOK_EVERY_MS) {
      lookedAt = now.getTime()
      look()
    }
    return made
  }
}

function stampOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return 'not there'
  }
}
