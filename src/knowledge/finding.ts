/** What is wrong with content: where, what, and what to do about it. One shape in the terminal, in CI and in the console. */
export interface Finding {
  /** Stable name of the rule, such as `unsourced`. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** File relative to the content folder, such as `programs/paffarc/fr.md`. */
  readonly file: string
  /** Where in the file: a heading, a field or a line. */
  readonly place?: string
  readonly sentence: string
  readonly remedy: string
}

export function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

/** A finding on one line for a terminal. */
export function showFinding(finding: Finding): string {
  const where = finding.place ? `${finding.file} (${finding.place})` : finding.file
  return `${finding.severity} ${finding.rule} · ${where}: ${finding.sentence} ${finding.remedy}`
}
