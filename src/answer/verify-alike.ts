import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { ALIKE, focusOf, NEARER, type Ranked, ranking } from './alike.ts'
import { type Clause, isAside, partsOf, statedBy } from './clauses.ts'
import { oppositeIn } from './opposites.ts'
import type { Fault, Held, Seen } from './verified.ts'
import { carriedApart, countedBeside } from './verify-counted.ts'
import { deniedOf } from './verify-denied.ts'
import { labelledBeside, namedBeside, ownedBeside } from './verify-whom.ts'

/**
 * Holds each part of a sentence to what the passages state of the same thing: where the statement that is most like it
 * counts, dates, names or denies otherwise, the sentence took it from beside.
 */
export function alikeOf({ words, cited }: Seen, { vocabulary }: Held, language: Language): Fault | undefined {
  const same = cited.filter(({ passage }) => passage.language === language)
  if (same.length === 0) return undefined
  const stated = same.flatMap(statedBy)
  const articles = new Set(same.map(({ passage }) => passage.title))
  const topic = new Set(articles.size === 1 ? [...articles].flatMap((title) => terms(title, language)) : [])
  for (const [at, part] of partsOf(words, language).entries()) {
    const focus = focusOf(part, topic)
    if (focus.length === 0) continue
    const fault =
      countedBeside(part, stated, topic, language) ??
      (articles.size > 1 ? carriedApart(part, focus, stated, language) : undefined) ??
      labelledBeside(part, stated) ??
      ownedBeside(part, stated, language) ??
      namedBeside(part, focus, stated, vocabulary, language) ??
      (at > 0 && isAside(part) ? undefined : deniedOf(part, at === 0, focus, stated)) ??
      oppositeOf(part, ranking(focus, stated))
    if (fault) return fault
  }
  return undefined
}

/** « Avant » for « après », « en ligne » for « par la poste ». */
function oppositeOf(part: Clause, ranked: readonly Ranked[]): Fault | undefined {
  const [best] = ranked
  if (!best || best.near < ALIKE) return undefined
  const close = ranked.filter(({ near }) => near > best.near - NEARER).map(({ each }) => each.text)
  const what = oppositeIn(part.text, close)
  return what === undefined ? undefined : { reason: 'claim', what }
}
