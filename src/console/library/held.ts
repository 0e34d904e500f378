import { changesOf } from '../../knowledge/drafts.ts'
import type { Draft } from '../../knowledge/publication.ts'
import { type Difference, differencesOf } from './differences.ts'

/** What would be put over somebody's draft, and is not before an editor has seen what that would take away. */
export interface Held {
  readonly draft: Draft
  readonly changes: ReadonlyMap<string, string | null>
  /** From the draft to what would be put over it. */
  readonly differences: readonly Difference[]
}

/** What changes would take away of a draft; nothing where its words stay. */
export function heldBy(draft: Draft | undefined, changes: ReadonlyMap<string, string | null>): Held | undefined {
  if (!draft) return undefined
  const differences = [...changesOf(draft)].flatMap(([path, text]) => {
    const other = changes.get(path)
    return other === undefined || other === text ? [] : differencesOf(path, text ?? undefined, other ?? undefined)
  })
  return differences.length ? { draft, changes, differences } : undefined
}
