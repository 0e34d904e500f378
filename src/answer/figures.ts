import type { Language } from '../language/languages.ts'
import { fold, isStopWord, stem } from '../language/text.ts'
import { type PartialDate, readDates } from './dates.ts'
import { withDigits } from './spelled-numbers.ts'

/** A figure, with what it counts as far as the words beside it tell. */
export interface Figure {
  readonly value: number
  /** `$`, `€`, `%`, a unit of time, `workday`, `person`. */
  readonly unit?: string
  /** « par semaine » */
  readonly per?: string
  /** « jusqu'à », « au moins » */
  readonly bound?: 'most' | 'least'
  /** The stem of the word that follows, where there is no unit. */
  readonly noun?: string
}

/** All that a text counts or dates. */
export interface Counted {
  readonly figures: readonly Figure[]
  readonly dates: readonly PartialDate[]
  readonly ambiguous: readonly string[]
  /** Letters and digits in one word, such as a code: they are compared as they stand. */
  readonly codes: readonly string[]
}

/** A text as figures are read in it: digits of every script in one, folded, without marks of direction. */
export function forFigures(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u066b\u060c\u066c\u066a]/g, (mark) => MARKS[mark] ?? mark)
  return fold(plain)
    .replace(/\s/g, ' ')
    .replace(/(?<=\p{Script=Arabic})(?=\d)/gu, ' ')
}

const MARKS: Readonly<Record<string, string>> = { '\u066b': '.', '\u066c': ',', '\u060c': ', ', '\u066a': '%' }

/** The decimal digits of a script follow one another from its zero (Unicode, 4.6). */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 48
  if (point < 128) return digit
  let zero = point
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((point - zero) % 10)
}

const TIMES: readonly (readonly [string, string])[] = [
  [
    'day',
    '(?:calendar )?days?|jours?(?: civils?| calendaires?)?|journees?|dias?(?: naturales)?|يوم|ايام|يوما|dia|день|дні|днів|dias',
  ],
  ['week', 'semaines?|weeks?|semanas?|اسبوع|اسابيع|اسبوعا'],
  ['month', 'mois|months?|mes|meses|شهر|اشهر|شهور|شهرا'],
  ['year', 'ans?|annees?|years?|anos?|سنه|سنوات|سنين|عام|اعوام|عاما'],
  ['hour', 'heures?|hours?|horas?|ساعه|ساعات'],
  ['minute', 'minutes?|minutos?|دقيقه|دقايق'],
]
const UNITS: readonly (readonly [string, RegExp])[] = [
  ['us$', /^\s*(?:de |of )?(?:us\s?\$|\$\s?us|usd|dollars? americains?|american dollars?|us dollars?)/],
  [
    '$',
    /^\s*(?:de |d'|of )?(?:\$|cad(?!\p{L})|dollars?(?!\p{L})|dolares|dolar(?!\p{L})|دولار\p{L}*|加元|долар\p{L}*)/u,
  ],
  ['€', /^\s*(?:d'|of |de )?(?:€|eur(?:os?)?(?!\p{L})|يورو)/u],
  ['%', /^\s*(?:%|pour ?cent|per ?cent|por ?ciento|في الميه|بالميه|في المايه|بالمايه)/],
  [
    'workday',
    /^[\s-]*(?:(?:jours?|days?|dias?) (?:ouvrables?|habiles|laborables)|(?:working|business)[\s-]days?|(?:يوم|ايام) عمل)(?!\p{L})/u,
  ],
  ...TIMES.map(([unit, words]) => [unit, new RegExp(`^[\\s-]*(?:${words})(?!\\p{L})`, 'u')] as const),
]
const PER = [...TIMES, ['person', 'personnes?|person|persona|شخص'] as const].map(
  ([unit, words]) =>
    [
      unit,
      new RegExp(
        `^[^\\d.;:!?]{0,12}?(?:\\bpar |\\ba |\\ban |\\bper |\\bpor |\\bal? |\\beach |\\bevery |\\bl'|\\bla |/ ?|في ال|في |كل |لكل |لل)(?:${words})(?!\\p{L})`,
        'u',
      ),
    ] as const,
)
const EACH: readonly (readonly [string, RegExp])[] = [
  ['day', /^[^.;:!?\d]{0,14}?(?:quotidien|daily|diari[oa]s?|يوميا)/],
  ['week', /^[^.;:!?\d]{0,14}?(?:hebdomadaire|weekly|semanal|اسبوعيا)/],
  ['month', /^[^.;:!?\d]{0,14}?(?:mensuel|monthly|mensual|شهريا)/],
  ['year', /^[^.;:!?\d]{0,14}?(?:annuel|yearly|annual|anual|سنويا)/],
]
/** « 141 $ par diplôme » */
const PER_THING =
  /^(?: canadien(?:ne)?s?| canadian| canadienses)? ?(?:par|per|por|for each|for every|pour chaque|لكل) (\p{L}{4,})/u
const AT_MOST_BEFORE =
  /(?:jusqu'a|jusqu'|atteindre|maximum(?: de)?|au plus|plafond de|(?<!pas )moins de|up to|as much as|reach|at most|no more than|(?<!no |not )less than|under|maximum(?: of)?|hasta|llegar a|alcanzar|como maximo|maximo(?: de)?|(?<!no )menos de|حتي|اقصاه|بحد اقصي|[يت]صل الي|اقل من)\s*(?:un |une |a |de |los |las )?[$€]?\s*$/
const AT_LEAST_BEFORE =
  /(?:au moins|pas moins de|minimum(?: de)?|plus de|a partir de|des|at least|no less than|not less than|minimum(?: of)?|more than|over|from|al menos|no menos de|como minimo|minimo(?: de)?|mas de|على الاقل|علي الاقل|اكثر من|لا يقل عن)\s*(?:un |une |a |de |los |las )?[$€]?\s*$/
const AT_MOST_AFTER =
  /^[^.;:!?\d]{0,22}?(?:au maximum|au plus|maximum|at most|or less|or fewer|or younger|or under|ou moins|como maximo|o menos|فاقل|او اقل|كحد اقصي|علي الاكثر)/
const AT_LEAST_AFTER =
  /^[^.;:!?\d]{0,22}?(?:ou plus|au moins|minimum|or more|or older|at least|o mas|como minimo|فاكثر|او اكثر|علي الاقل|كحد ادني)/

const NUMBER =
  /(?<![\p{L}\d.,])\d+(?:[ '’,.]\d{3})*(?:[.,]\d+)?(?![\p{L}\d])|(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?=[kmh]?\$|[km]\b|er\b|e\b|st\b|nd\b|rd\b|th\b)/gu
const CODE = /(?<![\p{L}\d])(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d]+(?:-[\p{L}\d]+)*(?![\p{L}\d])/gu
const ORDINAL = /^\d+(?:er|ere|e|eme|nd|nde|st|rd|th|h|k|m|ه)$/

/** « Un des deux » counts one. */
const ONE_OF_TWO =
  /\b(?:un|une|one|uno|una)(?: seule?| single)? (?:des|de ces|of the|of these|de los|de las) (?:deux|two|dos)\b/g

/** Reads what a text counts and dates; numbers are written as its language writes them. */
export function readFigures(text: string, language: string): Counted {
  const ours = (['fr', 'en', 'es', 'ar'] as const).find((each) => each === language)
  const { dates, ambiguous, rest } = readDates(forFigures(text), language)
  const words = ours ? withDigits(rest.replace(ONE_OF_TWO, ' '), ours) : rest
  const figures: Figure[] = []
  for (const match of words.matchAll(NUMBER)) {
    for (const value of valuesOf(match[0], language)) {
      figures.push(figureAt(words, match.index, match.index + match[0].length, value, ours))
    }
  }
  const codes = (words.match(CODE) ?? []).filter((code) => !ORDINAL.test(code))
  return { figures, dates, ambiguous, codes }
}

function figureAt(words: string, from: number, to: number, value: number, language: Language | undefined): Figure {
  const before = words.slice(Math.max(0, from - 40), from)
  let after = words.slice(to, to + 60)
  const scale = /^\s?(k|m)(?=\s?\$|\b)/.exec(after)
  if (scale) after = after.slice(scale[0].length)
  const whole = scale ? value * (scale[1] === 'k' ? 1000 : 1_000_000) : value
  const sign = /(us)?([$€])\s*$/.exec(before)
  const [unit, length] = sign ? [`${sign[1] ?? ''}${sign[2]}`, 0] : unitAfter(after)
  const beyond = after.slice(length)
  const per =
    unit === undefined
      ? undefined
      : ((PER.find(([, pattern]) => pattern.test(beyond)) ?? EACH.find(([, pattern]) => pattern.test(beyond)))?.[0] ??
        (unit.endsWith('$') || unit === '€' ? PER_THING.exec(beyond)?.[1] : undefined))
  const bound =
    AT_MOST_BEFORE.test(before) || AT_MOST_AFTER.test(beyond)
      ? 'most'
      : AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(beyond)
        ? 'least'
        : undefined
  const noun = unit === undefined && language ? nounAfter(after, language) : undefined
  return {
    value: whole,
    ...(unit ? { unit } : {}),
    ...(per ? { per } : {}),
    ...(bound ? { bound } : {}),
    ...(noun ? { noun } : {}),
  }
}

function unitAfter(after: string): readonly [string | undefined, number] {
  for (const [unit, pattern] of UNITS) {
    const match = pattern.exec(after)
    if (match) return [unit, match[0].length]
  }
  return [undefined, 0]
}

function nounAfter(after: string, language: Language): string | undefined {
  const [, word = ''] = /^\s+(?:de |d'|of )?(\p{L}{3,})/u.exec(after) ?? []
  return word && !isStopWord(word, language) ? stem(word, language) : undefined
}

/** A number as its language writes it: « 1,500 » is fifteen hundred in English, and one and a half in French. */
function valuesOf(written: string, language: string): readonly number[] {
  const compact = written.replace(/[ '’]/g, '')
  const dots = compact.split('.').length - 1
  const commas = compact.split(',').length - 1
  const asPoint = (mark: ',' | '.') => [Number(compact.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.'))]
  if (dots + commas === 0) return /^\d{1,3}(?: \d{3})+$/.test(written) ? [Number(compact)] : groupsApart(written)
  if (dots && commas) return asPoint(compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',')
  const mark = dots ? '.' : ','
  if (Math.max(dots, commas) > 1) return [Number(compact.replaceAll(mark, ''))]
  const groupMark = ['en', 'ar', 'zh', 'ja', 'ko', 'hi'].includes(language) ? ',' : '.'
  const isGroup = mark === groupMark && /^\d{1,3}[.,]\d{3}$/.test(compact)
  return isGroup ? [Number(compact.replace(mark, ''))] : asPoint(mark)
}

function groupsApart(written: string): readonly number[] {
  return written.split(/[ '’]/).map(Number)
}

/** Whether a figure stands in what was counted, of the same thing. */
export function isCounted(figure: Figure, counted: Counted): boolean {
  const same = counted.figures.filter(({ value }) => value === figure.value)
  const fitting = same.filter(
    (other) =>
      (figure.unit === undefined || figure.unit === other.unit) &&
      (figure.per === undefined || figure.per === other.per) &&
      (figure.bound === undefined || other.bound === undefined || figure.bound === other.bound),
  )
  if (figure.unit === '$' && figure.bound === undefined && fitting.length) return fitting.some(({ bound }) => !bound)
  if (figure.unit === undefined && figure.noun !== undefined) {
    const ofThat = counted.figures.filter(({ noun }) => noun === figure.noun)
    if (ofThat.length) return ofThat.some((other) => fitting.includes(other))
  }
  if (fitting.length) return true
  return figure.unit === undefined && counted.dates.some((date) => Object.values(date).includes(figure.value))
}
