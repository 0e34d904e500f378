import type { Language } from '../language/languages.ts'
import type { Article, ArticleText, Fact, Section, Source } from './article.ts'
import { digestOf } from './digest.ts'

/** A source as a passage cites it: its number in the passage's text. */
export interface CitedSource extends Source {
  readonly position: number
}

/** A quotable part of an article in one language, its tokens resolved. */
export interface Passage {
  /** `article#section@language` */
  readonly id: string
  readonly article: string
  readonly section: string
  readonly language: Language
  readonly title: string
  /** Empty for the preamble. */
  readonly heading: string
  /** Markdown; `[n]` points at `sources`. */
  readonly text: string
  readonly sources: readonly CitedSource[]
  /** Articles that its words link to. */
  readonly leadsTo: readonly string[]
  readonly digest: string
}

/** A token that nothing stands behind: what a check reports, and what no passage is shown with. */
export interface UnknownToken {
  readonly token: string
  readonly section: string
}

const TO_VERIFY: Readonly<Record<Language, (whom: string) => string>> = {
  fr: (whom) => `(à vérifier : ${whom})`,
  en: (whom) => `(to be verified: ${whom})`,
  es: (whom) => `(por verificar: ${whom})`,
  ar: (whom) => `(للتحقق: \u2068${whom}\u2069)`,
}

/** The mark of what only a secondary or an old source says. */
export function toVerify(source: Source, language: Language): string {
  return TO_VERIFY[language](showWhom(source))
}

/** References, facts and links of the house, as they stand in a text. */
export const TOKEN = /\[\^([a-z0-9-]+)\]|\{\{([a-z0-9.-]+)\}\}|\[([^\]]+)\]\((source|article):([a-z0-9./-]+)\)/g

/** The source that a name stands for in an article, followed into another article where it points there. */
export function sourceOf(article: Article, name: string, articles: ReadonlyMap<string, Article>): Source | undefined {
  const found = article.about.sources[name]
  if (typeof found !== 'string') return found
  const [elsewhere = '', itsName = ''] = found.split('/')
  const there = articles.get(elsewhere)?.about.sources[itsName]
  return typeof there === 'string' ? undefined : there
}

/** The fact behind `{{name}}` or `{{article.name}}`, with the article that holds it. */
export function factOf(
  article: Article,
  token: string,
  articles: ReadonlyMap<string, Article>,
): { fact: Fact; holder: Article } | undefined {
  const own = article.about.facts?.[token]
  if (own) return { fact: own, holder: article }
  const dot = token.lastIndexOf('.')
  const holder = dot > 0 ? articles.get(token.slice(0, dot)) : undefined
  const fact = holder?.about.facts?.[token.slice(dot + 1)]
  return holder && fact ? { fact, holder } : undefined
}

/** Makes the passages of an article's text, resolving its tokens; unknown tokens are handed to `unknown`. */
export function passagesOf(
  article: Article,
  text: ArticleText,
  articles: ReadonlyMap<string, Article>,
  unknown: (token: UnknownToken) => void = () => {},
): Passage[] {
  return text.sections.map((section) => passageOf(article, text, section, articles, unknown))
}

function passageOf(
  article: Article,
  text: ArticleText,
  section: Section,
  articles: ReadonlyMap<string, Article>,
  unknown: (token: UnknownToken) => void,
): Passage {
  const { language } = text
  const cited = new Map<string, CitedSource>()
  const leadsTo: string[] = []
  const cite = (source: Source): { number: string; first: boolean } => {
    const known = cited.get(source.address)
    const position = known?.position ?? cited.size + 1
    if (!known) cited.set(source.address, { ...source, position })
    return { number: `[${position}]`, first: !known }
  }
  const mark = (source: Source): string => {
    const { number, first } = cite(source)
    const doubtful = source.level === 'secondary' || source.old
    return doubtful && first ? `${number} ${toVerify(source, language)}` : number
  }
  const blocks = section.body.split(/\n\s*\n/).map((block) => {
    const marked = new Set<string>()
    const once = (source: Source): string => {
      if (marked.has(source.address)) return ''
      marked.add(source.address)
      return ` ${mark(source)}`
    }
    return block.replace(TOKEN, (whole, reference, factName, words, scheme, target) => {
      const token = { token: whole as string, section: section.id }
      if (reference) {
        const source = sourceOf(article, reference, articles)
        if (!source) return lost(unknown, token)
        marked.add(source.address)
        return mark(source)
      }
      if (factName) {
        const found = factOf(article, factName, articles)
        const source = found && sourceOf(found.holder, found.fact.source, articles)
        if (!found || !source) return lost(unknown, token)
        return `${showFact(found.fact, language)}${once(source)}`
      }
      if (scheme === 'article') {
        const there = articles.get(target)
        if (!there) return lost(unknown, token)
        if (there.id !== article.id) leadsTo.push(there.id)
        return words
      }
      const source = sourceOf(article, target, articles)
      if (!source) return lost(unknown, token)
      return `[${words}](${source.address})${once(source)}`
    })
  })
  const resolved = blocks.join('\n\n')
  return {
    id: `${article.id}#${section.id}@${language}`,
    article: article.id,
    section: section.id,
    language,
    title: text.title,
    heading: section.heading,
    text: resolved,
    sources: [...cited.values()],
    leadsTo: [...new Set(leadsTo)],
    digest: digestOf(`${section.heading}\n${resolved}`),
  }
}

function lost(unknown: (token: UnknownToken) => void, token: UnknownToken): string {
  unknown(token)
  return ''
}

/** A fact as a person reads it: a phone and an e-mail can be pressed. */
export function showFact(fact: Fact, language: Language): string {
  if ('text' in fact) return fact.text[language]
  if ('phone' in fact) return `[${isolate(fact.phone, language)}](tel:${dialable(fact.phone)})`
  if ('email' in fact) return `[${fact.email}](mailto:${fact.email})`
  return isolate(fact.place, language)
}

/** Keeps left-to-right words together inside a right-to-left text (Unicode UAX 9, isolates). */
function isolate(words: string, language: Language): string {
  return language === 'ar' ? `\u2066${words}\u2069` : words
}

/** A number as `tel:` wants it (RFC 3966): North American, with its extension. */
export function dialable(phone: string): string {
  const [number = '', extension] = phone.split(/(?:poste|ext\.?)/i)
  const digits = number.replace(/\D/g, '')
  const international = digits.length === 10 ? `+1${digits}` : `+${digits}`
  return extension ? `${international};ext=${extension.replace(/\D/g, '')}` : international
}

/** Who says it, and when: « La Presse, 2024-05-29 ». */
export function showWhom(source: Source): string {
  return source.date ? `${source.publisher}, ${source.date}` : source.publisher
}
