import { isTold } from './dates.ts'
import { type Counted, isCounted, readFigures } from './figures.ts'
import { type Given, SLOT, wordsOf } from './ground.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import type { Fault, Held, Reason, Seen } from './verified.ts'
import { lettersOf } from './verify-beside.ts'

const countedIn = new WeakMap<Given, Counted>()

/** The figures of a given passage, read once. */
function countedOfGiven(given: Given): Counted {
  const known = countedIn.get(given) ?? readFigures(wordsOf(given), given.passage.language)
  countedIn.set(given, known)
  return known
}

/** Every figure, date and code must stand in a cited passage that also holds the sentence's names. */
export function countedOf({ words, cited }: Seen, { language, vocabulary }: Held): Fault | undefined {
  const { figures, dates, ambiguous, codes } = readFigures(words, language)
  const [doubtful] = ambiguous
  if (doubtful) return { reason: 'date', what: doubtful }
  const names = namesIn(words, vocabulary)
  const all = cited.map((given) => ({ counted: countedOfGiven(given), said: forNames(wordsOf(given)), given }))
  const holding = (test: (each: (typeof all)[number]) => boolean, reason: Reason, what: string): Fault | undefined => {
    const holders = all.filter(test)
    if (holders.length === 0) return { reason, what }
    const known = names.filter((name) => all.some(({ said }) => isNamed(name, said)))
    return holders.some(({ said }) => known.every((name) => isNamed(name, said)))
      ? undefined
      : { reason: 'mixed', what }
  }
  for (const figure of figures) {
    const fault = holding(({ counted }) => isCounted(figure, counted), 'figure', String(figure.value))
    if (fault) return fault
  }
  for (const date of dates) {
    const fault = holding(({ counted }) => isTold(date, counted.dates), 'date', Object.values(date).join('-'))
    if (fault) return fault
  }
  for (const code of codes) {
    const fault = holding(({ said }) => isNamed(code, said), 'code', code)
    if (fault) return fault
  }
  return undefined
}

/** Every name must stand in a cited passage; a telephone or a link goes only with the names that stand beside it. */
export function namesOf({ text, words, cited }: Seen, { language, vocabulary }: Held): Fault | undefined {
  const carried = cited.map((given) => [wordsOf(given), ...lettersOf(wordsOf(given), given)].join('\n'))
  const said = forNames(carried.join('\n'))
  const names = namesIn(words, vocabulary)
  const strange = names.find((name) => !isNamed(name, said))
  if (strange) return { reason: 'name', what: strange }
  if (language === 'ar') {
    const unknown = words
      .split(/[^\p{L}\p{M}]+/u)
      .find(
        (word) =>
          word.length > 2 &&
          !ANYWHERE.has(forNames(word)) &&
          !vocabulary.isKnown(forNames(word)) &&
          !isNamed(word, said),
      )
    if (unknown) return { reason: 'name', what: unknown }
  }
  for (const [, token = ''] of text.matchAll(SLOT)) {
    const beside = cited.flatMap(({ passage, blocks }) =>
      blocks
        .filter(({ slots }) => slots.includes(token))
        .map(({ plain }) => `${passage.title}\n${passage.heading}\n${plain}`),
    )
    if (!beside.some((block) => names.every((name) => isNamed(name, forNames(block))))) {
      return { reason: 'mixed', what: token }
    }
  }
  return undefined
}

/** Words that any Arabic sentence may hold, whatever the articles say. */
const ANYWHERE = new Set(
  `يقوم تقوم يقومون مثلا كذلك ايضا لذلك لذا بالتالي وبالتالي هكذا فقط تماما اولا ثانيا اخيرا حاليا ولكن لكنه لكنها
  بينما كما عموما عاده تقريبا حوالي`.split(/\s+/),
)
