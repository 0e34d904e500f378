import { LANGUAGES, type Language } from '../language/languages.ts'
import { fold, tokens } from '../language/text.ts'
import type { OccupationFile } from './occupations.ts'

/** A way of naming trades: words that name one (`name`), that several share (`shared`), or of a field of study (`field`). */
export interface Way {
  readonly ids: readonly string[]
  readonly how: 'name' | 'shared' | 'field'
  readonly language: Language
  readonly words: readonly Word[]
  /** Its words without number and gender. */
  readonly keys: readonly string[]
}

/** A word of a text, folded, without the little words before it. */
export interface Word {
  readonly said: string
  /** What it is without what Arabic glues before a noun; of other languages, itself. */
  readonly forms: readonly string[]
  /** What stands between it and the word before. */
  readonly after: 'word' | 'preposition' | 'as' | 'conjunction' | 'sign'
}

export interface Lexicon {
  /** Ways by their first key, in each language. */
  readonly ways: Readonly<Record<Language, ReadonlyMap<string, readonly Way[]>>>
  /** The words of all ways with their keys, by their first letter: what a misspelt word may have been meant to be. */
  readonly spellings: Readonly<Record<Language, ReadonlyMap<string, readonly Spelling[]>>>
  /** The keys of all ways. */
  readonly known: Readonly<Record<Language, ReadonlySet<string>>>
  /** Words, by key, that may stand beside a name without changing it. */
  readonly around: Readonly<Record<Language, ReadonlySet<string>>>
  readonly whose: ReadonlySet<string>
  readonly denials: ReadonlySet<string>
  readonly lookalikes: ReadonlySet<string>
  readonly shortened: Shortened
}

/** Words that are written short, with what they may stand for: « ing. », « inf. aux. ». */
type Shortened = ReadonlyMap<string, readonly string[]>

export function makeLexicon(file: OccupationFile): Lexicon {
  const listed = (each: OccupationFile['around']) =>
    new Set(LANGUAGES.flatMap((language) => each[language].flatMap(tokens)))
  const shortened = new Map(Object.entries(file.shortened).map(([short, long]) => [fold(short), long.map(fold)]))
  const ways = inEach((language) => waysIn(language, file, shortened))
  return {
    ways: inEach((language) => grouped(ways[language], (way) => way.keys[0] ?? '')),
    spellings: inEach((language) => grouped(spellingsOf(ways[language]), ({ sound }) => sound.slice(0, 1))),
    known: inEach((language) => new Set(ways[language].flatMap((way) => way.keys))),
    around: inEach((language) => {
      const said = [...file.around[language], ...countries(language)].flatMap(tokens)
      return new Set(said.map((word) => keyOf(word, language)))
    }),
    whose: listed(file.whose),
    denials: listed(file.denials),
    lookalikes: listed(file.lookalikes),
    shortened,
  }
}

/** A word of a way as it may be written, with and without number and gender, and as it sounds. */
interface Spelling {
  readonly written: string
  readonly key: string
  readonly sound: string
  readonly letters: number
}

function spellingsOf(ways: readonly Way[]): Spelling[] {
  const keys = new Map<string, string>()
  for (const way of ways)
    for (const [nth, key] of way.keys.entries()) keys.set(key, key).set(way.words[nth]?.said ?? key, key)
  return [...keys].filter(([, key]) => key.length > 3).map(([written, key]) => spelt(written, key))
}

export function spelt(written: string, key: string): Spelling {
  const sound = soundOf(written)
  return { written, key, sound, letters: lettersOf(sound) }
}

/** A folded word without what is heard alike: « chofeur » and « chauffeur », « avogado » and « abogado ». */
function soundOf(word: string): string {
  return word
    .replace(/e?au/g, 'o')
    .replace(/ph/g, 'f')
    .replace(/^ps/, 's')
    .replace(/qu|ck|k/g, 'c')
    .replace(/(?<![cs])h/g, '')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/c(?=[ei])/g, 's')
    .replace(/[yzvظذثصط]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/(.)\1+/g, '$1')
}

const ALIKE: Readonly<Record<string, string>> = { y: 'i', z: 's', v: 'b', ظ: 'ض', ذ: 'د', ث: 'ت', ص: 'س', ط: 'ت' }

/** Which letters a word has, one bit each: a quick way to see that two words are far apart. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

export function countOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}

function inEach<Each>(make: (language: Language) => Each): Record<Language, Each> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, Each>
}

function grouped<Each>(all: readonly Each[], by: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>()
  for (const each of all) {
    const group = groups.get(by(each))
    if (group) group.push(each)
    else groups.set(by(each), [each])
  }
  return groups
}

function waysIn(language: Language, { occupations, shared }: OccupationFile, shortened: Shortened): Way[] {
  const way = (text: string, ids: readonly string[], how: Way['how']): Way => {
    const words = wordsOf(text, shortened).map((word) => ({ ...word, said: word.said.replace(GLUED_ARTICLE, '') }))
    return { ids, how, language, words, keys: words.map(({ said }) => keyOf(said, language)) }
  }
  return [
    ...occupations.flatMap(({ id, names, also, fields }) => {
      const own = language === 'en' ? [names.en] : [names[language].m, names[language].f]
      return [
        ...[...new Set([...own, ...also[language]])].map((text) => way(text, [id], 'name')),
        ...fields[language].map((text) => way(text, [id], 'field')),
      ]
    }),
    ...shared.flatMap((each) => each[language].map((text) => way(text, each.ids, 'shared'))),
  ]
}

/** The names of all countries: « infirmière au Maroc » is no other nurse. */
function countries(language: Language): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((one) => letters.flatMap((other) => names.of(one + other) ?? []))
}

/** Little words that say nothing inside a name: « technicien de laboratoire » is « technicien laboratoire ». */
const INSIDE = new Set('de du des d la le les l un une en the of an el los las lo una uno del al s'.split(' '))
/** Those after which something else begins. */
const APART = new Set(
  `a au aux dans pour avec sur depuis pendant in at for to with from since on con para desde hasta por
  في من منذ لمده الي على علي عن مع`.split(/\s+/),
)
const AS = new Set('as comme como ك'.split(' '))
const CONJUNCTIONS = new Set('et ou mais puis and or but then y e o u pero و او ثم لكن'.split(' '))
/** Gender written twice: « infirmier(ère) », « étudiant·e », « enfermero/a ». */
const BOTH_GENDERS =
  /(?<=\p{L}{3})(?:\((?:e|ne|le|ve|se|fe|ere|iere|euse|rice|trice|a|o|as|os)s?\)|[.·•/](?:e|ne|le|ve|se|ere|iere|euse|rice|trice|a|o|as|os)(?:[.·•]?s)?)(?!\p{L})/gu
const SIGNS = /[,;:!?¿¡()[\]"«»،؛؟/|+&\n]+|\s[-–—]+\s|(?<=\p{L}{5})\.(?=\s|$)/u

/** The words of a text that weigh. A little word is one of them only where it is an abbreviation after another (« inf. aux. »). */
export function wordsOf(text: string, shortened: Shortened): Word[] {
  const found: Word[] = []
  for (const clause of fold(text).replace(BOTH_GENDERS, '').split(SIGNS)) {
    let after: Word['after'] = 'sign'
    for (const said of tokens(clause)) {
      const isShort = shortened.has(said) && shortened.has(found.at(-1)?.said ?? '')
      if (CONJUNCTIONS.has(said)) after = after === 'sign' ? after : 'conjunction'
      else if (AS.has(said)) after = after === 'sign' ? after : 'as'
      else if (APART.has(said) && !isShort) after = after === 'word' ? 'preposition' : after
      else if (!INSIDE.has(said)) {
        found.push({ said, forms: [...formsOf(said), ...(shortened.get(said) ?? [])], after })
        after = 'word'
      }
    }
  }
  return found
}

export const ARABIC = /\p{Script=Arabic}/u
const ARTICLE = /^ال(?=.{3})/
/** « وكالممرضة » : the article, and the conjunction or preposition, that Arabic glues to a noun. */
const GLUED_ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{3})/
const GLUED = /^(?:[وف][بلك]?|[بلك])(?=.{3})/

function formsOf(said: string): string[] {
  if (!ARABIC.test(said)) return [said]
  const bare = said.replace(GLUED_ARTICLE, '')
  return bare === said ? [said, said.replace(GLUED, '')] : [bare, bare.replace(ARTICLE, '')]
}

/** A folded word without number and gender, so that « infirmières » meets « infirmier » but « ingénierie » does not. */
export function keyOf(word: string, language: Language): string {
  if (word.length < 4) return word
  if (language === 'ar') return withoutEndings(word.replace(/ي{2,}/g, 'ي'))
  if (language === 'en')
    return word
      .replace(/ies$/, 'y')
      .replace(/([^sui])s$/, '$1')
      .replace(/men$/, 'man')
  if (language === 'es')
    return word
      .replace(/([rlndzj])es$/, '$1')
      .replace(/s$/, '')
      .replace(/[oa]$/, '')
  return word
    .replace(/aux$/, 'al')
    .replace(/[sx]$/, '')
    .replace(/ere$/, 'er')
    .replace(/euse$/, 'eur')
    .replace(/trice$/, 'teur')
    .replace(/(?<=[aeiou])(n)ne$|(?<=[aeiou])(l)le$|(?<=[aeiou])(t)te$/, '$1$2$3')
    .replace(/ive$/, 'if')
    .replace(/ee$/, 'e')
    .replace(/(?<=[^e])e$/, '')
}

/** Endings of number, case, gender and relation; as many go as leave three letters. */
const ARABIC_ENDINGS = ['ات', 'ين', 'ون', 'ان', 'يه', 'ه', 'ي', 'ا']

function withoutEndings(word: string): string {
  const ending = ARABIC_ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 3)
  return ending ? withoutEndings(word.slice(0, -ending.length)) : word
}
