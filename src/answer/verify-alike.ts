import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { type Clause, clauseOf, countsOf, isAside, isSaying, partsOf, piecesOf, type Stated, statedBy } from './clauses.ts'
import { saysNo } from './claims.ts'
import { isTold } from './dates.ts'
import { type Figure, isCounted, readFigures } from './figures.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import { oppositeIn } from './opposites.ts'
import type { Fault, Held, Seen } from './verified.ts'
import { lettersOf } from './verify-beside.ts'

/** What shares so much of a clause says the same of the same thing, or the contrary. */
const ALIKE = 0.65
/** So much nearer is plainly nearer. */
const NEARER = 0.15
const HALF = 0.5
/** So much in common is the same subject. */
const SPOKEN_OF = 0.45
const FAR_NEARER = 0.25

/**
 * Holds each part of a sentence to what the passages state of the same thing: where the statement that is most like it
 * counts, dates, names or denies otherwise, the sentence took it from beside.
 */
export function alikeOf({ words, cited }: Seen, { language, vocabulary }: Held, ours: Language): Fault | undefined {
  const same = cited.filter(({ passage }) => passage.language === ours)
  if (same.length === 0) return undefined
  const stated = same.flatMap(statedBy)
  const counting = stated.flatMap(eachCount)
  const articles = new Set(same.map(({ passage }) => passage.title))
  const topic = new Set(articles.size === 1 ? [...articles].flatMap((title) => terms(title, ours)) : [])
  for (const [at, part] of partsOf(words, ours).entries()) {
    const focus = focusOf(part, topic)
    if (focus.length === 0) continue
    const ranked = ranking(focus, stated)
    const fault =
      [part, ...piecesOf(part.text, ours), ...countsOf(part.text, ours).map((each) => clauseOf(each, ours))]
        .map((each) => countedBeside(each, ranking(uncounted(focusOf(each, topic)), counting), language, ours))
        .find(Boolean) ??
      (articles.size > 1 ? carriedApart(part, focus, stated, language) : undefined) ??
      labelledBeside(part, stated) ??
      ownedBeside(part, stated, ours) ??
      namedBeside(part, focus, stated, vocabulary, ours) ??
      (at > 0 && isAside(part) ? undefined : deniedOf(part, at === 0, focus, stated)) ??
      oppositeOf(part, ranked)
    if (fault) return fault
  }
  return undefined
}

interface Ranked {
  readonly each: Stated
  readonly near: number
}

function nearness(focus: readonly string[], statement: Clause): number {
  return focus.filter((term) => statement.terms.has(term)).length / focus.length
}

function ranking(focus: readonly string[], stated: readonly Stated[]): readonly Ranked[] {
  if (focus.length === 0) return []
  return stated.map((each) => ({ each, near: nearness(focus, each) })).sort((one, other) => other.near - one.near)
}

/** What a part says beyond the subject of its article; numbers are no words. */
function focusOf({ terms }: Clause, topic: ReadonlySet<string>): readonly string[] {
  const words = [...terms].filter((term) => !/^\d/.test(term))
  const own = words.filter((term) => !topic.has(term))
  return own.length > 0 ? own : words
}

/** A statement of several figures, as the statements of each. */
function eachCount(statement: Stated): readonly Stated[] {
  const { language } = statement.given.passage
  const halves = countsOf(statement.text, language)
  if (halves.length === 1) return [statement]
  return halves.map((half) => ({ ...statement, ...clauseOf(half, language), counted: readFigures(half, language), parts: [] }))
}

/** Without the words of units, which any figure has beside it. */
function uncounted(focus: readonly string[]): readonly string[] {
  return focus.filter((term) => !UNIT_STEMS.has(term))
}

const UNIT_STEMS = new Set(
  `jour semain mois an anne heur day week month year hour dia seman mes ano hor dolar dollar يوم اسبوع شهر سنه ساع دولار
  ouvrabl work habil canadiens كندي عمل`.split(/\s+/),
)
const TIME = new Set(['hour', 'day', 'workday', 'week', 'month', 'year'])
const kindOf = ({ unit }: Figure) => (unit === undefined ? undefined : TIME.has(unit) ? 'time' : unit)

/** A figure or a date that stands in one statement, beside the words of another one that has its own. */
function countedBeside(
  part: Clause,
  ranked: readonly Ranked[],
  language: string,
  ours: Language,
): Fault | undefined {
  const { figures, dates } = readFigures(part.text, language)
  const beside = (holds: (each: Stated) => boolean, rivals: (each: Stated) => boolean): boolean => {
    const holder = ranked.find(({ each }) => holds(each))
    const rival = ranked.find(({ each }) => rivals(each) && !holds(each) && !isWhole(each))
    const ahead = (rival?.near ?? 0) - (holder?.near ?? 0)
    return rival !== undefined && (rival.near >= ALIKE ? ahead >= NEARER : rival.near >= HALF && ahead >= FAR_NEARER)
  }
  /** What counts as the part itself counts elsewhere is no rival: the part says both. */
  const isWhole = ({ counted }: Stated) => figures.length > 1 && counted.figures.some((each) => isCounted(each, { ...counted, figures }))
  for (const figure of figures) {
    const kind = kindOf(figure)
    if (kind === undefined) continue
    const one = (each: Stated) => kind === 'time' && ONE_TIME[ours].test(each.text)
    const rivals = (each: Stated) => each.counted.figures.some((other) => kindOf(other) === kind) || one(each)
    if (beside((each) => isCounted(figure, each.counted), rivals))
      return { reason: 'figure', what: String(figure.value) }
  }
  for (const date of dates) {
    const rivals = (each: Stated) =>
      each.counted.dates.some((other) => Object.keys(date).every((key) => key in other))
    if (beside((each) => isTold(date, each.counted.dates), rivals))
      return { reason: 'date', what: Object.values(date).join('-') }
  }
  return undefined
}

/** A figure of one article, beside several words that only another one holds. */
function carriedApart(part: Clause, focus: readonly string[], stated: readonly Stated[], language: string): Fault | undefined {
  const counts = ({ counted }: Stated, figure: Figure) => counted.figures.length > 0 && isCounted(figure, counted)
  for (const figure of readFigures(part.text, language).figures) {
    const holders = new Set(stated.filter((each) => counts(each, figure)).map(({ given }) => given))
    if (holders.size === 0) continue
    const isApart = [...holders].every((holder) => {
      const own = holding(stated.filter(({ given }) => given === holder))
      const elsewhere = holding(stated.filter(({ given }) => given !== holder))
      return focus.filter((term) => !own.has(term) && elsewhere.has(term)).length > 1
    })
    if (isApart) return { reason: 'mixed', what: String(figure.value) }
  }
  return undefined
}

/** « Avocats : … » of a list, with what stands beside another label. */
function labelledBeside({ terms: own }: Clause, stated: readonly Stated[]): Fault | undefined {
  const labelled = stated.flatMap((each) => {
    const label = /^([^:]{3,60}?) ?:/u.exec(each.text)?.[1]
    return label && !saysNo(label, each.given.passage.language) ? [{ each, label: new Set(terms(label, each.given.passage.language)) }] : []
  })
  const valueOf = ({ each, label }: (typeof labelled)[number]) => [...each.terms].filter((term) => !label.has(term))
  const named = labelled.filter(({ label }) => label.size > 0 && [...label].every((term) => own.has(term)))
  if (named.length !== 1 || labelled.length < 2) return undefined
  const theirs = new Set(named.flatMap(({ each }) => [...each.terms]))
  const strange = labelled
    .filter((each) => !named.includes(each))
    .flatMap(valueOf)
    .filter((term) => own.has(term) && !theirs.has(term))
  return new Set(strange).size > 1 ? { reason: 'mixed', what: strange.join(' ') } : undefined
}

const ONLY: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})seule?s? (?:l['’]|le |la |les |un |une )?(\p{L}+)/iu,
  en: /\bonly (?:the |an? )(\w+)/i,
  es: /(?<!\p{L})solo (?:el|la|un|una) (\p{L}+)/iu,
  ar: /(?:ال)(\p{L}+)(?: المهنية)? وحدها?(?!\p{L})/u,
}

/** What only one may do, the sentence says of that one: « seul l'ordre reconnaît une équivalence ». */
function ownedBeside(part: Clause, stated: readonly Stated[], ours: Language): Fault | undefined {
  if (part.no) return undefined
  for (const each of stated) {
    const [found, owner = ''] = ONLY[ours].exec(each.text) ?? []
    const [who] = terms(owner, ours)
    if (found === undefined || who === undefined || part.terms.has(who)) continue
    const deeds = new Set(terms(each.text.slice(each.text.indexOf(found) + found.length), ours))
    const does = [...part.terms].filter((term) => deeds.has(term))
    const isOrder = terms(each.given.passage.title, ours).includes(who)
    if (does.length > 1 && !isOrder) return { reason: 'mixed', what: who }
  }
  return undefined
}

/** All terms of statements, with those of the titles above them. */
function holding(stated: readonly Stated[]): ReadonlySet<string> {
  const above = new Set(stated.map(({ given: { passage } }) => passage))
  const titles = [...above].flatMap(({ title, heading, language }) => terms(`${title} ${heading}`, language))
  return new Set([...titles, ...stated.flatMap((each) => [...each.terms])])
}

/** « un an » counts one, though « un » is an article more often than a number. */
const ONE_TIME: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:un an|une année|une semaine|un mois|un jour|une heure)\b/i,
  en: /\b(?:one|an?) (?:year|month|week|day|hour)\b/i,
  es: /\bun(?:a)? (?:año|mes|semana|día|hora)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:لسنة|سنة|شهر|أسبوع|يوم)(?: واحدة?)?(?!\p{L})/u,
}

/** A name that stands elsewhere in the passage, where the statement that says the rest names another one. */
function namedBeside(
  part: Clause,
  focus: readonly string[],
  stated: readonly Stated[],
  vocabulary: Held['vocabulary'],
  ours: Language,
): Fault | undefined {
  const names = namesIn(part.text, vocabulary)
  const inNames = new Set(names.flatMap((name) => [...clauseOf(name, ours).terms]))
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

/** What the passages deny of the same thing is not affirmed, nor the other way round. */
function deniedOf(part: Clause, isFirst: boolean, focus: readonly string[], stated: readonly Stated[]): Fault | undefined {
  for (const words of focus.length > 1 ? [focus, [...part.terms]] : [[...part.terms]]) {
    let [agrees, differs, what] = [0, 0, '']
    for (const each of stated) {
      for (const statement of [...each.parts, each]) {
        const share = nearness(words, statement)
        const isMixed = statement === each && each.parts.some(({ no }) => no !== each.no)
        if (isMixed && !(part.no && isFirst)) continue
        if (statement.no !== part.no && !isMixed) {
          if (share > differs && !statement.supposes && concerns(statement, part)) [differs, what] = [share, statement.text]
        } else if (part.no || !isSaying(statement)) agrees = Math.max(agrees, share)
      }
    }
    if (differs >= ALIKE && differs > agrees) return { reason: 'negation', what }
  }
  const verb = part.no ? undefined : POWERS.find((each) => each.test(part.text) && isOnlyDenied(each, part, stated))
  if (verb && !/\b(?:s'il|si|whether|if)\b|(?<!\p{L})هل(?!\p{L})/iu.test(part.text)) return { reason: 'negation' }
  const denied = part.no ? undefined : focus.find((term) => onlyDenied(term, part, focus, stated))
  return denied === undefined ? undefined : { reason: 'negation', what: denied }
}

function concerns({ without }: Clause, { terms }: Clause): boolean {
  return without === undefined || [...without].some((term) => terms.has(term))
}

/** What is denied of anything is not affirmed in the same breath: that it exists, that it binds, that it is let in. */
const POWERS: readonly RegExp[] = [
  /(?<!\p{L})(?:existe(?:nt)?|exists?|existen|existan|موجودة?)(?!\p{L})/iu,
  /(?<!\p{L})(?:oblige(?:nt)?|binds?|obliga|obligan|يُلزم|يلزم|تُلزم|تلزم)(?!\p{L})/iu,
  /(?<!\p{L})(?:accept[ée]e?s?|accepted|accepts?|aceptan?|acepta|تُ?قبل|يُ?قبل)(?!\p{L})/iu,
  /(?<!\p{L})(?:continue(?:nt)?|continues?|sigue|يستمر)(?!\p{L})/iu,
]

function isOnlyDenied(verb: RegExp, part: Clause, stated: readonly Stated[]): boolean {
  const spoken = stated
    .flatMap((each) => (each.parts.length > 0 ? each.parts : [each]))
    .filter((each) => verb.test(each.text) && !each.supposes && concerns(each, part))
  return spoken.length > 0 && spoken.every(({ no, text }) => no || /\b(?:si|whether|if)\b|هل/i.test(text))
}

/** Whether the passages speak of something of which a part speaks, and deny it wherever they do. */
function onlyDenied(term: string, part: Clause, focus: readonly string[], stated: readonly Stated[]): boolean {
  const spoken = stated.filter(({ terms }) => terms.has(term))
  const parts = spoken.flatMap((each) => (each.parts.length > 0 ? each.parts : [each])).filter((each) => each.terms.has(term))
  const isDenied = parts.length > 0 && parts.every((each) => each.no && !each.supposes && concerns(each, part))
  return isDenied && spoken.some((each) => nearness(focus, each) >= SPOKEN_OF)
}

/** « Avant » for « après », « en ligne » for « par la poste ». */
function oppositeOf(part: Clause, ranked: readonly Ranked[]): Fault | undefined {
  const [best] = ranked
  if (!best || best.near < ALIKE) return undefined
  const close = ranked.filter(({ near }) => near > best.near - NEARER).map(({ each }) => each.text)
  const what = oppositeIn(part.text, close)
  return what === undefined ? undefined : { reason: 'claim', what }
}
