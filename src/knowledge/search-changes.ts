import type { Language } from '../language/languages.ts'
import { readHead, readPassage } from './read-for-search.ts'
import type { SearchDocument } from './search.ts'
import { type Documents, putHead, putPassage, type Slots, settle, takeHead, takePassage } from './slots.ts'
import type { Senses } from './synonyms.ts'
import { type Recount, recount } from './word-index.ts'

/** Changes of what is searched: done in the slots at once, noted for the indexes. */
export interface SearchChanges {
  readonly whole: Recount
  readonly subject: Recount
  readonly passage: Recount
  readonly pairs: Recount
  /** Puts passages in the place of those that an article had; none where it is gone. Passages that stay are not read. */
  change(at: number, next: Documents | undefined): void
}

export function changesFor(slots: Slots, language: Language, senses: Senses): SearchChanges {
  const noted = { whole: new Map(), subject: new Map(), passage: new Map(), pairs: new Map() } satisfies Record<
    string,
    Recount
  >

  function changeHead(at: number, old: SearchDocument | undefined, next: SearchDocument | undefined): void {
    if (old && next && hasSameHead(old, next)) return
    if (old) {
      const read = readHead(old, language, senses)
      takeHead(slots, at, read)
      recount(noted.whole, at, read.bag, -1)
      recount(noted.subject, at, read.bag, -1)
    }
    if (next) {
      const read = readHead(next, language, senses)
      putHead(slots, at, next, read)
      recount(noted.whole, at, read.bag, 1)
      recount(noted.subject, at, read.bag, 1)
    }
  }

  function changePassage(
    at: number,
    passage: number,
    old: SearchDocument | undefined,
    next: SearchDocument | undefined,
  ): void {
    if (old === next) return
    for (const [document, sign] of [
      [old, -1],
      [next, 1],
    ] as const) {
      if (!document) continue
      const read = readPassage(document, language, senses)
      if (sign === 1) putPassage(slots, passage, document, read)
      else takePassage(slots, passage, read)
      recount(noted.whole, at, read.own, sign)
      recount(noted.passage, passage, read.bag, sign)
      recount(noted.pairs, passage, read.pairs, sign)
    }
  }

  return {
    ...noted,
    change: (at, next) => {
      const old = slots.sources[at] ?? []
      changeHead(at, old[0], next?.[0])
      const had = slots.passagesOf[at] ?? []
      const has: number[] = []
      for (let place = 0; place < Math.max(old.length, next?.length ?? 0); place += 1) {
        const passage = had[place] ?? slots.documents.length
        changePassage(at, passage, old[place], next?.[place])
        if (next?.[place]) has.push(passage)
      }
      settle(slots, at, next, has)
    },
  }
}

function hasSameHead(one: SearchDocument, other: SearchDocument): boolean {
  return (
    one.title === other.title &&
    one.summary === other.summary &&
    one.weight === other.weight &&
    (one.questions === other.questions || one.questions.join('\n') === other.questions.join('\n'))
  )
}
