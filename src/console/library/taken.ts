import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import type { Publisher } from '../../knowledge/publication.ts'
import type { TakenIn } from '../../knowledge/taken-in.ts'
import type { Published } from './published.ts'
import type { LibraryPages } from './resources.ts'
import { keep } from './save.ts'

/** What was brought in, as drafts: the articles, and what could not be. */
export interface Brought {
  readonly articles: readonly string[]
  readonly findings: readonly Finding[]
  /** Articles whose draft somebody changed at the same moment: nothing of theirs was replaced. */
  readonly missed: readonly string[]
}

/** Puts what was brought in into the drafts of its articles. */
export async function keepTaken(
  { files, findings }: TakenIn,
  by: Publisher,
  published: Published,
  pages: LibraryPages,
): Promise<Brought> {
  const byArticle = new Map<string, Map<string, string>>()
  for (const [path, text] of files) {
    const id = articlePath(path)?.id
    if (id) byArticle.set(id, (byArticle.get(id) ?? new Map()).set(path, text))
  }
  const [articles, missed] = [[] as string[], [] as string[]]
  for (const [id, changes] of byArticle) {
    const saved = await keep(id, changes, by, await pages.drafts.of(id), published, pages)
    ;(saved ? articles : missed).push(id)
  }
  return { articles, findings, missed }
}
