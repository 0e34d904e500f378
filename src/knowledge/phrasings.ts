import type { Language } from '../language/languages.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import type { Senses } from './synonyms.ts'

/** What a way of asking says: stems, synonyms as their sense, and the words around them, each once. */
export type Way = readonly string[]

/** Reads a way of asking. */
export function wayOf(text: string, language: Language, senses: Senses): Way {
  const put = tokens(text)
  const stems = put.filter((word) => !isStopWord(word, language)).map((word) => stem(word, language))
  return saidBy(stems, put, language, senses)
}

/** Ways of asking, each leading to an article; finds how near a question comes to the nearest of each article. */
export class Phrasings {
  private readonly ways: { readonly article: number; readonly weight: number }[] = []
  private readonly holders = new Map<string, number[]>()

  constructor(
    phrasings: Iterable<{ readonly article: number; readonly way: Way }>,
    private readonly language: Language,
    private readonly senses: Senses,
    private readonly rarity: (word: string) => number,
  ) {
    const weights = new Map<string, number>()
    const weightOf = (word: string): number => {
      const known = weights.get(word)
      if (known !== undefined) return known
      const weight = this.weight(word)
      weights.set(word, weight)
      return weight
    }
    for (const { article, way } of phrasings) {
      const weight = way.reduce((sum, word) => sum + weightOf(word), 0)
      if (weight === 0) continue
      for (const word of way) {
        const holders = this.holders.get(word)
        if (holders) holders.push(this.ways.length)
        else this.holders.set(word, [this.ways.length])
      }
      this.ways.push({ article, weight })
    }
  }

  /** For each article the share, 0 to 1, of what the question and its nearest phrasing say that both say. */
  nearness(stems: readonly string[], put: readonly string[], articles: number): Float64Array {
    const shared = new Float64Array(this.ways.length)
    let whole = 0
    for (const word of saidBy(stems, put, this.language, this.senses)) {
      const weight = this.weight(word)
      whole += weight
      for (const way of this.holders.get(word) ?? []) shared[way] = (shared[way] ?? 0) + weight
    }
    const nearest = new Float64Array(articles)
    this.ways.forEach(({ article, weight }, at) => {
      const both = shared[at] ?? 0
      if (both === 0) return
      const near = both / (whole + weight - both)
      if (near > (nearest[article] ?? 0)) nearest[article] = near
    })
    return nearest
  }

  /** By rarity; the words around them hardly count, but tell « how much » from « when ». */
  private weight(word: string): number {
    return word.startsWith('?') ? AROUND : this.rarity(word)
  }
}

const AROUND = 0.25

function saidBy(stems: readonly string[], put: readonly string[], language: Language, senses: Senses): Way {
  const said = new Set<string>()
  for (const word of put) if (isStopWord(word, language) && word.length > 1) said.add(`?${word}`)
  const longestFirst = senses.among(stems).sort((one, other) => other.length - one.length)
  const replaced = new Map<number, string>()
  for (const { from, length, sense } of longestFirst) {
    const places = Array.from({ length }, (_, at) => from + at)
    if (places.some((at) => replaced.has(at))) continue
    for (const at of places) replaced.set(at, '')
    replaced.set(from, sense)
  }
  stems.forEach((word, at) => {
    const meant = replaced.get(at) ?? word
    if (meant) said.add(meant)
  })
  return [...said]
}
