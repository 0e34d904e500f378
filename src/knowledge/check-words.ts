import type { Language } from '../language/languages.ts'
import type { Article, ArticleText } from './article.ts'
import { fileOf } from './article-rule.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import { TOKEN } from './passages.ts'

function blocksOf(text: ArticleText): { section: string; block: string }[] {
  return text.sections.flatMap(({ id, body }) =>
    body
      .split(/\n\s*\n/)
      .filter((block) => block.trim())
      .map((block) => ({ section: id, block })),
  )
}

/** Blocks that rest on nothing. */
export function unsourcedBlocks(text: ArticleText, article: Article): Finding[] {
  return blocksOf(text)
    .filter(({ block }) => ![...block.matchAll(TOKEN)].some((token) => token[1] || token[2] || token[4] === 'source'))
    .map(({ section, block }) => ({
      rule: 'unsourced',
      severity: 'error',
      file: fileOf(article, text.language),
      place: section,
      sentence: `No source stands behind « ${begin(block)} ».`,
      remedy: 'End the sentence with [^source], or use a link or a fact of about.yaml.',
    }))
}

const LITERAL = [
  { kind: 'an amount', shape: /\d[\d\s\u00a0\u202f.,]*\$|\$\s?\d/ },
  { kind: 'a telephone number', shape: /(?<!\d)(?:1[\s\u00a0-])?\(?\d{3}\)?[\s\u00a0-]\d{3}-\d{4}/ },
  { kind: 'an e-mail address', shape: /[\w.+-]+@[\w-]+\.\w/ },
  { kind: 'a web address', shape: /https?:\/\/|\bwww\./ },
]

/** Amounts, numbers and addresses that stand in the words, where they would be written in every language. */
export function figuresInText(text: ArticleText, article: Article): Finding[] {
  return blocksOf(text).flatMap(({ section, block }) =>
    LITERAL.filter(({ shape }) => shape.test(block)).map(({ kind }) => ({
      rule: 'written-twice',
      severity: 'error' as const,
      file: fileOf(article, text.language),
      place: section,
      sentence: `« ${begin(block)} » holds ${kind}.`,
      remedy: 'Write it once in about.yaml and put its token in the text.',
    })),
  )
}

/** How a quotation is compared: white space, non-breaking spaces and the two apostrophes are one. */
function asQuoted(words: string): string {
  return words
    .replace(/[’]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

const plans = new WeakMap<Content, string>()

/** The plan's page as quotations are compared, made once. */
function planIn(content: Content): string {
  const made = plans.get(content) ?? asQuoted(content.planPage)
  plans.set(content, made)
  return made
}

/** Quotations that the plan's page does not hold. */
export function quotesNotInPlan(text: ArticleText, article: Article, content: Content): Finding[] {
  const plan = planIn(content)
  return blocksOf(text).flatMap(({ section, block }) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('>'))
      .map((line) => asQuoted(line.replace(/^>\s*/, '').replace(TOKEN, '')))
      .filter((quote) => !plan.includes(quote))
      .map((quote) => ({
        rule: 'quote-not-in-plan',
        severity: 'error' as const,
        file: fileOf(article, text.language),
        place: section,
        sentence: `The plan's page does not say « ${begin(quote)} ».`,
        remedy: 'Copy the words from plan/page-2024-04-03.txt, or write them without « > ».',
      })),
  )
}

const PROMISES: Readonly<Record<Language, RegExp>> = {
  fr: /vous (êtes|serez) (donc )?admissible|vous (aurez|avez) droit à|garanti(e|s|es)? d[e']obtenir/i,
  en: /you (are|will be) (therefore )?eligible|you (are|will be) entitled|guaranteed to/i,
  es: /usted (es|será) elegible|tiene derecho a recibir|le garantizamos/i,
  ar: /أنت مؤهل|سوف تحصل حتم/,
}

/** Words that decide in place of whoever decides. */
export function promises(text: ArticleText, article: Article): Finding[] {
  return blocksOf(text)
    .filter(({ block }) => PROMISES[text.language].test(block))
    .map(({ section, block }) => ({
      rule: 'promise',
      severity: 'error',
      file: fileOf(article, text.language),
      place: section,
      sentence: `« ${begin(block)} » decides for the person.`,
      remedy: 'Say what could concern the person, and who decides.',
    }))
}

function begin(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 67)}…` : line
}
