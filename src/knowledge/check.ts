import { LANGUAGES, type Language, ORIGINAL } from '../language/languages.ts'
import type { Article, ArticleText } from './article.ts'
import { checkConcerns } from './check-concerns.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import { buildLibrary, type Library } from './library.ts'
import { passagesOf, sourceOf, TOKEN } from './passages.ts'
import { articlesById, checkRedirects } from './redirects.ts'

/** A rule of content: looks at all of it, and reports every place where it does not hold. */
export type ContentRule = (content: Content, today: string) => Finding[]
type ArticleRule = (article: Article, content: Content, today: string) => Finding[]

/** The rules that look at one article, and at what it names. */
const ARTICLE_RULES = {
  languages: missingLanguages,
  sections: eachText(sectionsMissing),
  ids: unknownArticles,
  tokens: eachText(unknownTokens),
  sources: eachText(unsourcedBlocks),
  literals: eachText(figuresInText),
  quotes: eachText(quotesNotInPlan),
  promises: eachText(promises),
  translations: eachText(staleTranslation),
  review: reviewPast,
  concerns: (article) => checkConcerns({ articles: [article] }),
} satisfies Readonly<Record<string, ArticleRule>>

/** Every rule, in the order in which findings are shown. */
export const CONTENT_RULES: Readonly<Record<string, ContentRule>> = {
  ...Object.fromEntries(
    Object.entries<ArticleRule>(ARTICLE_RULES).map(([name, rule]) => [
      name,
      (content: Content, today: string) => content.articles.flatMap((article) => rule(article, content, today)),
    ]),
  ),
  redirects: ({ articles, redirects }) => checkRedirects(articles, redirects),
  twins: checkTwins,
  questions: (content) => {
    const library = buildLibrary(content, 0)
    return content.articles.flatMap((article) => questionsThatFindAnother(article, library))
  },
}

/** Checks content against every rule; `today` is a day (YYYY-MM-DD). */
export function checkContent(content: Content, today: string): Finding[] {
  return [...content.findings, ...Object.values(CONTENT_RULES).flatMap((rule) => rule(content, today))]
}

/** Checks one article against every rule but what its questions find, which takes a library. */
export function checkArticle(article: Article, content: Content, today: string): Finding[] {
  return Object.values<ArticleRule>(ARTICLE_RULES).flatMap((rule) => rule(article, content, today))
}

function eachText(rule: (text: ArticleText, article: Article, content: Content) => Finding[]): ArticleRule {
  return (article, content) => Object.values(article.texts).flatMap((text) => rule(text, article, content))
}

const known = new WeakMap<Content, ReadonlyMap<string, Article>>()

/** The articles of content by id, made once. */
function knownIn(content: Content): ReadonlyMap<string, Article> {
  const made = known.get(content) ?? articlesById(content.articles, content.redirects)
  known.set(content, made)
  return made
}

/** Articles that are called the same, in two folders. */
export function checkTwins({ articles }: Pick<Content, 'articles'>): Finding[] {
  const first = new Map<string, Article>()
  return articles.flatMap((article): Finding[] => {
    const twin = first.get(article.id)
    first.set(article.id, twin ?? article)
    if (!twin) return []
    return [
      {
        rule: 'same-article-id',
        severity: 'error',
        file: fileOf(article),
        sentence: `${fileOf(twin)} is an article called « ${article.id} » as well.`,
        remedy: 'Give one of the two another id.',
      },
    ]
  })
}

function fileOf(article: Article, language?: Language): string {
  return `${article.folder}/${article.id}/${language ? `${language}.md` : 'about.yaml'}`
}

function missingLanguages(article: Article): Finding[] {
  return LANGUAGES.filter((language) => !article.texts[language]).map((language) => ({
    rule: 'missing-language',
    severity: 'error',
    file: fileOf(article, language),
    sentence: `The article has no text in « ${language} ».`,
    remedy: 'Write it, or mend the findings that keep it from being read.',
  }))
}

const USUAL_SECTIONS = ['about', 'who', 'next', 'contact', 'since']

function sectionsMissing(text: ArticleText, article: Article): Finding[] {
  const here = text.sections.map((section) => section.id)
  const findings: Finding[] = USUAL_SECTIONS.filter((id) => !here.includes(id)).map((id) => ({
    rule: 'missing-section',
    severity: 'error',
    file: fileOf(article, text.language),
    place: id,
    sentence: id === 'about' ? 'The text has no preamble.' : `The text has no section {#${id}}.`,
    remedy: 'Write it: a person looks for what it is, for whom, what next, whom to contact, what changed.',
  }))
  const original = article.texts[ORIGINAL]?.sections.map((section) => section.id) ?? here
  if (original.join() !== here.join()) {
    findings.push({
      rule: 'sections-differ',
      severity: 'error',
      file: fileOf(article, text.language),
      sentence: `The sections are not those of the French text (${original.join(', ')}).`,
      remedy: 'Give every language the same sections in the same order.',
    })
  }
  return findings
}

function unknownArticles(article: Article, content: Content): Finding[] {
  const known = knownIn(content)
  const findings: Finding[] = []
  for (const [field, ids] of [
    ['contacts', article.about.contacts],
    ['related', article.about.related],
  ] as const) {
    for (const id of ids) {
      const target = known.get(id)
      const fits = target && (field === 'related' || target.kind === 'contact' || target.kind === 'order')
      if (fits && target.id !== article.id) continue
      findings.push({
        rule: 'unknown-article',
        severity: 'error',
        file: fileOf(article),
        place: field,
        sentence: target
          ? `The article « ${id} » cannot stand under ${field}.`
          : `The article « ${id} » does not exist.`,
        remedy: 'Name another article of the library, or write this one.',
      })
    }
  }
  if (article.kind !== 'contact' && article.about.contacts.length === 0) {
    findings.push({
      rule: 'no-contact',
      severity: 'error',
      file: fileOf(article),
      place: 'contacts',
      sentence: 'The article sends the person to nobody.',
      remedy: 'Name the nearest confirmed contact, such as mifi.',
    })
  }
  for (const [name, source] of Object.entries(article.about.sources)) {
    if (typeof source === 'string' && !sourceOf(article, name, known)) {
      findings.push({
        rule: 'unknown-source',
        severity: 'error',
        file: fileOf(article),
        place: `sources.${name}`,
        sentence: `There is no source « ${source} ».`,
        remedy: 'Write it as article/source, with a source that stands in that article in full.',
      })
    }
  }
  for (const [name, fact] of Object.entries(article.about.facts ?? {})) {
    if (!sourceOf(article, fact.source, known)) {
      findings.push({
        rule: 'unsourced',
        severity: 'error',
        file: fileOf(article),
        place: `facts.${name}`,
        sentence: `The fact rests on « ${fact.source} », which is not among the sources.`,
        remedy: 'Name one of the sources of this article.',
      })
    }
  }
  return findings
}

function unknownTokens(text: ArticleText, article: Article, content: Content): Finding[] {
  const findings: Finding[] = []
  const known = knownIn(content)
  passagesOf(article, text, known, ({ token, section }) => {
    findings.push({
      rule: 'unknown-token',
      severity: 'error',
      file: fileOf(article, text.language),
      place: section,
      sentence: `Nothing stands behind ${token}.`,
      remedy: 'Write the fact or the source in about.yaml, or name one that is there.',
    })
  })
  return findings
}

function blocksOf(text: ArticleText): { section: string; block: string }[] {
  return text.sections.flatMap(({ id, body }) =>
    body
      .split(/\n\s*\n/)
      .filter((block) => block.trim())
      .map((block) => ({ section: id, block })),
  )
}

function unsourcedBlocks(text: ArticleText, article: Article): Finding[] {
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

function figuresInText(text: ArticleText, article: Article): Finding[] {
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

function quotesNotInPlan(text: ArticleText, article: Article, content: Content): Finding[] {
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

function promises(text: ArticleText, article: Article): Finding[] {
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

function staleTranslation(text: ArticleText, article: Article): Finding[] {
  const original = article.texts[ORIGINAL]
  if (text.language === ORIGINAL || !original || text.translates === original.digest) return []
  return [
    {
      rule: 'stale-translation',
      severity: 'error',
      file: fileOf(article, text.language),
      place: 'translates',
      sentence: text.translates
        ? 'The French has changed since this translation was read.'
        : 'The translation does not say which French wording it follows.',
      remedy: `Read it against fr.md, then: npm run knowledge -- translated ${article.id} ${text.language}`,
    },
  ]
}

function reviewPast(article: Article, _content: Content, today: string): Finding[] {
  if (article.about.review >= today) return []
  return [
    {
      rule: 'review-past',
      severity: 'error',
      file: fileOf(article),
      place: 'review',
      sentence: `The article was to be read again by ${article.about.review}.`,
      remedy: 'Compare it with its sources, then set the next date.',
    },
  ]
}

/** The questions of an article that the library answers with another one, or with none. */
export function questionsThatFindAnother(article: Article, library: Library): Finding[] {
  return Object.values(article.texts).flatMap(({ language, questions }) =>
    questions.flatMap((question): Finding[] => {
      const first = library.search(question, language).hits[0]?.article
      if (first === article.id) return []
      return [
        {
          rule: 'question-finds-another',
          severity: 'error',
          file: fileOf(article, language),
          place: 'questions',
          sentence: first ? `« ${question} » finds « ${first} » first.` : `« ${question} » finds nothing.`,
          remedy: 'Name in the question what distinguishes this article, or give it to the other one.',
        },
      ]
    }),
  )
}

function begin(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 67)}…` : line
}
