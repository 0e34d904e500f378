import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { statedBy } from './clauses.ts'
import { forFigures } from './figures.ts'
import { type Given, SLOT } from './ground.ts'
import { forNames, isNamed, namesIn } from './names.ts'
import type { Fault, Held, Seen } from './verified.ts'

/** A telephone or an e-mail goes only with whom it stands beside: by name, by place, and never with whom the passage has none for. */
export function besideOf(seen: Seen, { vocabulary, language }: Held): Fault | undefined {
  const { text, words, cited } = seen
  const found = [...text.matchAll(SLOT)].map(([, token = '']) => token).filter((token) => /^[TE]/.test(token))
  const names = namesIn(words, vocabulary)
  for (const token of found) {
    const lines = cited.flatMap(({ shown }) => shown.split('\n')).filter((line) => holds(line, token))
    const places = lines.map((line) => ({ line, sentence: sentenceOf(line, token) }))
    if (names.length > 0 && places.length > 0 && !places.some((each) => isBeside(names, each, vocabulary)))
      return { reason: 'mixed', what: token }
    if (places.length > 0 && cited.some((given) => hasNone(given, words, places.map(({ sentence }) => sentence), language)))
      return { reason: 'mixed', what: token }
    if (found.length === 1 && lines.length > 0 && lines.every((line) => isElsewhere(text, line, token)))
      return { reason: 'mixed', what: token }
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

const ACCORDING: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:selon|d['’]après|aux dires d[eu])\s+([^,;:.]{3,80})/giu,
  en: /\baccording to\s+([^,;:.]{3,80})/giu,
  es: /(?<!\p{L})(?:según|de acuerdo con)\s+([^,;:.]{3,80})/giu,
  ar: /(?<!\p{L})و?(?:حسب|بحسب|وفقًا ل|وفق)\s+([^،,;:.]{3,80})/giu,
}
/** Words for anything that may be read: which of them is said matters little. */
const READ = /^(sit|websit|web|pag|articl|journal|newspap|sourc|guid|dossi|report|blog|blogu|fuent|medi|periodic|document|مصدر|صحيف|مقال|موقع|صفح|دليل)/

/** Who says what a sentence tells is who says it in the passage. */
export function accordingOf({ words, cited }: Seen, language: Language): Fault | undefined {
  for (const [whole, who = ''] of words.matchAll(ACCORDING[language])) {
    const own = terms(who, language)
    const rest = terms(words.replace(whole, ' '), language)
    const same = cited.filter(({ passage }) => passage.language === language)
    const sayings = same
      .flatMap((given) => statedBy(given).map((statement) => ({ statement, given })))
      .map((each) => ({
        ...each,
        near: rest.filter((term) => each.statement.terms.has(term)).length / Math.max(1, rest.length),
        by: [...each.statement.text.matchAll(ACCORDING[language])].map(([, by = '']) => by),
      }))
      .filter(({ near }, _, all) => near >= 0.5 && near >= Math.max(...all.map((each) => each.near)) - 0.1)
    if (sayings.length === 0 || sayings.some(({ by }) => by.length === 0)) continue
    const agrees = ({ by, given }: (typeof sayings)[number]) =>
      by.some((each) => {
        const theirs = new Set([...terms(each, language), ...publishersLike(each, given, language)])
        return own.some((term) => theirs.has(term)) || (own.some(isRead) && [...theirs].some(isRead))
      })
    if (!sayings.some(agrees)) return { reason: 'name', what: who.trim() }
  }
  return undefined
}

function isRead(term: string): boolean {
  return READ.test(term)
}

/** A publisher that a saying names in full is also known by the letters of its name: « UQAM ». */
function publishersLike(by: string, { passage }: Given, language: Language): readonly string[] {
  const words = terms(by, language)
  return passage.sources
    .map(({ publisher }) => terms(publisher.replace(/\((?!\p{Lu}{2,}\))[^)]*\)/gu, ' '), language))
    .filter((publisher) => words.length > 1 && words.every((word) => publisher.includes(word)))
    .flat()
}

/** The letters by which the publishers of a passage are known, where a text names them in full. */
export function lettersOf(text: string, { passage }: Given): readonly string[] {
  const said = forNames(text)
  return passage.sources.flatMap(({ publisher }) => {
    const [, full = '', letters = ''] = /^(.{8,}?) \((\p{Lu}{2,})\)/u.exec(publisher) ?? []
    return letters && isNamed(full, said) ? [letters] : []
  })
}
