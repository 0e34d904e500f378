import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { ALIKE, focusOf, NEARER, type Ranked, ranking } from './alike.ts'
import { type Clause, clauseOf, countsOf, piecesOf, type Stated } from './clauses.ts'
import { isTold } from './dates.ts'
import { type Figure, isCounted, readFigures } from './figures.ts'
import type { Fault } from './verified.ts'

/** Half of the words are enough to be taken for the same thing, where nothing else comes near. */
const HALF = 0.5
const FAR_NEARER = 0.25

/** A figure or a date that stands in one statement is not said in the words of another one that has its own. */
export function countedBeside(
  part: Clause,
  stated: readonly Stated[],
  topic: ReadonlySet<string>,
  language: Language,
): Fault | undefined {
  const counting = stated.flatMap(eachCount)
  const halves = countsOf(part.text, language).map((each) => clauseOf(each, language))
  return [part, ...piecesOf(part.text, language), ...halves]
    .map((each) => countedWith(each, ranking(uncounted(focusOf(each, topic)), counting), language))
    .find(Boolean)
}

/** A statement of several figures, as the statements of each. */
function eachCount(statement: Stated): readonly Stated[] {
  const { language } = statement.given.passage
  const halves = countsOf(statement.text, language)
  if (halves.length === 1) return [statement]
  return halves.map((half) => ({
    ...statement,
    ...clauseOf(half, language),
    counted: readFigures(half, language),
    parts: [],
  }))
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

function countedWith(part: Clause, ranked: readonly Ranked[], language: Language): Fault | undefined {
  const { figures, dates } = readFigures(part.text, language)
  const beside = (holds: (each: Stated) => boolean, rivals: (each: Stated) => boolean): boolean => {
    const holder = ranked.find(({ each }) => holds(each))
    const rival = ranked.find(({ each }) => rivals(each) && !holds(each) && !isWhole(each))
    const ahead = (rival?.near ?? 0) - (holder?.near ?? 0)
    return rival !== undefined && (rival.near >= ALIKE ? ahead >= NEARER : rival.near >= HALF && ahead >= FAR_NEARER)
  }
  /** What counts as the part itself counts elsewhere is no rival: the part says both. */
  const isWhole = ({ counted }: Stated) =>
    figures.length > 1 && counted.figures.some((each) => isCounted(each, { ...counted, figures }))
  for (const figure of figures) {
    const kind = kindOf(figure)
    if (kind === undefined) continue
    const one = (each: Stated) => kind === 'time' && ONE_TIME[language].test(each.text)
    const rivals = (each: Stated) => each.counted.figures.some((other) => kindOf(other) === kind) || one(each)
    if (beside((each) => isCounted(figure, each.counted), rivals))
      return { reason: 'figure', what: String(figure.value) }
  }
  for (const date of dates) {
    const rivals = (each: Stated) => each.counted.dates.some((other) => Object.keys(date).every((key) => key in other))
    if (beside((each) => isTold(date, each.counted.dates), rivals))
      return { reason: 'date', what: Object.values(date).join('-') }
  }
  return undefined
}

/** « un an » counts one, though « un » is an article more often than a number. */
const ONE_TIME: Readonly<Record<Language, RegExp>> = {
  fr: /\b(?:un an|une année|une semaine|un mois|un jour|une heure)\b/i,
  en: /\b(?:one|an?) (?:year|month|week|day|hour)\b/i,
  es: /\bun(?:a)? (?:año|mes|semana|día|hora)(?!\p{L})/iu,
  ar: /(?<!\p{L})(?:لسنة|سنة|شهر|أسبوع|يوم)(?: واحدة?)?(?!\p{L})/u,
}

/** A figure of one article is not said beside several words that only another one holds. */
export function carriedApart(
  part: Clause,
  focus: readonly string[],
  stated: readonly Stated[],
  language: Language,
): Fault | undefined {
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

/** All terms of statements, with those of the titles above them. */
function holding(stated: readonly Stated[]): ReadonlySet<string> {
  const above = new Set(stated.map(({ given: { passage } }) => passage))
  const titles = [...above].flatMap(({ title, heading, language }) => terms(`${title} ${heading}`, language))
  return new Set([...titles, ...stated.flatMap((each) => [...each.terms])])
}
