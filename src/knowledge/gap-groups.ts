import { LANGUAGES, type Language } from '../language/languages.ts'
import { fold, terms } from '../language/text.ts'
import type { Gap } from './gaps.ts'
import { GAP_KINDS, type GapKind } from './noticed.ts'
import { Senses } from './synonyms.ts'

/** Questions that ask about the same thing, in one language. */
export interface GapGroup {
  /** The id of its first question: it stays while others join. */
  readonly id: string
  readonly language: Language
  /** The wording that is most like the others. */
  readonly question: string
  readonly count: number
  readonly why: Readonly<Record<GapKind, number>>
  readonly first: Date
  readonly last: Date
  /** Article ids that were offered or answered with, most often first. */
  readonly articles: readonly string[]
  /** Newest first. */
  readonly gaps: readonly Gap[]
}

/** From this likeness on two questions are taken for one; tested on examples. */
const ALIKE = 0.6
/** So many questions are taken for granted when rarity is counted, so that it says little where few were asked. */
const GRANTED = 20

/**
 * Groups questions by likeness: the words that mean something and the senses of the glossary, each by its rarity, in
 * each language apart; whoever is like one of a group belongs to it. Most asked first; the order of the gaps given does not matter.
 */
export function groupGaps(
  gaps: readonly Gap[],
  synonyms: (language: Language) => readonly (readonly string[])[],
): readonly GapGroup[] {
  const groups = LANGUAGES.flatMap((language) => {
    const own = gaps.filter((gap) => gap.language === language)
    if (own.length === 0) return []
    const senses = new Senses(synonyms(language), language)
    return clusters(own.toSorted(byTime).map((gap) => ({ gap, marks: marksOf(gap.question, language, senses) }))).map(
      (cluster) => groupOf(cluster, language),
    )
  })
  return groups.sort(
    (one, other) =>
      other.count - one.count || other.last.getTime() - one.last.getTime() || (one.id < other.id ? -1 : 1),
  )
}

interface Marked {
  readonly gap: Gap
  readonly marks: ReadonlySet<string>
}

/** What a question is compared by: its stems, those of a synonym replaced by their sense; the words as they are where none means anything. */
function marksOf(question: string, language: Language, senses: Senses): ReadonlySet<string> {
  const stems = terms(question, language)
  const found = senses.among(stems)
  const covered = new Set(found.flatMap(({ from, length }) => Array.from({ length }, (_, at) => from + at)))
  const marks = [...found.map(({ sense }) => sense), ...stems.filter((_, at) => !covered.has(at))]
  return new Set(marks.length > 0 ? marks : [fold(question).trim()])
}

/** Single-link clusters, in the order of their first members. */
function clusters(all: readonly Marked[]): readonly (readonly Marked[])[] {
  const parent = all.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] ?? root
    parent[at] = root
    return root
  }
  for (const [one, other] of likePairs(all, weightsOf(all))) {
    const [a, b] = [rootOf(one), rootOf(other)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  const byRoot = new Map<number, Marked[]>()
  all.forEach((marked, at) => {
    const root = rootOf(at)
    byRoot.set(root, [...(byRoot.get(root) ?? []), marked])
  })
  return [...byRoot.values()]
}

/** Pairs that are alike, found by the marks that they share. */
function* likePairs(all: readonly Marked[], weight: Weights): Generator<readonly [number, number]> {
  const holders = new Map<string, number[]>()
  const sizes = all.map(({ marks }) => sum(marks, weight))
  const shared = new Float64Array(all.length)
  for (const [at, { marks }] of all.entries()) {
    shared.fill(0, 0, at)
    for (const mark of marks) {
      const [its, counts] = [holders.get(mark) ?? [], weight(mark)]
      for (const before of its) shared[before] = (shared[before] ?? 0) + counts
      its.push(at)
      holders.set(mark, its)
    }
    for (let before = 0; before < at; before += 1) {
      if (likenessOf(shared[before] ?? 0, sizes[at] ?? 0, sizes[before] ?? 0) >= ALIKE) yield [before, at]
    }
  }
}

type Weights = (mark: string) => number

/** What a mark counts: the rarer among the questions, the more it tells what one is about. */
function weightsOf(all: readonly Marked[]): Weights {
  const held = new Map<string, number>()
  for (const { marks } of all) for (const mark of marks) held.set(mark, (held.get(mark) ?? 0) + 1)
  return (mark) => Math.log(1 + (all.length + GRANTED) / ((held.get(mark) ?? 0) + GRANTED / 10))
}

function sum(marks: Iterable<string>, weight: Weights): number {
  let whole = 0
  for (const mark of marks) whole += weight(mark)
  return whole
}

/** What is shared, of what both hold (Dice): 0 to 1. */
function likenessOf(shared: number, one: number, other: number): number {
  return (2 * shared) / (one + other)
}

function groupOf(members: readonly Marked[], language: Language): GapGroup {
  const gaps = members.map(({ gap }) => gap)
  const [first, last] = [gaps[0], gaps.at(-1)]
  if (!first || !last) throw new Error('A group holds at least one question.')
  const offered = new Map<string, number>()
  for (const id of gaps.flatMap(({ articles }) => articles)) offered.set(id, (offered.get(id) ?? 0) + 1)
  return {
    id: first.id,
    language,
    question: typical(members),
    count: gaps.length,
    why: Object.fromEntries(GAP_KINDS.map((kind) => [kind, gaps.filter(({ why }) => why === kind).length])) as Record<
      GapKind,
      number
    >,
    first: first.at,
    last: last.at,
    articles: [...offered].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([id]) => id),
    gaps: [...gaps].reverse(),
  }
}

/** So many of a group are compared with one another: enough to find what is typical, however many ask. */
const COMPARED = 200

/** The wording whose likeness to the others is greatest; the shorter one, then the earlier one, where two are. */
function typical(members: readonly Marked[]): string {
  const some = members.slice(-COMPARED)
  const scored = some.map(({ gap, marks }) => {
    let likeness = 0
    for (const other of some) {
      const shared = [...marks].filter((mark) => other.marks.has(mark)).length
      likeness += likenessOf(shared, marks.size, other.marks.size)
    }
    return { question: gap.question, likeness }
  })
  const best = scored.sort(
    (one, other) => other.likeness - one.likeness || one.question.length - other.question.length,
  )[0]
  return best?.question ?? ''
}

function byTime(one: Gap, other: Gap): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)
}
