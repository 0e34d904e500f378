import type { Language } from '../language/languages.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import type { Senses } from './synonyms.ts'

/** Ways of asking, each leading to an article; finds how near a question comes to the nearest of each article. */
export class Phrasings {
  private readonly ways: {
    readonly article: number
    readonly words: ReadonlyMap<string, number>
    readonly weight: number
  }[] = []
  private readonly holders = new Map<string, number[]>()

  constructor(
    phrasings: Iterable<{ readonly article: number; readonly text: string }>,
    private readonly language: Language,
    private readonly senses: Senses,
    private readonly rarity: (word: string) => number,
  ) {
    for (const { article, text } of phrasings) {
      const put = tokens(text)
      const words = this.weighed(
        put.filter((word) => !isStopWord(word, language)).map((word) => stem(word, language)),
        put,
      )
      const weight = total(words)
      if (weight === 0) continue
      for (const word of words.keys()) {
        const holders = this.holders.get(word)
        if (holders) holders.push(this.ways.length)
        else this.holders.set(word, [this.ways.length])
      }
      this.ways.push({ article, words, weight })
    }
  }

  /** For each article the share, 0 to 1, of what the question and its nearest phrasing say that both say. */
  nearness(stems: readonly string[], put: readonly string[], articles: number): Float64Array {
    const asked = this.weighed(stems, put)
    const whole = total(asked)
    const shared = new Float64Array(this.ways.length)
    for (const [word, weight] of asked)
      for (const way of this.holders.get(word) ?? []) shared[way] = (shared[way] ?? 0) + weight
    const nearest = new Float64Array(articles)
    this.ways.forEach(({ article, weight }, at) => {
      const both = shared[at] ?? 0
      if (both === 0) return
      const near = both / (whole + weight - both)
      if (near > (nearest[article] ?? 0)) nearest[article] = near
    })
    return nearest
  }

  /** Stems by rarity, synonyms as their sense; the words around them hardly count, but tell « how much » from « when ». */
  private weighed(stems: readonly string[], put: readonly string[]): ReadonlyMap<string, number> {
    const words = new Map<string, number>()
    for (const word of put) if (isStopWord(word, this.language) && word.length > 1) words.set(`?${word}`, AROUND)
    const senses = this.senses.among(stems).sort((one, other) => other.length - one.length)
    const replaced = new Map<number, string>()
    for (const { from, length, sense } of senses) {
      const places = Array.from({ length }, (_, at) => from + at)
      if (places.some((at) => replaced.has(at))) continue
      for (const at of places) replaced.set(at, '')
      replaced.set(from, sense)
    }
    stems.forEach((word, at) => {
      const said = replaced.get(at) ?? word
      if (said) words.set(said, this.rarity(said))
    })
    return words
  }
}

const AROUND = 0.25

function total(words: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const weight of words.values()) sum += weight
  return sum
}
