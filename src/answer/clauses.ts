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
  /** « Sans cette lettre, … » denies only of a letter. */
  readonly without?: ReadonlySet<string>
  /** « Si votre diplôme ne vient pas de France » denies nothing by itself. */
  readonly supposes: boolean
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
/** Announces a list that would say nothing alone. */
const ANNOUNCES =
  /:\s*$|(?<!\p{L})(?:ces|ceci|l'une d|suivante?s?|plusieurs|these|this|several|following|est[ao]s?|siguientes?|varios|هذه|هؤلاء|التالية|يلي|عدة|أمورًا)(?!\p{L})/iu

function readStated(given: Given): readonly Stated[] {
  const { heading } = given.passage
  const stated: Stated[] = saysNo(heading, given.passage.language) ? [statedOf(heading, given, false)] : []
  let before = ''
  for (const { plain } of given.blocks) {
    const lines = plain.split('\n').filter((line) => line.trim())
    for (const line of lines) {
      const intro = LIST_ITEM.test(line) && ANNOUNCES.test(before) ? before : ''
      for (const sentence of line.replace(LIST_ITEM, '').split(SENTENCES)) {
        if (!/[?؟]\s*$/.test(sentence)) stated.push(statedOf(`${intro} ${sentence}`.trim(), given, intro === ''))
      }
      if (!LIST_ITEM.test(line)) before = line.split(SENTENCES).at(-1) ?? ''
    }
  }
  return stated
}

function statedOf(text: string, given: Given, apart: boolean): Stated {
  const { language } = given.passage
  const parts = apart ? partsOf(text, language) : []
  return {
    ...clauseOf(text, language),
    given,
    counted: readFigures(text, language),
    parts: parts.length > 1 ? parts : [],
  }
}

/** A text as it is compared: its terms, and whether it denies. */
export function clauseOf(text: string, language: Language): Clause {
  return {
    text,
    terms: new Set(terms(text, language).filter((term) => !LIGHT.has(term))),
    no: saysNo(text, language),
    supposes: SUPPOSES.test(text),
    ...withoutOf(text, language),
  }
}

function withoutOf(text: string, language: Language): Pick<Clause, 'without'> {
  const [opening = '', aside = ''] = /^\s*(?:sans|without|sin|ودون|دون|بدون)\s+([^,،]+)[,،]/iu.exec(text) ?? []
  return aside && !saysNo(text.slice(opening.length), language) ? { without: new Set(terms(aside, language)) } : {}
}

/** Stems of what denies, and of words that tell nothing of what a sentence is about. */
const LIGHT = new Set(
  `not nor neither never none nothing nobody without no jam ni aucun pas sans rien sin nunca tampoc ningun nad nadi
  selon cel ci ainsi ensuit ante segun esa ese eso deux two dos وليس ليس ليست وليست دون ودون بلا بدون ولا ولم
  لكن ولكن حسب بحسب وبحسب نحو according also too puis lueg then ثم pos question vrai aupr verif toujour true valid واذ اذ فيمكن ويمكن وهو وهي`.split(
    /\s+/,
  ),
)
const SUPPOSES =
  /^\s*(?:si|s'il|if|إذا|إن)\s|(?<!(?:dit|savons|sait|savoir|demandez|confirme|know|says?|whether|sabemos|dice)\s)(?:si (?:votre|vous|su|usted)|if (?:your?)|إذا)\s/iu

const STRONG = /\s*[;:؛]\s+/u
const MARKS =
  /[,،]\s+|\s[–—]\s|\s+(?=(?:mais|but|pero|sino|لكن|ولكن|qui n(?:e|'|’)|who \w+(?:n't| no| not)|quien(?:es)? no|mientras|while|tant que|en attendant|jusqu'à ce que|until|hasta que|que todavía|لمن ليس)(?:\s|(?<=['’])))/u
/** « et » parts what is affirmed from what is denied just after it. */
const AND_NOT: Readonly<Record<Language, RegExp>> = {
  fr: /\s+(?=et (?:ne |n'|n’|jamais |pas |sans |aucun|non |ce n|il n|elle n|ils n|elles n|vous n))/u,
  en: /\s+(?=and (?:never|not|no|without|cannot|(?:\w+ )?(?:\w+n't|(?:is|are|do|does|can|must|may) not)) )/u,
  es: /\s+(?=[ye] (?:no|nunca|tampoco|sin) )/u,
  ar: /\s+(?=و(?:لا|لم|ليس|ليست|دون|بلا|غير) )/u,
}

/** The parts of a sentence that say something of their own. */
export function partsOf(text: string, language: Language): readonly Clause[] {
  const parts: { readonly clause: Clause; readonly opens: boolean }[] = []
  for (const sentence of text.split(STRONG)) {
    let first = true
    for (const piece of sentence.split(MARKS).flatMap((each) => each.split(AND_NOT[language]))) {
      const clause = clauseOf(piece, language)
      const last = parts.at(-1)
      const many = wordsIn(clause)
      const small = many < 2
      const goesOn = many === 0 || OR.test(piece) || (small && clause.no === last?.clause.no)
      if (last && (last.opens || (!first && goesOn))) {
        const joined = clauseOf(`${last.clause.text}, ${piece}`, language)
        parts[parts.length - 1] = { clause: joined, opens: wordsIn(joined) < 2 }
      } else parts.push({ clause, opens: small || (first && OPENING.test(piece)) })
      first = false
    }
  }
  return parts.map(({ clause }) => clause)
}

/** The halves of a text that count one thing each: « 34 % were recognized and 3 % were refused ». */
export function countsOf(text: string, language: Language): readonly string[] {
  const halves = text.split(/\s+(?=(?:et|and|y|while|tandis que|puis|mientras que)\s)|[,،]\s+|\s+(?=و)/u)
  return halves.filter((half) => readFigures(half, language).figures.length > 0).length > 1 ? halves : [text]
}

/** The shortest stretches of a text that still say something: what stands between two marks. */
export function piecesOf(text: string, language: Language): readonly Clause[] {
  const pieces = text
    .split(STRONG)
    .flatMap((each) => each.split(MARKS))
    .map((each) => clauseOf(each, language))
  return pieces.every((each) => wordsIn(each) > 1) ? pieces : [clauseOf(text, language)]
}

function wordsIn({ terms }: Clause): number {
  return [...terms].filter((term) => !/^\d/.test(term)).length
}

/** Whether a part only says when, where or for whom. */
export function isAside({ text, no }: Clause): boolean {
  return !no && OPENING.test(text)
}

/** « , ou si … » goes on with what was said before. */
const OR = /^(?:ou|or|o|u|ni|nor|أو)\s/u
/** « Sans lettre, » and « Selon un blogue, » belong to what follows them. */
const OPENING =
  /^\s*(?:selon|d'après|d’après|avec|sans|après|avant|depuis|en|pour|à|according|with|without|after|before|since|in|for|under|según|con|sin|después|antes|desde|para|al|si|if|when|quand|lorsque|حسب|بحسب|مع|دون|ودون|منذ|بعد|إذا|في)(?=\s)/iu

/** « On dit souvent “équivalence” » tells how people speak, not what is so. */
export function isSaying({ text }: Clause): boolean {
  return /\bon dit\b|\bpeople (?:often |also )?(?:say|call)\b|se dice|gente la llama|يسمي|يقال/i.test(text)
}
