import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import type { Publisher } from '../../knowledge/publication.ts'
import type { TakenIn } from '../../knowledge/taken-in.ts'
import { type Held, heldBy } from './held.ts'
import type { Published } from './published.ts'
import type { LibraryPages } from './resources.ts'
import { keep } from './save.ts'

/** What was brought in, as drafts: the articles, and what could not be. */
export interface Brought {
  readonly articles: readonly string[]
  readonly findings: readonly Finding[]
  /** Articles whose draft says something else already: nothing of it was replaced. */
  readonly held: readonly Held[]
  /** Articles whose draft somebody changed at the same moment: nothing of theirs was replaced. */
  readonly missed: readonly string[]
}

/** Puts what was brought in into the drafts of its articles; what a draft says otherwise is left, and shown. */
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
  const [articles, missed, held] = [[] as string[], [] as string[], [] as Held[]]
  for (const [id, changes] of byArticle) {
    const draft = await pages.drafts.of(id)
    const loses = heldBy(draft, changes)
    if (loses) held.push(loses)
    else (await keep(id, changes, by, draft, published, pages)) ? articles.push(id) : missed.push(id)
  }
  return { articles, findings, held, missed }
}

/** What an editor chose to put over a draft, after they saw what that takes away; nothing where the draft is another by now. */
export async function replaceHeld(
  form: URLSearchParams,
  by: Publisher,
  published: Published,
  pages: LibraryPages,
): Promise<Brought & { readonly article: string }> {
  const article = form.get('article') ?? ''
  const texts = form.getAll('text')
  const changes = new Map(
    form
      .getAll('path')
      .map((path, at) => [path, (texts[at] ?? '').replace(/\r\n/g, '\n')] as const)
      .filter(([path]) => articlePath(path)?.id === article),
  )
  const draft = await pages.drafts.of(article)
  const isSame = draft !== undefined && String(draft.version) === form.get('version') && changes.size > 0
  const saved = isSame && (await keep(article, changes, by, draft, published, pages))
  return {
    article,
    findings: [],
    held: [],
    ...(saved ? { articles: [article], missed: [] } : { articles: [], missed: [article] }),
  }
}
