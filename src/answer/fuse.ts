import type { Hit } from '../knowledge/search.ts'

/** What a place in a ranking is worth: one over this and its place (Cormack, Clarke and Buettcher, SIGIR 2009). */
const K = 60
const MOST_HITS = 10

/** Joins rankings of articles by the places that each gives them; the passage of an article is that of the first ranking that has it. */
export function fuse(...rankings: readonly (readonly Hit[])[]): readonly Hit[] {
  const scores = new Map<string, { hit: Hit; score: number; best: number }>()
  for (const ranking of rankings) {
    ranking.forEach((hit, at) => {
      const known = scores.get(hit.article)
      const worth = 1 / (K + at + 1)
      scores.set(hit.article, {
        hit: known?.hit ?? hit,
        score: (known?.score ?? 0) + worth,
        best: Math.min(known?.best ?? at, at),
      })
    })
  }
  return [...scores.values()]
    .sort((one, other) => other.score - one.score || one.best - other.best)
    .slice(0, MOST_HITS)
    .map(({ hit, score }) => ({ ...hit, score }))
}
