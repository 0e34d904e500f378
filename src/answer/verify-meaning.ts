import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { claimsIn, holdsNo, saysNo } from './claims.ts'
import { clauseOf } from './clauses.ts'
import { wordsOf } from './ground.ts'
import type { Fault, Seen } from './verified.ts'

/** The share of a sentence's words that its passages hold. */
const SUPPORT = 0.5

/** What the words say, as far as words tell: claims, a yes or a no, and whether the passages speak of it at all. */
export function meaningOf({ words, cited }: Seen, language: Language): Fault | undefined {
  const same = cited.filter(({ passage }) => passage.language === language)
  if (same.length === 0) return undefined
  const carried = same.map(wordsOf).join('\n')
  const theirs = claimsIn(carried, true)
  const claim = [...claimsIn(words)].find((each) => !theirs.has(each))
  if (claim) return { reason: 'claim', what: claim }
  const own = [...clauseOf(words, language).terms]
  if (own.length === 0) return { reason: 'unsupported' }
  const all = new Set(terms(carried, language))
  const missing = own.filter((each) => !all.has(each))
  if (missing.length > own.length * (1 - SUPPORT)) return { reason: 'unsupported', what: missing.join(' ') }
  const beside = stretchesOf(words, language).find((each) => each.length > 1 && each.every((term) => !all.has(term)))
  if (beside) return { reason: 'unsupported', what: beside.join(' ') }
  return saysNo(words, language) && !holdsNo(carried, language) ? { reason: 'negation' } : undefined
}

/** What stands between marks and joining words, as terms: a tail that no passage speaks of is added to what one says. */
function stretchesOf(words: string, language: Language): readonly (readonly string[])[] {
  return words
    .split(/[,;:()،؛]|\s(?:et|ou|ainsi que|and|or|as well as|y|e|o|con|avec|with)\s|\s(?=و\p{L}{4})/u)
    .map((stretch) => [...clauseOf(stretch, language).terms])
}
