import { createHash } from 'node:crypto'
import { type Folder, KIND_OF_FOLDER } from './article.ts'
import type { Files } from './files.ts'
import type { Draft } from './publication.ts'

/** The name of a text: the SHA-256 of its bytes. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The files of one article, by path, in whatever folder it stands. */
export function filesOfArticle(article: string, files: Iterable<readonly [string, string]>): Files {
  return new Map([...files].filter(([path]) => path.split('/')[1] === article && folderOf(path) !== undefined))
}

/** The folder of an article's file; nothing for what stands beside the articles. */
export function folderOf(path: string): Folder | undefined {
  const [folder = '', , name] = path.split('/')
  return name && folder in KIND_OF_FOLDER ? (folder as Folder) : undefined
}

/** The files as they would be with a draft. */
export function withDraft(files: Files, draft: Pick<Draft, 'files'> | undefined): Files {
  if (!draft) return files
  const next = new Map(files)
  for (const [path, text] of draft.files) {
    if (text === null) next.delete(path)
    else next.set(path, text)
  }
  return next
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
    const there = now === undefined ? undefined : textDigest(now)
    const begun = before?.files.has(path) ? before.base.get(path) : there
    if ((now ?? null) === text && begun === there) files.delete(path)
    else if (begun !== undefined) base.set(path, begun)
  }
  return { files, base }
}
