import { terms } from '../language/text.ts'
import { statedBy } from './clauses.ts'
import { forFigures } from './figures.ts'
import { type Given, SLOT } from './ground.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import type { Fault, Held, Seen } from './verified.ts'

/** A telephone or an e-mail is given for whom it stands beside, by name and by place, and never for whom there is none. */
export function besideOf(seen: Seen, { vocabulary, language }: Held): Fault | undefined {
  const { text, words, cited } = seen
  const found = [...text.matchAll(SLOT)].map(([, token = '']) => token).filter((token) => /^[TE]/.test(token))
  const names = namesIn(words, vocabulary)
  for (const token of found) {
    const lines = cited.flatMap(({ shown }) => shown.split('\n')).filter((line) => holds(line, token))
    const places = lines.map((line) => ({ line, sentence: sentenceOf(line, token) }))
    if (lines.length === 0) continue
    const beside = places.map(({ sentence }) => sentence)
    const isForAnother =
      (names.length > 0 && !places.some((each) => isBeside(names, each, vocabulary))) ||
      cited.some((given) => hasNone(given, words, beside, language)) ||
      (found.length === 1 && lines.every((line) => isElsewhere(text, line, token)))
    if (isForAnother) return { reason: 'mixed', what: token }
  }
  return undefined
}

function holds(text: string, token: string): boolean {
  return text.includes(`{{${token}}}`) || text.includes(`{{${token}|`)
}

function sentenceOf(line: string, token: string): string {
  return line.split(/(?<=[.!?؟])\s+/).find((sentence) => holds(sentence, token)) ?? line
}

/** The sentence of a token names somebody that the answer names, or, where it names nobody, its line does. */
function isBeside(
  names: readonly string[],
  { line, sentence }: { readonly line: string; readonly sentence: string },
  vocabulary: Held['vocabulary'],
): boolean {
  const aside = forNames([...line.matchAll(/\(([^)]*)\)/g)].map(([, each = '']) => each).join(' ; '))
  const whom = names.filter((name) => !isNamed(name, aside))
  for (const place of [sentence, line]) {
    const theirs = namesIn(bare(place), vocabulary)
    if (theirs.length > 0) return whom.length === 0 || whom.some((name) => isNamed(name, forNames(bare(place))))
  }
  return true
}

/** Without what stands in brackets, which says where and not who. */
function bare(text: string): string {
  return text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(?:adresse|address|direcci[oó]n|العنوان|عنوانها)[^:]{0,12}:.*$/iu, ' ')
    .replace(/\{\{\w+\|([^}]*)\}\}/g, '$1')
    .replace(SLOT, ' ; ')
}

const REACHED = /\b(telephone|numero|phone|number|telefono|courriel|email|e-mail|correo)\b|هاتف|رقم/
const OF_REACHING = /^(telephon|numero|phone|number|telefon|confirm|repond|answer|respond|هاتف|رقم|موكد|[يت]?جيب)/

/** Whether a passage says that it has no number for whom the answer gives one. */
function hasNone(given: Given, words: string, beside: readonly string[], language: string): boolean {
  if (given.passage.language !== language) return false
  const own = terms(words, given.passage.language).filter((term) => !OF_REACHING.test(term))
  const near = new Set(beside.flatMap((each) => terms(bare(each), given.passage.language)))
  return statedBy(given)
    .filter(({ no, text }) => no && REACHED.test(forFigures(text)))
    .some((none) => own.length > 0 && own.every((term) => none.terms.has(term) && !near.has(term)))
}

/** Whether a token is given for the place of another one: « ailleurs au Québec » for the number of « (Montréal) ». */
function isElsewhere(text: string, line: string, token: string): boolean {
  const places = [...line.matchAll(/\{\{([TE]\d+)\}\} ?\(([^)]*)\)/g)]
  const own = places.find(([, each]) => each === token)?.[2]
  const other = places.find(([, each]) => each !== token)?.[2]
  if (own === undefined || other === undefined) return false
  const said = new Set(forNames(text).split(' '))
  const shares = (place: string, without: string) => {
    const excluded = new Set(forNames(without).split(' '))
    return forNames(place)
      .split(' ')
      .some((word) => word.length > 3 && !excluded.has(word) && said.has(word))
  }
  return shares(other, own) && !shares(own, other)
}

/** The letters by which the publishers of a passage are known, where a text names them in full. */
export function lettersOf(text: string, { passage }: Given): readonly string[] {
  const said = forNames(text)
  return passage.sources.flatMap(({ publisher }) => {
    const [, full = '', letters = ''] = /^(.{8,}?) \((\p{Lu}{2,})\)/u.exec(publisher) ?? []
    return letters && isNamed(full, said) ? [letters] : []
  })
}
