import type { Finding } from './personal.ts'
import { GIVEN_NAMES, NOT_A_NAME, PARTICLES, TITLES } from './personal-name-words.ts'
import { endsSentence, type Look, listOf, type Word, waysOf } from './personal-words.ts'

/** Names that are introduced: « je m'appelle … », `my name is …`, « je suis Docteur … », a signature, `the … account`. */
export function findNames(_message: string, words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; ) {
    look(1)
    const end = FINDERS.map((find) => find(words, at)).find((found) => found !== undefined)
    const first = words[at]
    const last = end === undefined ? undefined : words[end - 1]
    if (first && last && end !== undefined) {
      const normalised = words
        .slice(at, end)
        .map(({ plain }) => plain)
        .join(' ')
      findings.push({ start: first.start, end: last.end, kind: 'name', normalised })
      at = end
    } else at++
  }
  return findings
}

/** Where the name that begins at a word ends, or nothing where none begins there. */
type NameFinder = (words: readonly Word[], at: number) => number | undefined

const FINDERS: readonly NameFinder[] = [introduced, titled, known, slot, signed, ofAge]

/** Ways of introducing a name, as their words are folded; in each the name follows at once. */
const INTRODUCED = waysOf(`
  my name is, my name s, my full name is, my first name is, my last name is, my names are, the name is, her name is, his name is,
  their name is, husband s name is, wife s name is, friend s name is, client s name is, name s, i am called, i m called,
  people call me, je m appelle, je m apelle, je me nomme, je me prenomme, on m appelle, mon nom est, mon nom complet est,
  mon nom c est, mon nom de famille est, mon prenom est, mon prenom c est, son nom est, me llamo, mi nombre es,
  mi nombre completo es, mi apellido es, su nombre es, اسمي, اسمي هو, اسمي الكامل, اسمي الكامل هو, انا اسمي, ادعى`)

/** Ways of introducing that serve other things too: only a word with a capital is then a name. */
const PERHAPS_INTRODUCED = waysOf('moi c est, ici c est, this is, s appelle, se llama, soy yo, اسمها, اسمه')
const RELATIVE =
  listOf(`femme mari epouse epoux conjoint conjointe fils fille frere soeur mere pere ami amie client cliente collegue cousin cousine
  wife husband son daughter brother sister mother father friend esposa esposo marido hijo hija hermano hermana madre padre amigo amiga
  زوجتي زوجي ابني ابنتي أخي أختي صديقي صديقتي والدي والدتي`)

/** Labels of a form at the beginning of a line: `Name: …`, « Nom de famille : … ». */
const LABELS = waysOf(`
  my name, mon nom, mi nombre, name, full name, first name, last name, surname, nom, nom complet, nom de famille, prenom, nom et prenom, nombre, nombre completo,
  apellido, apellidos, الاسم, الاسم الكامل`)

function endsWith(words: readonly Word[], at: number, way: readonly string[]): boolean {
  return way.every((part, place) => {
    const word = words[at - way.length + place]
    return word?.plain === part && (place === 0 || !endsSentence(word.gap, undefined))
  })
}

function introduced(words: readonly Word[], at: number): number | undefined {
  const gap = words[at]?.gap ?? ''
  const labelled =
    LABELS.some((way) => endsWith(words, at, way) && beginsLine(words, at - way.length)) && /^ ?:/.test(gap)
  if (labelled) return isCapital(words[at]) || isGiven(words[at]) ? nameFrom(words, at) : undefined
  if (/[.!?؟\n]/.test(gap)) return undefined
  if (INTRODUCED.some((way) => endsWith(words, at, way))) return nameFrom(words, at)
  const perhaps = PERHAPS_INTRODUCED.find((way) => endsWith(words, at, way))
  const named = isCapital(words[at]) || isGiven(words[at]) || /^\p{Script=Arabic}/u.test(words[at]?.text ?? '')
  if (!perhaps || !named) return undefined
  const before = words[at - perhaps.length - 1]?.plain ?? ''
  const relative = /^(s|se|اسمها|اسمه)$/.test(perhaps[0] ?? '') && RELATIVE.has(before)
  return relative || isGiven(words[at]) ? nameFrom(words, at) : undefined
}

function beginsLine(words: readonly Word[], at: number): boolean {
  const first = words[at]
  return at === 0 || first === undefined || /\n|[.!?;,] ?$|- ?$/.test(first.gap)
}

const LONGEST_NAME = 5

/** The words of a name from its first one on: those with a capital, or one or two that are no words of ours. */
function nameFrom(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (!first || !/^\p{L}/u.test(first.text)) return undefined
  const shouted = first.text.length > 1 && first.text === first.text.toUpperCase()
  const arabic = /^\p{Script=Arabic}/u.test(first.text)
  const free = arabic || !isCapital(first) || shouted
  if (free && isWord(first)) return undefined
  if (isCapital(first) && !shouted && WRITTEN.has(first.plain)) return undefined
  const most = arabic || isCapital(first) ? LONGEST_NAME : 3
  let end = at + 1
  for (let next = words[end]; next && end - at < most; next = words[end]) {
    if (!/^( |-| ?- ?|['’]|\. )$/.test(next.gap) || (next.gap === '. ' && (words[end - 1]?.text.length ?? 9) > 2)) break
    const particle = PARTICLES.has(next.plain) && nameFollows(words, end + 1, free)
    if (
      !particle &&
      (free ? isWord(next) || (!arabic && !shouted && isCapital(next)) || /\d/.test(next.text) : !isCapital(next))
    )
      break
    if (!particle && next.gap !== '-' && isWord(next) && (free || WRITTEN.has(next.plain))) break
    end++
  }
  return end
}

/** Whether a name goes on after a particle, or two: « de la Durantaye ». */
function nameFollows(words: readonly Word[], at: number, free: boolean): boolean {
  const next = PARTICLES.has(words[at]?.plain ?? '') ? words[at + 1] : words[at]
  return next !== undefined && /^[ '’-]$/.test(next.gap) && (free ? !isWord(next) : isCapital(next))
}

/** What is said about a name rather than being one: « mon nom est mal écrit ». */
const WRITTEN = listOf('mal not pas different wrong misspelled missing on sur dans in diferente distinto no en')

function isWord(word: Word): boolean {
  if (NOT_A_NAME.has(word.plain)) return true
  return /^و/.test(word.plain) && NOT_A_NAME.has(word.plain.slice(1))
}

/** « على » is « on », though folding makes it the given name « علي ». */
function isGiven(word: Word | undefined): boolean {
  return word !== undefined && GIVEN_NAMES.has(word.plain) && word.text !== 'على'
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text)
}

const BEING = waysOf(`je suis, i am, i m, soy, soy el, soy la, moi c est, أنا, انا, معكم, أخوكم, أختكم`)
const SHOWING = waysOf(`c est, this is, here is, ici`)

/** « je suis Docteur Amélie Parsonne »: after a title, what has a capital is a name. */
function titled(words: readonly Word[], at: number): number | undefined {
  const title = words[at - 1]
  const first = words[at]
  if (!title || !first || !TITLES.has(title.plain) || !/^\.? $/.test(first.gap)) return undefined
  if (![...BEING, ...SHOWING].some((way) => endsWith(words, at - 1, way))) return undefined
  const arabic = /^\p{Script=Arabic}/u.test(first.text)
  if (isWord(first) || !(isCapital(first) || (arabic && isGiven(first)))) return undefined
  return nameFrom(words, at)
}

/** « je suis Marie Tremblay », « أنا محمد »: a given name that people know, and after it a family name. */
function known(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (!first || !isGiven(first) || first.gap !== ' ' || !BEING.some((way) => endsWith(words, at, way))) return undefined
  if (/^\p{Script=Arabic}/u.test(first.text)) return nameFrom(words, at)
  const next = words[at + 1]
  if (!isCapital(first)) return undefined
  const alone = !next || /^[,.!\n]/.test(next.gap)
  return alone ||
    (isCapital(next) && /^[ -]$/.test(next.gap)) ||
    /^(et|and|y|from|de|du|i|je|soy|a|an|une|un|la|una)$/.test(next.plain)
    ? nameFrom(words, at)
    : undefined
}

const FILE_OF = waysOf(`
  dossier de, compte de, demande de, au nom de, file of, file for, account of, account for, case of, application of, application for,
  claim for, certificate for, behalf of, expediente de, nombre de, cuenta de, solicitud de, ملف, حساب, طلب`)
const FILE = listOf('account file case application claim certificate permit visa status pension payment refund')

/** A person's file: `the Brian Martin Johnson account`, `Mary Jones's application`, « le dossier de Marie Tremblay ». */
function slot(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (!first || !isGiven(first) || (at > 0 && first.gap !== ' ')) return undefined
  const end = nameFrom(words, at)
  if (end === undefined || end - at < 2) return undefined
  const before = words[at - 1]?.plain ?? ''
  const after = words[end]
  const possessive = after?.plain === 's' && /^['’]$/.test(after.gap) && FILE.has(words[end + 1]?.plain ?? '')
  const named = before === 'the' && FILE.has(after?.plain ?? '')
  return (isCapital(first) && (named || possessive)) || FILE_OF.some((way) => endsWith(words, at, way))
    ? end
    : undefined
}

const CLOSING = waysOf(`
  merci, merci beaucoup, merci d avance, thanks, thank you, regards, best regards, kind regards, cordialement, bien cordialement,
  sincerely, yours truly, salutations, bien a vous, atentamente, saludos, gracias, signe, signed, تحياتي, شكرا, مع تحياتي`)
const LETTER_END = listOf(
  'regards cordialement sincerely truly salutations vous atentamente saludos signe signed تحياتي',
)

const SIGNED = listOf('signed signe')

/** The signature that ends a message. */
function signed(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (!first || words.length - at > 4) return undefined
  const apart = /^[,.!]? ?[,\n-] ?$/.test(first.gap) || (first.gap === ' ' && SIGNED.has(words[at - 1]?.plain ?? ''))
  if (!apart) return undefined
  if (!CLOSING.some((way) => endsWith(words, at, way))) return undefined
  const end = nameFrom(words, at)
  if (end !== words.length || !(isCapital(first) || isGiven(first))) return undefined
  return isGiven(first) || LETTER_END.has(words[at - 1]?.plain ?? '') ? end : undefined
}

const AGE = listOf('عمري ابلغ أبلغ مواليد')
const ORIGIN = listOf('من انا أنا رقم هاتف رقمي هاتفي مقيم مقيمة')

/** A message that begins with a name and then an age or an origin, as it is done in Arabic: « عبد الناصر … عمري 33 ». */
function ofAge(words: readonly Word[], at: number): number | undefined {
  const first = words[at]
  if (at > 2 || !first || !isGiven(first) || !/^\p{Script=Arabic}/u.test(first.text)) return undefined
  for (let end = at + 1; end <= at + 5; end++) {
    const word = words[end]
    if (!word || !/^[ ,،]+$/.test(word.gap)) return undefined
    if (end > at + 1 && (AGE.has(word.plain) || ORIGIN.has(word.plain))) return end
    if (isWord(word)) return undefined
  }
  return undefined
}
