import { LANGUAGES, type Language } from '../language/languages.ts'
import { isStopWord, typosBetween } from '../language/text.ts'
import { ARABIC, countOf, keyOf, type Lexicon, spelt, type Way, type Word, wordsOf } from './occupation-words.ts'
import type { Occupation, Recognised } from './occupations.ts'

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

export function recognise(
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
