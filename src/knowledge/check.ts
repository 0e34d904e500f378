import type { Article } from './article.ts'
import { type ArticleRule, eachText, fileOf } from './article-rule.ts'
import { checkConcerns } from './check-concerns.ts'
import { unknownArticles, unknownTokens } from './check-names.ts'
import { missingLanguages, reviewPast, sectionsMissing, staleTranslation, unreadTranslation } from './check-texts.ts'
import { figuresInText, promises, quotesNotInPlan, unsourcedBlocks } from './check-words.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import { buildLibrary, type Library } from './library.ts'
import { checkRedirects } from './redirects.ts'

/** A rule of content: looks at all of it, and reports every place where it does not hold. */
export type ContentRule = (content: Content, today: string) => Finding[]

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
  machine: eachText(unreadTranslation),
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
