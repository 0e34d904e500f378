/** The stems of a text and how much each occurrence counts: a title's words count more than a paragraph's. */
export type Bag = ReadonlyMap<string, number>

/** Adds words to a bag, each occurrence counting `worth`. */
export function put(bag: Map<string, number>, words: Iterable<string>, worth: number): void {
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + worth)
}

/** How often a word must occur to count nearly fully, and how much a long text must say to count as a short one (BM25's k and b). */
export interface Saturation {
  readonly k: number
  readonly b: number
}

/** Which texts hold a word, and how much the word counts in each (BM25, without its idf). */
export class WordIndex {
  private readonly places = new Map<string, { readonly at: Int32Array; readonly worth: Float64Array }>()
  readonly size: number

  constructor(bags: readonly Bag[], lengths: readonly number[], { k, b }: Saturation) {
    this.size = bags.length
    const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1
    const found = new Map<string, { at: number[]; worth: number[] }>()
    bags.forEach((bag, at) => {
      const longer = k * (1 - b + (b * (lengths[at] ?? 0)) / usual)
      for (const [word, count] of bag) {
        const places = found.get(word) ?? { at: [], worth: [] }
        if (places.at.length === 0) found.set(word, places)
        places.at.push(at)
        places.worth.push((count * (k + 1)) / (count + longer))
      }
    })
    for (const [word, { at, worth }] of found) {
      this.places.set(word, { at: Int32Array.from(at), worth: Float64Array.from(worth) })
    }
  }

  has(word: string): boolean {
    return this.places.has(word)
  }

  /** What the word is worth in one text, 0 where it does not stand. */
  worthIn(word: string, text: number): number {
    const places = this.places.get(word)
    if (!places) return 0
    let [low, high] = [0, places.at.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const there = places.at[middle] ?? 0
      if (there === text) return places.worth[middle] ?? 0
      if (there < text) low = middle + 1
      else high = middle - 1
    }
    return 0
  }

  /** How rare a word is (BM25's idf); a word that no text holds is the rarest. */
  rarity(word: string): number {
    const holders = this.places.get(word)?.at.length ?? 0
    return Math.log(1 + (this.size - holders + 0.5) / (holders + 0.5))
  }

  /** Adds to each text's score what the word is worth there. */
  add(scores: Float64Array, word: string, weight: number): void {
    const places = this.places.get(word)
    if (!places) return
    for (let i = 0; i < places.at.length; i++) {
      const at = places.at[i] ?? 0
      scores[at] = (scores[at] ?? 0) + weight * (places.worth[i] ?? 0)
    }
  }

  /** Raises each text's score to what the word is worth there, where that is more: of synonyms the best one counts. */
  raise(scores: Float64Array, word: string, weight: number): void {
    const places = this.places.get(word)
    if (!places) return
    for (let i = 0; i < places.at.length; i++) {
      const at = places.at[i] ?? 0
      const score = weight * (places.worth[i] ?? 0)
      if (score > (scores[at] ?? 0)) scores[at] = score
    }
  }
}
