import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { saysNo } from './claims.ts'
import { type Counted, readFigures } from './figures.ts'
import type { Given } from './ground.ts'

/** A sentence, or a part of one that says something of its own. */
export interface Clause {
  readonly text: string
  readonly terms: ReadonlySet<string>
  /** Whether it denies. */
  readonly no: boolean
}

/** A sentence of a passage, with what it counts and dates; an item of a list is read with what announces the list. */
export interface Stated extends Clause {
  readonly given: Given
  readonly counted: Counted
  /** Its own parts, where it has several. */
  readonly parts: readonly Clause[]
}

const statedIn = new WeakMap<Given, readonly Stated[]>()

/** What a passage states, sentence by sentence; questions state nothing. */
export function statedBy(given: Given): readonly Stated[] {
  const known = statedIn.get(given) ?? readStated(given)
  statedIn.set(given, known)
  return known
}

const SENTENCES = /(?<=[.!?؟])\s+(?=[\p{Lu}\p{Script=Arabic}«"“¿])/u
const LIST_ITEM = /^\s*-\s+/

function readStated(given: Given): readonly Stated[] {
  const { language } = given.passage
  const stated: Stated[] = []
  let before = ''
  for (const { plain } of given.blocks) {
    const lines = plain.split('\n').filter((line) => line.trim())
    for (const line of lines) {
      const intro = LIST_ITEM.test(line) ? before : ''
      for (const sentence of line.replace(LIST_ITEM, '').split(SENTENCES)) {
        if (!/[?؟]\s*$/.test(sentence)) stated.push(statedOf(`${intro} ${sentence}`.trim(), given, language))
      }
      if (!LIST_ITEM.test(line)) before = line.split(SENTENCES).at(-1) ?? ''
    }
  }
  return stated
}

function statedOf(text: string, given: Given, language: Language): Stated {
  const parts = partsOf(text, language)
  return {
    ...clauseOf(text, language),
    given,
    counted: readFigures(text, language),
    parts: parts.length > 1 ? parts : [],
  }
}

/** A text as it is compared: its terms, and whether it denies. */
export function clauseOf(text: string, language: Language): Clause {
  return { text, terms: new Set(terms(text, language)), no: saysNo(text, language) }
}

const MARKS = /\s*[;:؛،]\s+|,\s+|\s[–—]\s|\s+(?=(?:mais|but|pero|sino|لكن|ولكن)\s)/u
const AND: Readonly<Record<Language, RegExp>> = {
  fr: /\s+(?=et\s)/,
  en: /\s+(?=and\s)/,
  es: /\s+(?=[ye]\s)/,
  ar: /\s+(?=و(?:لا|لم|ليس|دون|بلا|غير))/,
}

/** The parts of a sentence that say something of their own; « et » parts what is affirmed from what is denied. */
export function partsOf(text: string, language: Language): readonly Clause[] {
  const parts: Clause[] = []
  for (const piece of text.split(MARKS).flatMap((each) => byDenial(each, language))) {
    const part = clauseOf(piece, language)
    const last = parts.at(-1)
    const short = part.terms.size === 0 || (last !== undefined && last.terms.size < 2 && last.no === part.no)
    if (last && (short || opensOnly(last))) parts[parts.length - 1] = clauseOf(`${last.text}, ${piece}`, language)
    else parts.push(part)
  }
  return parts
}

/** « Sans lettre, » and « Selon un blogue, » belong to what follows them. */
function opensOnly({ text, terms }: Clause): boolean {
  return terms.size < 2 || OPENING.test(text)
}

const OPENING =
  /^\s*(?:selon|d'après|d’après|avec|sans|après|avant|depuis|en|pour|à|according|with|without|after|before|since|in|for|under|según|con|sin|después|antes|desde|para|al|si|if|when|quand|lorsque|حسب|بحسب|مع|دون|ودون|منذ|بعد|إذا|في)(?=\s)/iu

function byDenial(piece: string, language: Language): readonly string[] {
  const halves = piece.split(AND[language])
  if (halves.length === 1) return halves
  const denies = halves.map((half) => saysNo(half, language))
  return denies.some((each) => each !== denies[0]) ? halves : [piece]
}
