import { idNow } from '../../knowledge/redirects.ts'
import type { ArticleMarks } from '../../knowledge/usage.ts'
import type { Published } from './published.ts'

/** The articles that people found not helpful as they read now: what was said before a change was said of other words. */
export function dislikedNow(
  marks: readonly ArticleMarks[],
  { changes, content }: Pick<Published, 'changes' | 'content'>,
): ReadonlySet<string> {
  return new Set(
    marks
      .map((mark) => ({ ...mark, article: idNow(mark.article, content.redirects) }))
      .filter(({ article, publication, bad }) => bad > 0 && publication >= (changes.get(article)?.number ?? 0))
      .map(({ article }) => article),
  )
}
