import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Finding } from '../knowledge/finding.ts'
import { lineOf } from './line-of.ts'

/** What was made of a file: nothing where it cannot be used, and what is wrong with it. */
export interface FileRead<Made> {
  readonly made?: Made
  readonly findings: readonly Finding[]
}

/** The file's text, and its name for findings (`desk/hours.yaml`); no text, but a finding, where it cannot be read. */
export function readStaffFile(path: string): {
  readonly file: string
  readonly text?: string
  readonly findings: Finding[]
} {
  const file = `${basename(dirname(path))}/${basename(path)}`
  try {
    return { file, text: readFileSync(path, 'utf8'), findings: [] }
  } catch {
    const sentence = 'The file is not there, or cannot be opened.'
    const remedy = 'Bring it back from its last version; LISEZMOI.md says what it holds.'
    return { file, findings: [{ rule: 'missing', severity: 'error', file, sentence, remedy }] }
  }
}

/** Findings with the line of each field before its name, for those who look for it in a text editor. */
export function withLines(findings: readonly Finding[], text: string): Finding[] {
  return findings.map((finding) => {
    const unreadable = /\((\d+):\d+\)/.exec(finding.sentence)?.[1]
    const surplus = /Unrecognized key: "([^"]+)"/.exec(finding.sentence)?.[1]
    const within = finding.place === 'whole file' ? [] : (finding.place?.split('.') ?? [])
    const path = surplus ? [...within, surplus] : within
    const line = finding.rule === 'unreadable' ? unreadable : lineOf(text, path)
    if (!line) return finding
    const field = path.filter((part) => !/^\d+$/.test(part)).join('.')
    return { ...finding, place: field ? `line ${line}, ${field}` : `line ${line}` }
  })
}
