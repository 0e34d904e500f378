import { idNow, type Redirects } from '../../knowledge/redirects.ts'
import type { ArticleMarks } from '../../knowledge/usage.ts'

/** What people said of an article while one version of it was read. */
export type VersionMarks = Pick<ArticleMarks, 'good' | 'bad' | 'reasons'>

/**
 * Adds up what people said of an article, also under the ids that it had, by the publication that brought the words they
 * read; `versions` are the numbers of those publications.
 */
export function marksByVersion(
  article: string,
  marks: readonly ArticleMarks[],
  versions: readonly number[],
  redirects: Redirects,
): ReadonlyMap<number, VersionMarks> {
  const newestFirst = [...versions].sort((one, other) => other - one)
  const sums = new Map<number, VersionMarks>()
  for (const mark of marks) {
    const version = newestFirst.find((number) => number <= mark.publication)
    if (version === undefined || idNow(mark.article, redirects) !== article) continue
    const before = sums.get(version)
    sums.set(version, before ? sum(before, mark) : mark)
  }
  return sums
}

function sum(one: VersionMarks, other: VersionMarks): VersionMarks {
  const reasons = { ...one.reasons }
  for (const reason of Object.keys(reasons) as (keyof typeof reasons)[]) reasons[reason] += other.reasons[reason]
  return { good: one.good + other.good, bad: one.bad + other.bad, reasons }
}
