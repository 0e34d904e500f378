import type { Question, Wanted } from './question.ts'
import type { Searched } from './searched.ts'

/** Whether the best article answers: surely, perhaps, or not at all. */
export type Certainty = 'sure' | 'unsure' | 'nothing'

export interface Evidence {
  /** Share of the question's informative words (by rarity) that the best article holds. */
  readonly covered: number
  /** The same of its title, questions and summary. */
  readonly about: number
  readonly near: number
  readonly margin: number
  /** Rarity held in subject, absolute */
  readonly mass: number
  readonly words: number
}

export function evidenceOf(question: Question, order: readonly number[], score: Float64Array, near: Float64Array, library: Searched): Evidence {
  const [first = -1, second = -1] = order
  let all = 0
  let held = 0
  let told = 0
  for (const wanted of question.wanted) {
    all += wanted.rarity
    held += heldBy(wanted, (word) => library.articles.holds(word, first), library.rarity)
    told += heldBy(wanted, (word) => library.subjects.holds(word, first), library.rarity)
  }
  const top = score[first] ?? 0
  return {
    covered: all ? held / all : 0,
    about: all ? told / all : 0,
    near: near[first] ?? 0,
    margin: top ? (top - (score[second] ?? 0)) / top : 0,
    mass: told,
    words: question.wanted.length,
  }
}

function heldBy(wanted: Wanted, holds: (word: string) => boolean, rarity: (word: string) => number): number {
  if (wanted.kind === 'phrase') {
    const parts = wanted.parts.reduce((sum, part) => sum + heldBy(part, holds, rarity), 0)
    return Math.min(wanted.rarity, Math.max(parts, holds(wanted.together.word) ? wanted.rarity : 0))
  }
  return Math.max(0, ...wanted.choices.filter(({ word }) => holds(word)).map(({ word, trust }) => trust * rarity(word)))
}

export function certaintyOf(question: Question, order: readonly number[], score: Float64Array, near: Float64Array, library: Searched, best: Int32Array): Certainty {
  const g = (globalThis as any).__ev
  if (g) g.push({ question, order, score: order.map((o) => score[o]), near: near[order[0] ?? -1] ?? 0, ...raw(question, order[0] ?? -1, library, best) })
  const evidence = evidenceOf(question, order, score, near, library)
  if (evidence.near >= 0.6 || (evidence.about >= 0.6 && evidence.covered >= 0.75)) return 'sure'
  if (evidence.covered < 0.4) return 'nothing'
  return 'unsure'
}

function raw(question: Question, first: number, library: Searched, best: Int32Array) {
  return {
    parts: question.wanted.map((w) => ({
      r: w.rarity,
      rs: rar(w, library.subjectRarity, library),
      a: heldBy(w, (x) => library.articles.holds(x, first), library.rarity),
      s: heldBy2(w, (x) => library.subjects.holds(x, first), library),
      p: heldBy(w, (x) => library.passages.holds(x, best[first] ?? -1), library.rarity),
      known: w.kind === 'phrase' || w.known,
    })),
  }
}
function rar(w: Wanted, r: (x: string) => number, library: Searched): number {
  if (w.kind === 'phrase') return Math.max(w.parts.reduce((s, p) => s + rar(p, r, library), 0), r(w.together.word))
  return w.choices.length ? Math.max(...w.choices.map((c) => c.trust * r(c.word))) : r('')
}
function heldBy2(w: Wanted, holds: (x: string) => boolean, library: Searched): number {
  if (w.kind === 'phrase') return Math.max(w.parts.reduce((s, p) => s + heldBy2(p, holds, library), 0), holds(w.together.word) ? library.subjectRarity(w.together.word) : 0)
  return Math.max(0, ...w.choices.filter((c) => holds(c.word)).map((c) => c.trust * library.subjectRarity(c.word)))
}
