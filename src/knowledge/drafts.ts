import { wholeDigestOf } from './digest.ts'
import { articlePath, type Files } from './files.ts'
import type { Draft } from './publication.ts'

/** What a draft changes: the files whose text is not the one that it began with; null for one that it takes away. */
export function changesOf({ files, base }: Pick<Draft, 'files' | 'base'>): ReadonlyMap<string, string | null> {
  return new Map(
    [...files].filter(([path, text]) => (text === null ? undefined : wholeDigestOf(text)) !== base.get(path)),
  )
}

/** Content with drafts put in: what it would be if they were published. What a draft does not change stays as it is. */
export function applyDrafts(files: Files, drafts: readonly Pick<Draft, 'files' | 'base'>[]): Files {
  const after = new Map(files)
  for (const draft of drafts) {
    for (const [path, text] of changesOf(draft)) {
      if (text === null) after.delete(path)
      else after.set(path, text)
    }
  }
  return after
}

/** The files that a draft changes and that were published otherwise since it was begun: its writer must see them first. */
export function conflictsOf(
  draft: Pick<Draft, 'files' | 'base'>,
  latest: ReadonlyMap<string, string>,
): readonly string[] {
  return [...changesOf(draft)]
    .filter(([path, text]) => {
      const published = latest.get(path)
      return published !== draft.base.get(path) && published !== (text === null ? undefined : wholeDigestOf(text))
    })
    .map(([path]) => path)
}

/** An article as it stood in an old state of content, as what a draft would change of the present one. */
export function restored(old: Files, present: Files, article: string): ReadonlyMap<string, string | null> {
  const paths = [...new Set([...old.keys(), ...present.keys()])].filter((path) => articlePath(path)?.id === article)
  return new Map(paths.map((path) => [path, old.get(path) ?? null]))
}

/** The digests of the files that a new draft of an article begins with. */
export function baseOf(article: string, published: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...published].filter(([path]) => articlePath(path)?.id === article))
}
