import { articlePath } from '../../knowledge/files.ts'
import type { Drafts } from '../../knowledge/publication.ts'
import type { Published } from './published.ts'

/** What stands under /library as a page of its own: an article of that name could never be opened. */
export const PAGES_OF_THEIR_OWN: readonly string[] = [
  'gaps',
  'history',
  'import',
  'links',
  'new',
  'proposals',
  'translations',
]

/** The ids that no new article may take: of articles, of drafts, those that articles had before, and those of pages. */
export async function takenIds(
  { files, content }: Pick<Published, 'files' | 'content'>,
  drafts: Pick<Drafts, 'all'>,
): Promise<ReadonlySet<string>> {
  return new Set([
    ...PAGES_OF_THEIR_OWN,
    ...[...files.keys()].flatMap((path) => articlePath(path)?.id ?? []),
    ...content.redirects.keys(),
    ...(await drafts.all()).map(({ article }) => article),
  ])
}

/** An id as it is wished for, or with a number behind it where that one is taken. */
export function freeId(wished: string, taken: ReadonlySet<string>): string {
  let id = wished
  for (let number = 2; taken.has(id); number += 1) id = `${wished}-${number}`
  return id
}
