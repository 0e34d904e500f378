import type { Finding } from './finding.ts'

/** What was brought in from elsewhere: texts for drafts, by path, and what could not be read or must be looked at. */
export interface TakenIn {
  readonly files: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/** Nothing was brought in, and why. */
export function refused(rule: string, file: string, sentence: string, remedy: string): TakenIn {
  return { files: new Map(), findings: [{ rule, severity: 'error', file, sentence, remedy }] }
}
