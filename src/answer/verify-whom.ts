import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { ALIKE, NEARER, ranking } from './alike.ts'
import { saysNo } from './claims.ts'
import { type Clause, clauseOf, type Stated } from './clauses.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import type { Fault } from './verified.ts'
import { lettersOf } from './verify-beside.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What stands beside one label of a list is not said of another one. */
export function labelledBeside({ terms: own }: Clause, stated: readonly Stated[]): Fault | undefined {
  const labelled = stated.flatMap((each) => {
    const label = /^([^:]{3,60}?) ?:/u.exec(each.text)?.[1]
    return label && !saysNo(label, each.given.passage.language)
      ? [{ each, label: new Set(terms(label, each.given.passage.language)) }]
      : []
  })
  const toldOf = ({ each, label }: (typeof labelled)[number]) => [...each.terms].filter((term) => !label.has(term))
  const named = labelled.filter(({ label }) => label.size > 0 && [...label].every((term) => own.has(term)))
  if (named.length !== 1 || labelled.length < 2) return undefined
  const theirs = new Set(named.flatMap(({ each }) => [...each.terms]))
  const strange = labelled
    .filter((each) => !named.includes(each))
    .flatMap(toldOf)
    .filter((term) => own.has(term) && !theirs.has(term))
  return new Set(strange).size > 1 ? { reason: 'mixed', what: strange.join(' ') } : undefined
}

const ONLY: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})seule?s? (?:l['’]|le |la |les |un |une )?(\p{L}+)/iu,
  en: /\bonly (?:the |an? )(\w+)/i,
  es: /(?<!\p{L})solo (?:el|la|un|una) (\p{L}+)/iu,
  ar: /(?:ال)(\p{L}+)(?: المهنية)? وحدها?(?!\p{L})/u,
}

/** Who alone may decide, as stems. */
const DECIDES = /^(?:ordr|order|coleg|نقاب|employ|emplead|conjoint|spous|conyug|ministe|ministr)/

/** What only one may do, the sentence says of that one: « seul l'ordre reconnaît une équivalence ». */
export function ownedBeside(part: Clause, stated: readonly Stated[], language: Language): Fault | undefined {
  if (part.no) return undefined
  for (const each of stated) {
    const [found, owner = ''] = ONLY[language].exec(each.text) ?? []
    const [who] = terms(owner, language)
    if (found === undefined || who === undefined || !DECIDES.test(who) || part.terms.has(who)) continue
    const deeds = new Set(terms(each.text.slice(each.text.indexOf(found) + found.length), language))
    const does = [...part.terms].filter((term) => deeds.has(term))
    const isOrder = terms(each.given.passage.title, language).includes(who)
    if (does.length > 1 && !isOrder) return { reason: 'mixed', what: who }
  }
  return undefined
}

/** A name that stands elsewhere in the passage is not said where the statement of the rest names another one. */
export function namedBeside(
  part: Clause,
  focus: readonly string[],
  stated: readonly Stated[],
  vocabulary: Vocabulary,
  language: Language,
): Fault | undefined {
  const names = namesIn(part.text, vocabulary)
  const inNames = new Set(names.flatMap((name) => [...clauseOf(name, language).terms]))
  const rest = focus.filter((term) => !inNames.has(term))
  if (names.length === 0 || rest.length === 0) return undefined
  const ranked = ranking(rest, stated)
  const [best] = ranked
  if (!best || best.near < ALIKE) return undefined
  const close = ranked.filter(({ near }) => near > best.near - NEARER)
  const strange = names.find((name) => !close.some(({ each }) => standsWith(name, each)))
  if (!strange) return undefined
  const said = forNames(part.text)
  const others = namesIn(best.each.text, vocabulary).filter((name) => !isNamed(name, said))
  return others.length > 0 ? { reason: 'mixed', what: strange } : undefined
}

function standsWith(name: string, { text, given }: Stated): boolean {
  const { title, heading } = given.passage
  return isNamed(name, forNames([title, heading, text, ...lettersOf(text, given)].join('\n')))
}
