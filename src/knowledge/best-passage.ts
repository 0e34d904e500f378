import type { Question, Wanted } from './question.ts'
import { cuesOf, pairsOf } from './read-for-search.ts'
import type { Searched } from './searched.ts'

/** What counts for a passage besides its words: being the first, having a question word of the question in its heading, and each pair of words that stands together. */
const OPENING = 0.7
const CUE = 1.2
const TOGETHER = 0.3

/**
 * The passage of an article that answers best. Words count by how few of the article's passages hold them: what all of
 * them speak of does not tell them apart, and a question of nothing else is answered by the first one.
 */
export function bestPassage(article: number, question: Question, library: Searched): number {
  const candidates = library.passagesOf[article] ?? []
  const asks = cuesOf(question.put, library.language)
  const pairs = [...new Set(pairsOf(question.stems))]
  const points = candidates.map((at, place) => {
    const cues = [...asks].filter((cue) => library.cues[at]?.has(cue)).length
    const together = pairs.reduce((sum, pair) => sum + library.pairs.worthIn(pair, at) * library.pairs.rarity(pair), 0)
    return (place === 0 ? OPENING : 0) + CUE * cues + TOGETHER * together
  })
  for (const wanted of question.wanted) {
    const worths = candidates.map((at) => worthIn(wanted, at, library))
    const holders = worths.filter((worth) => worth > 0).length
    const telling = holders ? Math.log((candidates.length + 0.5) / holders) : 0
    worths.forEach((worth, place) => {
      points[place] = (points[place] ?? 0) + telling * worth
    })
  }
  const best = points.indexOf(Math.max(...points))
  return candidates[best] ?? -1
}

/** What a wanted word is worth in a passage. Rarity counts by half, so that « how much » is heard beside « PAFFARC ». */
function worthIn(wanted: Wanted, passage: number, library: Searched): number {
  const worth = (word: string) => ((1 + library.rarity(word)) / 2) * library.passages.worthIn(word, passage)
  if (wanted.kind === 'word') return Math.max(0, ...wanted.choices.map(({ word, trust }) => trust * worth(word)))
  const apart = wanted.parts.reduce((sum, part) => sum + worthIn(part, passage, library), 0)
  return Math.max(apart, wanted.together.trust * worth(wanted.together.word))
}
