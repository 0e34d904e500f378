import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import { statedBy } from './clauses.ts'
import type { Given } from './ground.ts'
import type { Fault, Seen } from './verified.ts'

const ACCORDING: Readonly<Record<Language, RegExp>> = {
  fr: /(?<!\p{L})(?:selon|d['’]après|aux dires d[eu])\s+([^,;:.]{3,80})/giu,
  en: /\baccording to\s+([^,;:.]{3,80})/giu,
  es: /(?<!\p{L})(?:según|de acuerdo con)\s+([^,;:.]{3,80})/giu,
  ar: /(?<!\p{L})و?(?:حسب|بحسب|وفقًا ل|وفق)\s+([^،,;:.]{3,80})/giu,
}
/** Words for anything that may be read: which of them is said matters little. */
const READ =
  /^(sit|websit|web|pag|articl|journal|newspap|sourc|guid|dossi|report|blog|blogu|fuent|medi|periodic|document|مصدر|صحيف|مقال|موقع|صفح|دليل)/

/** Who says what a sentence tells is who says it in the passage. */
export function accordingOf({ words, cited }: Seen, language: Language): Fault | undefined {
  for (const [whole, who = ''] of words.matchAll(ACCORDING[language])) {
    const own = terms(who, language)
    if (own.length === 0) continue
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
