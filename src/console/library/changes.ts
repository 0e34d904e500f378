import { articlePath } from '../../knowledge/files.ts'
import type { Publication } from '../../knowledge/publication.ts'

/** What one publication changed against the one before it: paths by what became of them. */
export interface FileChange {
  readonly path: string
  readonly was?: string
  readonly is?: string
}

/** The paths whose text differs between two publications, with the digests of both. */
export function changedPaths(before: Pick<Publication, 'digests'> | undefined, after: Pick<Publication, 'digests'>) {
  const paths = new Set([...(before?.digests.keys() ?? []), ...after.digests.keys()])
  return [...paths].sort().flatMap((path): FileChange[] => {
    const [was, is] = [before?.digests.get(path), after.digests.get(path)]
    return was === is ? [] : [{ path, ...(was ? { was } : {}), ...(is ? { is } : {}) }]
  })
}

/** The article that a path belongs to, or what stands beside the articles. */
export function subjectOf(path: string): string {
  return articlePath(path)?.id ?? path
}

/** The publication that changed each article last; of a history, newest first. */
export function lastChanges(history: readonly Publication[]): ReadonlyMap<string, Publication> {
  const last = new Map<string, Publication>()
  history.forEach((publication, at) => {
    const before = history[at + 1]
    if (!before && publication.number > 1) return
    for (const { path } of changedPaths(before, publication)) {
      if (!last.has(subjectOf(path))) last.set(subjectOf(path), publication)
    }
  })
  return last
}
