import { wholeDigestOf } from './digest.ts'
import { articlePath, type Files } from './files.ts'
import type { Draft } from './publication.ts'

/** The files of one article, by path, in whatever folder it stands. */
export function filesOfArticle(article: string, files: Files): Files {
  return new Map([...files].filter(([path]) => articlePath(path)?.id === article))
}

/**
 * What a draft holds after some of its files were changed, and what it is a change of. A file that reads again as it is
 * published is no part of it; what was published under a draft since it was begun stays visible in its base.
 */
export function changedDraft(
  before: Pick<Draft, 'files' | 'base'> | undefined,
  changes: ReadonlyMap<string, string | null>,
  published: Files,
): Pick<Draft, 'files' | 'base'> {
  const files = new Map([...(before?.files ?? []), ...changes])
  const base = new Map<string, string>()
  for (const [path, text] of [...files]) {
    const now = published.get(path)
    const there = now === undefined ? undefined : wholeDigestOf(now)
    const begun = before?.files.has(path) ? before.base.get(path) : there
    if ((now ?? null) === text && begun === there) files.delete(path)
    else if (begun !== undefined) base.set(path, begun)
  }
  return { files, base }
}
