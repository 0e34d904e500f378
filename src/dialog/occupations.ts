import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { fold, isStopWord, tokens, typosBetween } from '../language/text.ts'
import { readYamlText } from '../language/yaml.ts'
import type { Situation } from './situation.ts'

/** What words mean as a trade: one for sure, one to three to confirm (likeliest first), or none that we know. */
export type Recognised =
  | { readonly is: 'sure'; readonly id: string }
  | { readonly is: 'likely'; readonly ids: readonly string[] }
  | { readonly is: 'unknown' }

export type Gender = 'm' | 'f'

/** The trades that people name, and who regulates them. */
export interface Occupations {
  readonly ids: readonly string[]
  get(id: string): Occupation | undefined
  /** The name of a trade as it is shown; without a gender, both forms. What is no trade of ours is said as it stands. */
  name(id: string, language: Language, gender?: Gender): string
  /** Recognises a trade in a person's own words, in any of our languages, theirs first. In doubt it is never sure. */
  recognise(text: string, language: Language): Recognised
  /** The situation with what follows from its `trade`: `regulator`, and `order` where an order regulates it. */
  derive(situation: Situation): Situation
}

const words = z.array(z.string().min(1)).default([])
const inLanguages = { fr: words, en: words, es: words, ar: words }
const byLanguage = z.strictObject(inLanguages)
const gendered = z.strictObject({ m: z.string().min(2), f: z.string().min(2) })

const occupationShape = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  regulator: z.enum(['order', 'ccq', 'qualified-trades', 'teaching', 'childcare', 'none', 'unknown']),
  order: z.string().startsWith('order-').optional(),
  names: z.strictObject({ fr: gendered, en: z.string().min(2), es: gendered, ar: gendered }),
  also: byLanguage.prefault({}),
  fields: byLanguage.prefault({}),
  kindOf: z.string().optional(),
  unlike: z.array(z.string()).default([]),
})
export type Occupation = z.infer<typeof occupationShape>

const fileShape = z.strictObject({
  around: byLanguage,
  whose: byLanguage,
  denials: byLanguage,
  lookalikes: byLanguage,
  shortened: z.record(z.string(), words),
  shared: z.array(z.strictObject({ ids: z.array(z.string()).min(1).max(3), ...inLanguages })),
  occupations: z.array(occupationShape),
})
type OccupationFile = z.infer<typeof fileShape>

/** Reads `occupations.yaml` of a folder; throws a sentence naming the place that is wrong. */
export async function readOccupations(folder: string): Promise<Occupations> {
  const file = join(folder, 'occupations.yaml')
  const parsed = fileShape.safeParse(readYamlText(await readFile(file, 'utf8')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`The occupations are wrong in ${file}, at ${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const known = new Map(parsed.data.occupations.map((each) => [each.id, each]))
  const wrong = faultOf(parsed.data, known)
  if (wrong) throw new Error(`The occupations are wrong in ${file}: ${wrong}`)
  const lexicon = makeLexicon(parsed.data)
  return {
    ids: [...known.keys()],
    get: (id) => known.get(id),
    name: (id, language, gender) => nameOf(known.get(id), id, language, gender),
    recognise: (text, language) => recognise(text, language, lexicon, known),
    derive: (situation) => {
      const trade = known.get(situation.trade ?? '')
      if (!trade) return situation
      const { order: _, ...rest } = situation
      return { ...rest, regulator: trade.regulator, ...(trade.order ? { order: trade.order } : {}) }
    },
  }
}

function faultOf({ occupations, shared }: OccupationFile, known: ReadonlyMap<string, Occupation>): string | undefined {
  if (known.size < occupations.length) return 'two occupations bear the same id.'
  for (const { id, regulator, order } of occupations) {
    if ((regulator === 'order') !== (order !== undefined))
      return `« ${id} » names an order without being regulated by one, or the contrary.`
  }
  const named = [
    ...occupations.flatMap(({ unlike, kindOf }) => (kindOf ? [...unlike, kindOf] : unlike)),
    ...shared.flatMap(({ ids }) => ids),
  ]
  const missing = named.find((id) => !known.has(id))
  return missing === undefined ? undefined : `« ${missing} » is named but not described. Describe it, or name another.`
}

const OR: Readonly<Record<Language, string>> = { fr: 'ou', en: 'or', es: 'o', ar: 'أو' }

function nameOf(occupation: Occupation | undefined, id: string, language: Language, gender?: Gender): string {
  if (!occupation) return id
  if (language === 'en') return occupation.names.en
  const { m, f } = occupation.names[language]
  if (gender) return gender === 'm' ? m : f
  if (m === f) return m
  return `${m} ${language === 'es' && /^h?o/i.test(f) ? 'u' : OR[language]} ${f}`
}

/** A way of naming trades: words that name one (`name`), that several share (`shared`), or of a field of study (`field`). */
interface Way {
  readonly ids: readonly string[]
  readonly how: 'name' | 'shared' | 'field'
  readonly language: Language
  readonly words: readonly Word[]
  /** Its words without number and gender. */
  readonly keys: readonly string[]
}

/** A word of a text, folded, without the little words before it. */
interface Word {
  readonly said: string
  /** What it is without what Arabic glues before a noun; of other languages, itself. */
  readonly forms: readonly string[]
  /** What stands between it and the word before. */
  readonly after: 'word' | 'preposition' | 'as' | 'conjunction' | 'sign'
}

interface Lexicon {
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

function makeLexicon(file: OccupationFile): Lexicon {
  const listed = (each: z.infer<typeof byLanguage>) =>
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

function spelt(written: string, key: string): Spelling {
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

function countOf(bits: number): number {
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
function wordsOf(text: string, shortened: Shortened): Word[] {
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

const ARABIC = /\p{Script=Arabic}/u
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
function keyOf(word: string, language: Language): string {
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

/** A way found in a text, from one word to another, and how far the writing is from it. */
interface Found {
  readonly from: number
  readonly to: number
  readonly way: Way
  readonly exact: boolean
  readonly slips: number
  /** Right, or one letter off in a long word. */
  readonly plain: boolean
}

/** What a stretch of a text stands for, by the ways that read it best. */
interface Stretch extends Pick<Found, 'from' | 'to' | 'slips' | 'plain'> {
  readonly ids: readonly string[]
  readonly how: Way['how']
}

const MOST_WORDS = 80
const MOST_LIKELY = 3

function recognise(
  text: string,
  language: Language,
  lexicon: Lexicon,
  known: ReadonlyMap<string, Occupation>,
): Recognised {
  const words = wordsOf(text.slice(0, 1000), lexicon.shortened).slice(0, MOST_WORDS)
  const stretches = stretchesOf(words, language, lexicon)
  const names = stretches.filter(({ how, plain }) => how === 'name' && plain)
  const [id, ...others] = mostSpecific(
    names.flatMap(({ ids }) => ids),
    stretches,
    known,
  )
  if (id === undefined) return likely(byWeight(stretches))
  const family = [id, known.get(id)?.kindOf]
  const unlike = known.get(id)?.unlike ?? []
  const doubts = stretches.filter(({ how, ids }) => {
    if (how === 'name' || ids.some((each) => family.includes(each) || others.includes(each))) return false
    return how === 'shared' || ids.some((each) => unlike.includes(each))
  })
  if (others.length || doubts.length) return likely([id, ...others, ...doubts.flatMap(({ ids }) => ids)])
  const own = names.filter(({ ids }) => ids.some((each) => family.includes(each)))
  const kin = stretches.filter(({ ids }) => ids.some((each) => family.includes(each)))
  const isKin = (at: number) => kin.some(({ from, to }) => from <= at && at <= to)
  const beside = own.map((each) => besides(each, words, lexicon, isKin))
  const written = own.some(({ slips }) => slips === 0) || isAlone(own, words, lexicon)
  if (beside.includes('nothing') && written) return { is: 'sure', id }
  return likely(beside.includes('more') ? [id, ...unlike] : [id])
}

function likely(ids: readonly string[]): Recognised {
  const distinct = [...new Set(ids)].slice(0, MOST_LIKELY)
  return distinct.length ? { is: 'likely', ids: distinct } : { is: 'unknown' }
}

/** Trades by how many stretches stand for them; names before shared words before fields. */
function byWeight(stretches: readonly Stretch[]): string[] {
  const order: readonly Way['how'][] = ['name', 'shared', 'field']
  const ids = order.flatMap((how) => stretches.filter((each) => each.how === how).flatMap((each) => each.ids))
  const times = (id: string) => ids.filter((each) => each === id).length
  return [...new Set(ids)].sort((one, other) => times(other) - times(one))
}

/** Trades without those that another one is a kind of: « ingénieur, génie civil » is a civil engineer. */
function mostSpecific(
  ids: readonly string[],
  stretches: readonly Stretch[],
  known: ReadonlyMap<string, Occupation>,
): string[] {
  const kinds = stretches.flatMap((each) => each.ids).filter((id) => ids.includes(known.get(id)?.kindOf ?? ''))
  const general = new Set(kinds.map((id) => known.get(id)?.kindOf))
  return [...new Set([...ids.filter((id) => !general.has(id)), ...kinds])]
}

/** What stands beside a name: nothing of weight, more that may make it another trade, or a word by which it is not theirs. */
function besides(
  { from, to }: Stretch,
  words: readonly Word[],
  lexicon: Lexicon,
  isOwn: (at: number) => boolean,
): 'nothing' | 'more' | 'another' {
  const before = words.slice(0, from).reverse()
  const start = [words[from], ...before].findIndex((word) => word?.after === 'sign')
  const near = before.slice(0, start < 0 ? FARTHEST : Math.min(start, FARTHEST))
  if (near.some(({ said }) => lexicon.denials.has(said))) return 'another'
  const first = near.findIndex((word, back) => !isOwn(from - 1 - back) && !isPassed(word, lexicon))
  const weighty = words[from]?.after === 'as' ? undefined : near[first]
  if (weighty && lexicon.whose.has(weighty.said)) return 'another'
  if (first === 0 && weighty && !isAround(weighty, lexicon)) return 'more'
  const next = words[to + 1]
  if (next?.after !== 'word' || isOwn(to + 1)) return 'nothing'
  if (lexicon.whose.has(next.said)) return 'more'
  return isAround(next, lexicon) || isStop(next) ? 'nothing' : 'more'
}

/** How many words before a name may still say whose it is. */
const FARTHEST = 3

/** Whether a word before a name lets one look past it: « une », « très », but not « mon » nor « suis ». */
function isPassed(word: Word, lexicon: Lexicon): boolean {
  return isStop(word) && !isAround(word, lexicon) && !lexicon.whose.has(word.said)
}

function isAround({ forms }: Word, { around }: Lexicon): boolean {
  return LANGUAGES.some((language) => forms.some((form) => around[language].has(keyOf(form, language))))
}

function isStop({ said }: Word): boolean {
  return LANGUAGES.some((language) => isStopWord(said, language))
}

/** Whether a text says nothing but these stretches. */
function isAlone(
  stretches: readonly Pick<Stretch, 'from' | 'to'>[],
  words: readonly Word[],
  lexicon: Lexicon,
): boolean {
  return words.every(
    (word, at) => stretches.some(({ from, to }) => from <= at && at <= to) || isAround(word, lexicon) || isStop(word),
  )
}

/** What a text's words stand for: the longest way at each place, as written before misspelt. */
function stretchesOf(words: readonly Word[], language: Language, lexicon: Lexicon): Stretch[] {
  const all = LANGUAGES.flatMap((each) => {
    const readings = words.map((word) => readingsOf(word, each, lexicon))
    return words.flatMap((_, at) => waysAt(at, words, readings, each, lexicon))
  })
  const found = isAlone(all, words, lexicon) ? all : all.filter(({ plain }) => plain)
  found.sort(
    (one, other) =>
      other.way.keys.length - one.way.keys.length ||
      one.slips - other.slips ||
      spanOf(one) - spanOf(other) ||
      one.from - other.from,
  )
  const taken: Stretch[] = []
  for (const each of found) {
    if (taken.some(({ from, to }) => each.from <= to && from <= each.to)) continue
    const same = found.filter((other) => isSamePlace(each, other))
    const best = ofLanguage(same.some(({ exact }) => exact) ? same.filter(({ exact }) => exact) : same, language)
    const ways = best.map(({ way }) => way)
    const ids = [...new Set(ways.flatMap((way) => way.ids))]
    const how = ways.find((way) => way.how !== 'name')?.how ?? (ids.length > 1 ? 'shared' : 'name')
    taken.push({ from: each.from, to: each.to, slips: each.slips, plain: each.plain, ids, how })
  }
  return taken.sort((one, other) => one.from - other.from)
}

function isSamePlace(one: Found, other: Found): boolean {
  const asLong = one.way.keys.length === other.way.keys.length && one.slips === other.slips
  return asLong && one.from === other.from && one.to === other.to
}

function spanOf({ from, to }: Found): number {
  return to - from
}

function ofLanguage(found: readonly Found[], language: Language): readonly Found[] {
  const own = found.filter(({ way, slips }) => way.language === language && slips === 0)
  return own.length ? own : found
}

/** What a word may be the writing of: its own key, or the nearest keys where it is no word that we know. */
interface Reading {
  readonly key: string
  readonly slips: number
}

function readingsOf(word: Word, language: Language, lexicon: Lexicon): Reading[] {
  if (ARABIC.test(word.said) !== (language === 'ar')) return []
  const keys = word.forms.map((form) => keyOf(form, language))
  const own = keys.map((key) => ({ key, slips: 0 }))
  if (keys.some((key) => lexicon.known[language].has(key)) || !isMisspelt(word, lexicon)) return own
  return [...own, ...[...new Set([...word.forms, ...keys])].flatMap((written) => nearest(written, language, lexicon))]
}

function isMisspelt(word: Word, lexicon: Lexicon): boolean {
  return !(/\d/.test(word.said) || lexicon.lookalikes.has(word.said) || isStop(word) || isAround(word, lexicon))
}

/** The keys that a word is nearest to: one letter off or sounding the same, two letters in a long one. */
function nearest(written: string, language: Language, { spellings }: Lexicon): Reading[] {
  if (written.length < (language === 'ar' ? 4 : 5)) return []
  const { sound, letters } = spelt(written, written)
  let most = written.length >= LONG ? 2 : 1
  let found: Reading[] = []
  for (const each of spellings[language].get(sound.slice(0, 1)) ?? []) {
    if (countOf(letters ^ each.letters) > 2 * most) continue
    const slips =
      sound === each.sound
        ? 1
        : Math.min(typosBetween(written, each.written, most), 1 + typosBetween(sound, each.sound, most))
    if (slips > most) continue
    if (slips < most) [most, found] = [slips, []]
    found.push({ key: each.key, slips })
  }
  return found
}

const MOST_BETWEEN = 2

function waysAt(
  at: number,
  words: readonly Word[],
  readings: readonly Reading[][],
  language: Language,
  lexicon: Lexicon,
): Found[] {
  return (readings[at] ?? []).flatMap(({ key }) =>
    (lexicon.ways[language].get(key) ?? []).flatMap((way) => follow(way, at, words, readings, lexicon) ?? []),
  )
}

/** Follows a way through a text from a word on; words without weight may stand between (« infirmière diplômée auxiliaire »). */
function follow(
  way: Way,
  from: number,
  words: readonly Word[],
  readings: readonly Reading[][],
  lexicon: Lexicon,
): Found | undefined {
  let [to, slips, exact, plain] = [from - 1, 0, true, true]
  for (const [nth, key] of way.keys.entries()) {
    const last = to
    let reading: Reading | undefined
    for (to += 1; ; to++) {
      const word = words[to]
      if (!word || (nth > 0 && isCut(word) && !isCut(way.words[nth]))) return undefined
      reading = readings[to]?.find((each) => each.key === key)
      if (reading) break
      if (nth === 0 || to - last > MOST_BETWEEN || !(isAround(word, lexicon) || isStop(word))) return undefined
    }
    const word = words[to]
    if (to - last > 1 && word?.after !== 'word') return undefined
    const same = word?.forms.includes(way.words[nth]?.said ?? '') ?? false
    if (word && !same && lexicon.lookalikes.has(word.said)) return undefined
    slips += reading.slips
    plain &&= reading.slips === 0 || (slips === 1 && isPlainSlip(word?.said ?? '', key))
    exact &&= same
  }
  return { from, to, way, exact, slips, plain }
}

/** Whether a sign or a conjunction stands before a word. */
function isCut(word: Word | undefined): boolean {
  return word?.after === 'sign' || word?.after === 'conjunction'
}

/** Whether a word with one letter wrong is still no other word: it is long, and does not end as a verb does (« reported », « chercher »). */
function isPlainSlip(said: string, key: string): boolean {
  if (key.length < LONG || /(?:ed|ing|ado|ada|idos?)$/.test(said)) return false
  return !(said.endsWith('er') && key.endsWith('eur'))
}

const LONG = 8
