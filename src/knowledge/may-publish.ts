import { type Finding, isError } from './finding.ts'

/** Whether content may be published as it is. */
export type Verdict =
  | { readonly may: 'publish' }
  /** What must be mended first. */
  | { readonly may: 'not'; readonly because: readonly Finding[] }
  /** What is new and not quite right: whoever publishes says why it may be so. */
  | { readonly may: 'with-reason'; readonly because: readonly Finding[] }

/** What time or a change of the French brings about and only work can mend: the rest must not wait for it. */
const MAY_WAIT: ReadonlySet<string> = new Set(['stale-translation', 'review-past'])

/** Whether a finding keeps content from being published. */
export function forbids(finding: Finding): boolean {
  return isError(finding) && !MAY_WAIT.has(finding.rule)
}

/**
 * Judges by what is found in the whole content before and after a change: what forbids, wherever it is, must be mended;
 * what is new of the rest asks for a reason.
 */
export function mayPublish(before: readonly Finding[], after: readonly Finding[], reason: string): Verdict {
  const forbidding = after.filter(forbids)
  if (forbidding.length > 0) return { may: 'not', because: forbidding }
  const known = new Set(before.map(nameOf))
  const fresh = after.filter((finding) => !known.has(nameOf(finding)))
  return fresh.length > 0 && reason.trim() === '' ? { may: 'with-reason', because: fresh } : { may: 'publish' }
}

function nameOf({ rule, file, place, sentence }: Finding): string {
  return JSON.stringify([rule, file, place, sentence])
}
