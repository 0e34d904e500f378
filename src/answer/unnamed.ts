import { fold } from '../language/text.ts'
import { redact, TAKEN_OUT } from './personal.ts'
import { GIVEN_NAMES } from './personal-name-words.ts'

/** A word with a capital, and several of them with the small words that may stand between the parts of a name. */
const NAME = String.raw`\p{Lu}[\p{L}'’-]+`
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME}(?: (?:(?:de|du|da|del|la|le|van|von|el|al|ben|bin) ){0,2}${NAME})*`,
  'gu',
)
const OF_A_RELATIVE = new RegExp(
  String.raw`(?<!\p{L})((?:mari|femme|époux|épouse|conjointe?|fils|fille|frère|s(?:œ|oe)ur|mère|père|amie?|collègue|cousine?|husband|wife|son|daughter|brother|sister|mother|father|friend|esposo|esposa|marido|hijo|hija|hermano|hermana|madre|padre|amigo|amiga),? )${NAME}(?: ${NAME})*`,
  'gu',
)
const ARABIC_RUN = /\p{Script=Arabic}+(?: \p{Script=Arabic}+)+/gu

/** Digits that belong together: five or more, however they are grouped. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d(?:[\s./-]?\d){4,}/gu
const YEARS = /^(19|20)\d\d ?[-/] ?(19|20)\d\d$/
const MONEY = /^\s?(\$|€|dollars|piastres|euros|dólares|دولار)/u

/**
 * A question as it may be kept apart from its conversation: beside what redaction takes out (here what is public too),
 * long numbers and names that it let pass. Rather a word too many than a name.
 */
export function unnamed(words: string): string {
  return redact(words)
    .text.replace(LONG_NUMBER, (number, at: number, whole: string) => {
      const isAmount = MONEY.test(whole.slice(at + number.length)) && number.replace(/\D/g, '').length <= 6
      return isAmount || YEARS.test(number) ? number : TAKEN_OUT
    })
    .replace(OF_A_RELATIVE, `$1${TAKEN_OUT}`)
    .replace(RUN, withoutName)
    .replace(ARABIC_RUN, withoutArabicName)
}

/** From the first given name on, words with capitals are a name: « Marie Tremblay », and not « Ordre des ingénieurs ». */
function withoutName(run: string): string {
  const words = run.split(' ')
  const from = words.findIndex((word, at) =>
    word.split(/[-'’]/).some((part) => isGiven(part) && (!ORDINARY.has(fold(part)) || words[at + 1] !== undefined)),
  )
  return from < 0 ? run : [...words.slice(0, from), TAKEN_OUT].join(' ')
}

/** A given name that is also an ordinary word, alone at the beginning of a sentence: « Grâce à … ». */
const ORDINARY = new Set(['grace', 'said', 'max', 'mark'])

/** Without capitals, two given names side by side are a name. */
function withoutArabicName(run: string): string {
  const words = run.split(' ')
  return words
    .map((word, at) => (isGiven(word) && (isGiven(words[at - 1]) || isGiven(words[at + 1])) ? TAKEN_OUT : word))
    .join(' ')
}

/** « على » is « on », though folding makes it the given name « علي ». */
function isGiven(word: string | undefined): boolean {
  return word !== undefined && word !== 'على' && GIVEN_NAMES.has(fold(word))
}
