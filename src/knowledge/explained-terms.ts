import { fold, stem } from '../language/text.ts'
import type { Glossary } from './glossary.ts'
import { bare } from './sentences.ts'

/** A word of the trade in a text, and how else it is said. */
export interface ExplainedTerm {
  /** The glossary's entry. */
  readonly id: string
  /** The words as they stand in the text. */
  readonly words: string
  readonly from: number
  readonly to: number
  /** The official term. */
  readonly official: string
  /** What people say for it. */
  readonly also: readonly string[]
}

const WORD = /[\p{L}\p{N}]+/gu

interface Said {
  readonly stems: readonly string[]
  readonly id: string
  readonly official: string
  readonly all: readonly string[]
}

/** The words of the glossary that a French section holds, each where it first stands; the longest wording wins. */
export function explainedTerms(body: string, glossary: Glossary): ExplainedTerm[] {
  const known = saidIn(glossary)
  const text = bare(body)
  const words = [...text.matchAll(WORD)].map((match) => ({
    stem: stem(fold(match[0]), 'fr'),
    from: match.index,
    to: match.index + match[0].length,
  }))
  const found = new Map<string, ExplainedTerm>()
  for (let at = 0; at < words.length; ) {
    const first = words[at]
    const said = known
      .get(first?.stem ?? '')
      ?.find(({ stems }) => stems.every((each, n) => words[at + n]?.stem === each))
    const last = words[at + (said?.stems.length ?? 1) - 1]
    if (said && first && last && !found.has(said.id)) {
      const asWritten = body.slice(first.from, last.to)
      const also = said.all.filter((each) => fold(each) !== fold(asWritten) && each !== said.official)
      found.set(said.id, {
        id: said.id,
        words: asWritten,
        from: first.from,
        to: last.to,
        official: said.official,
        also,
      })
    }
    at += said?.stems.length ?? 1
  }
  return [...found.values()]
}

const kept = new WeakMap<Glossary, ReadonlyMap<string, readonly Said[]>>()

/** The wordings by the stem of their first word, the longest first. */
function saidIn(glossary: Glossary): ReadonlyMap<string, readonly Said[]> {
  const before = kept.get(glossary)
  if (before) return before
  const byFirst = new Map<string, Said[]>()
  for (const { id, fr } of glossary.entries) {
    for (const wording of fr) {
      const stems = (wording.match(WORD) ?? []).map((word) => stem(fold(word), 'fr'))
      const first = stems[0]
      if (first === undefined) continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, id, official: fr[0] ?? '', all: fr }])
    }
  }
  for (const wordings of byFirst.values()) wordings.sort((one, other) => other.stems.length - one.stems.length)
  kept.set(glossary, byFirst)
  return byFirst
}
