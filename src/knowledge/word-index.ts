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

/** How many times more, or less, a word stands in texts: by word, then by text. */
export type Recount = Map<string, Map<number, number>>

/** Notes that a text has these words once more, or has them no more. */
export function recount(changes: Recount, text: number, words: Bag, sign: 1 | -1): void {
  for (const [word, count] of words) {
    let its = changes.get(word)
    if (!its) {
      its = new Map()
      changes.set(word, its)
    }
    its.set(text, (its.get(text) ?? 0) + sign * count)
  }
}

interface Places {
  /** Texts, in rising order, and how often the word stands in each. */
  readonly at: Int32Array
  readonly count: Float32Array
}
const NOWHERE: Places = { at: new Int32Array(), count: new Float32Array() }

/** Which texts hold a word, and how much the word counts in each (BM25, without its idf). */
export class WordIndex {
  /** How many numbers of texts there are, those of texts that are gone among them. */
  readonly size: number
  private readonly here: number
  /** What the length of a text adds to its counts. */
  private readonly longer: Float64Array

  private constructor(
    private readonly places: ReadonlyMap<string, Places>,
    lengths: readonly number[],
    private readonly saturation: Saturation,
  ) {
    this.size = lengths.length
    let [here, whole] = [0, 0]
    for (const length of lengths) {
      if (length < 0) continue
      here += 1
      whole += length
    }
    this.here = here
    const usual = whole / Math.max(1, here) || 1
    const { k, b } = saturation
    this.longer = Float64Array.from(lengths, (length) => k * (1 - b + (b * Math.max(0, length)) / usual))
  }

  static of(bags: readonly Bag[], lengths: readonly number[], saturation: Saturation): WordIndex {
    const found = new Map<string, { at: number[]; count: number[] }>()
    bags.forEach((bag, at) => {
      for (const [word, count] of bag) {
        let places = found.get(word)
        if (!places) {
          places = { at: [], count: [] }
          found.set(word, places)
        }
        places.at.push(at)
        places.count.push(count)
      }
    })
    const places = new Map<string, Places>()
    for (const [word, { at, count }] of found) {
      places.set(word, { at: Int32Array.from(at), count: Float32Array.from(count) })
    }
    return new WordIndex(places, lengths, saturation)
  }

  /** The same index with other words in some texts; what it shares with this one is not made again. */
  with(changes: Recount, lengths: readonly number[]): WordIndex {
    const places = new Map(this.places)
    for (const [word, changed] of changes) {
      if ([...changed.values()].every((more) => more === 0)) continue
      const next = recounted(places.get(word) ?? NOWHERE, changed)
      if (next.at.length) places.set(word, next)
      else places.delete(word)
    }
    return new WordIndex(places, lengths, this.saturation)
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
      if (there === text) return this.worth(places, middle)
      if (there < text) low = middle + 1
      else high = middle - 1
    }
    return 0
  }

  private worth({ at, count }: Places, place: number): number {
    const times = count[place] ?? 0
    return (times * (this.saturation.k + 1)) / (times + (this.longer[at[place] ?? 0] ?? 0))
  }

  /** How rare a word is (BM25's idf); a word that no text holds is the rarest. */
  rarity(word: string): number {
    const holders = this.places.get(word)?.at.length ?? 0
    return Math.log(1 + (this.here - holders + 0.5) / (holders + 0.5))
  }

  /** Adds to each text's score what the word is worth there. */
  add(scores: Float64Array, word: string, weight: number): void {
    const places = this.places.get(word)
    if (!places) return
    for (let i = 0; i < places.at.length; i++) {
      const at = places.at[i] ?? 0
      scores[at] = (scores[at] ?? 0) + weight * this.worth(places, i)
    }
  }

  /** Raises each text's score to what the word is worth there, where that is more: of synonyms the best one counts. */
  raise(scores: Float64Array, word: string, weight: number): void {
    const places = this.places.get(word)
    if (!places) return
    for (let i = 0; i < places.at.length; i++) {
      const at = places.at[i] ?? 0
      const score = weight * this.worth(places, i)
      if (score > (scores[at] ?? 0)) scores[at] = score
    }
  }
}

/** The places of a word that stands in some texts more or fewer times. */
function recounted({ at, count }: Places, changed: ReadonlyMap<number, number>): Places {
  const all = new Map<number, number>()
  at.forEach((text, place) => void all.set(text, count[place] ?? 0))
  for (const [text, more] of changed) {
    const times = (all.get(text) ?? 0) + more
    if (times) all.set(text, times)
    else all.delete(text)
  }
  const texts = Int32Array.from(all.keys()).sort()
  return { at: texts, count: Float32Array.from(texts, (text) => all.get(text) ?? 0) }
}
