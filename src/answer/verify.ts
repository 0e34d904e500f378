import type { Language } from '../language/languages.ts'
import { isLanguage } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { claimsIn, saysNo } from './claims.ts'
import { isTold } from './dates.ts'
import { type Counted, isCounted, readFigures } from './figures.ts'
import { type Forbidden, forbiddenIn } from './forbidden.ts'
import { type Given, type Ground, SLOT, wordsOf } from './ground.ts'
import { instructs } from './instructs.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import { findPersonal } from './personal.ts'
import { typedIn } from './typed.ts'
import type { Vocabulary } from './vocabulary.ts'
import { isOtherLanguage } from './written-in.ts'

/** A sentence as a model wrote it, with the tokens of the passages that it says it rests on. */
export interface Drafted {
  readonly text: string
  readonly passages: readonly string[]
}

/** Why a sentence is dropped. */
export type Reason =
  | 'form'
  | 'too-many'
  | 'echo'
  | 'prompt-leak'
  | 'no-citation'
  | 'unknown-passage'
  | 'unknown-token'
  | 'typed-link'
  | 'typed-phone'
  | 'typed-email'
  | 'address'
  | 'personal'
  | 'other-language'
  | Forbidden
  | 'figure'
  | 'date'
  | 'code'
  | 'name'
  | 'mixed'
  | 'claim'
  | 'negation'
  | 'unsupported'

export interface Kept extends Drafted {
  readonly given: readonly Given[]
}
export interface Dropped {
  readonly sentence: string
  readonly reason: Reason
  /** The word, figure or name that no passage holds. */
  readonly what?: string
}
export interface Verified {
  readonly kept: readonly Kept[]
  readonly dropped: readonly Dropped[]
}

export interface Held {
  readonly ground: Ground
  /** The language that the sentences must be in, and that of the passages. */
  readonly language: string
  readonly vocabulary: Vocabulary
  /** What the person wrote, and our instructions: neither may come back. */
  readonly question: string
  readonly instructions: string
}

/** At most so many sentences, of so many characters. */
export const MOST_SENTENCES = 5
const LONGEST = 420
/** So many words in a row are no coincidence. */
const SHINGLE = 8
/** The share of a sentence's words that its passages hold. */
const SUPPORT = 0.5

/**
 * Holds sentences to the text: what no cited passage carries is dropped, by name. Pure; trusts nothing of what a model
 * wrote. A passage in another language than the sentence's carries figures, dates and names, not its words.
 */
export function verify(drafted: readonly Drafted[], held: Held): Verified {
  const kept: Kept[] = []
  const dropped: Dropped[] = []
  for (const sentence of drafted.flatMap(apart)) {
    const fault = kept.length === MOST_SENTENCES ? { reason: 'too-many' as const } : faultOf(sentence, held)
    if (fault) dropped.push({ sentence: sentence.text, ...fault })
    else kept.push({ ...sentence, given: citedBy(sentence, held.ground) })
  }
  return { kept, dropped }
}

/** Whether what is left of a draft still answers: its first sentence stands, most of it does, and nothing was an attack. */
export function stillAnswers(drafted: readonly Drafted[], { kept, dropped }: Verified): boolean {
  const [first] = drafted.flatMap(apart)
  const attacked = dropped.some(({ reason }) => reason === 'echo' || reason === 'prompt-leak')
  return kept.length > 0 && kept[0]?.text === first?.text && kept.length >= dropped.length && !attacked
}

/** What is written as one sentence is taken for as many as it is. */
function apart({ text, passages }: Drafted): Drafted[] {
  return text
    .replace(/[*_`]+/g, '')
    .split(/(?<=[.!?؟。！？])\s+(?=[\p{Lu}\p{Script=Arabic}\p{Script=Han}])/u)
    .map((each) => ({ text: each.replace(/\s+/g, ' ').trim(), passages }))
    .filter((each) => each.text !== '')
}

interface Fault {
  readonly reason: Reason
  readonly what?: string
}

function citedBy({ passages }: Drafted, { given }: Ground): readonly Given[] {
  return given.filter(({ token }) => passages.includes(token))
}

/** The checks, in order; the first fault found names the reason. */
function faultOf(sentence: Drafted, held: Held): Fault | undefined {
  const { ground } = held
  const cited = citedBy(sentence, ground)
  const seen: Seen = { text: sentence.text, words: withWords(sentence.text, ground), cited }
  return (
    formOf(seen) ??
    comesBack(seen, held) ??
    citationOf(sentence, ground) ??
    slotsOf(seen) ??
    typedOf(seen) ??
    personalOf(seen) ??
    languageOf(seen, held) ??
    forbiddenOf(seen, held) ??
    countedOf(seen, held) ??
    namesOf(seen, held) ??
    (isLanguage(held.language) ? meaningOf(seen, held.language) : undefined)
  )
}

interface Seen {
  readonly text: string
  /** With the words of links in place of their tokens. */
  readonly words: string
  readonly cited: readonly Given[]
}

/** A sentence with the words of its links in place of tokens, and nothing where telephones will stand. */
export function withWords(text: string, { slots }: Ground): string {
  return text
    .replace(SLOT, (_, token: string) => slots.get(token)?.words ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function formOf({ text, words }: Seen): Fault | undefined {
  const bare = text.replace(SLOT, '')
  if (text.length > LONGEST || !/\p{L}/u.test(words)) return { reason: 'form' }
  if (/[<>{}|\\#~^]|\p{Cc}|\p{Co}|\[●|●|\n/u.test(bare)) return { reason: 'form' }
  if (/[\u200b-\u200d\u2060\ufeff\u202a-\u202e]|[\u{e0000}-\u{e007f}]/u.test(bare)) return { reason: 'form' }
  const mixed = words
    .split(/[^\p{L}\p{M}]+/u)
    .find((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))
  if (mixed) return { reason: 'form', what: mixed }
  const run = words.split(/\s+/).find((word) => word.length > 38)
  return run ? { reason: 'form', what: run } : undefined
}

function comesBack({ words, cited }: Seen, { instructions, question }: Held): Fault | undefined {
  if (instructs(words)) return { reason: 'echo' }
  const said = forNames(words)
  const shingles = shinglesOf(said)
  const ours = forNames(instructions)
  if (shingles.some((each) => ours.includes(each))) return { reason: 'prompt-leak' }
  const asked = forNames(question)
  const carried = cited.map((given) => forNames(wordsOf(given))).join(' ')
  const echoed = shingles.find((each) => asked.includes(each) && !carried.includes(each))
  return echoed ? { reason: 'echo', what: echoed } : undefined
}

function shinglesOf(said: string): string[] {
  const words = said.split(' ')
  return words.slice(0, Math.max(0, words.length - SHINGLE + 1)).map((_, at) => words.slice(at, at + SHINGLE).join(' '))
}

function citationOf({ passages }: Drafted, { given }: Ground): Fault | undefined {
  if (passages.length === 0) return { reason: 'no-citation' }
  const unknown = passages.find((token) => !given.some((each) => each.token === token))
  return unknown === undefined ? undefined : { reason: 'unknown-passage', what: unknown }
}

/** A token must stand in a cited passage; what looks like one and is none is unknown as well. */
function slotsOf({ text, cited }: Seen): Fault | undefined {
  const stands = (token: string) => cited.some(({ blocks }) => blocks.some(({ slots }) => slots.includes(token)))
  const unknown = [...text.matchAll(SLOT)].map(([, token = '']) => token).find((token) => !stands(token))
  if (unknown) return { reason: 'unknown-token', what: unknown }
  const left = /\{+[^}]*\}*|\[?\[[^\]]*\]\]?|(?<![\p{L}\d])[LTEP]\d{1,2}(?![\p{L}\d])/u.exec(text.replace(SLOT, ' '))
  return left ? { reason: 'unknown-token', what: left[0] } : undefined
}

function typedOf({ text }: Seen): Fault | undefined {
  const bare = text.replace(SLOT, ' ')
  const typed = typedIn(bare)
  return typed ? { reason: typed.kind, what: typed.what } : undefined
}

/** The language of a sentence is that of its own words: official names of the passages stand in it in theirs. */
function languageOf({ text, cited }: Seen, { language }: Held): Fault | undefined {
  const carried = forNames(cited.map(wordsOf).join('\n'))
  const bare = text.replace(SLOT, ' ')
  const own = bare.replace(NAME_RUN, (run) => {
    const words = run.split(' ')
    for (let length = words.length; length > 0; length--) {
      if (isNamed(words.slice(0, length).join(' '), carried)) return words.slice(length).join(' ')
    }
    return run
  })
  const left = own.match(/\p{L}/gu)?.length ?? 0
  const scarce = left < (bare.match(/\p{L}/gu)?.length ?? 0) / 4
  return isOtherLanguage(scarce ? bare : own, language) ? { reason: 'other-language' } : undefined
}

/** A word with a capital, and what follows it up to a mark. */
const NAME_RUN = /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}\d'’-]*(?: [\p{Script=Latin}\d'’-]+)*/gu

const PERSONAL: Readonly<Record<string, Reason>> = {
  phone: 'typed-phone',
  email: 'typed-email',
  street: 'address',
  'postal-code': 'address',
  name: 'name',
}

/** What looks like a personal stretch must stand in a passage: a public address does. */
function personalOf({ words, cited }: Seen): Fault | undefined {
  const found = findPersonal(words)
  if (found.length === 0) return undefined
  const carried = cited.map(wordsOf).join('\n')
  const theirs = new Set(findPersonal(carried).map(({ normalised }) => normalised))
  const strange = found.find(
    ({ normalised, start, end }) => !theirs.has(normalised) && !isNamed(words.slice(start, end), forNames(carried)),
  )
  return strange && { reason: PERSONAL[strange.kind] ?? 'personal', what: words.slice(strange.start, strange.end) }
}

function forbiddenOf({ words }: Seen, { language }: Held): Fault | undefined {
  const forbidden = forbiddenIn(words, language)
  return forbidden && { reason: forbidden }
}

const countedIn = new WeakMap<Given, Counted>()

/** The figures of a given passage, read once. */
function countedOfGiven(given: Given): Counted {
  const known = countedIn.get(given) ?? readFigures(wordsOf(given), given.passage.language)
  countedIn.set(given, known)
  return known
}

/** Every figure, date and code must stand in a cited passage that also holds the sentence's names. */
function countedOf({ words, cited }: Seen, { language, vocabulary }: Held): Fault | undefined {
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
function namesOf({ text, words, cited }: Seen, { language, vocabulary }: Held): Fault | undefined {
  const said = forNames(cited.map(wordsOf).join('\n'))
  const names = namesIn(words, vocabulary)
  const strange = names.find((name) => !isNamed(name, said))
  if (strange) return { reason: 'name', what: strange }
  if (language === 'ar') {
    const unknown = words
      .split(/[^\p{L}\p{M}]+/u)
      .find((word) => word.length > 2 && !vocabulary.isKnown(forNames(word)) && !isNamed(word, said))
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

/** What the words say, as far as words tell: claims, a yes or a no, and whether the passages speak of it at all. */
function meaningOf({ words, cited }: Seen, language: Language): Fault | undefined {
  const same = cited.filter(({ passage }) => passage.language === language)
  if (same.length === 0) return undefined
  const carried = same.map(wordsOf).join('\n')
  const theirs = claimsIn(carried)
  const claim = [...claimsIn(words)].find((each) => !theirs.has(each))
  if (claim) return { reason: 'claim', what: claim }
  const own = [...new Set(terms(words, language))]
  if (own.length === 0) return { reason: 'unsupported' }
  const all = new Set(terms(carried, language))
  const missing = own.filter((each) => !all.has(each))
  if (missing.length > own.length * (1 - SUPPORT)) return { reason: 'unsupported', what: missing.join(' ') }
  const [best] = carried
    .split(/(?<=[.!?؟])\s+|\n/)
    .filter((sentence) => !/[?؟]\s*$/.test(sentence))
    .map((sentence) => {
      const held = new Set(terms(sentence, language))
      return { sentence, shared: own.filter((each) => held.has(each)).length / own.length }
    })
    .sort((one, other) => other.shared - one.shared)
  const no = saysNo(words, language)
  if (best && best.shared >= ALIKE && saysNo(best.sentence, language) !== no)
    return { reason: 'negation', what: best.sentence }
  return no && !saysNo(carried, language) ? { reason: 'negation' } : undefined
}

/** Two sentences that share so much say the same, or the contrary. */
const ALIKE = 0.65
