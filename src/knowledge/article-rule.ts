import type { Language } from '../language/languages.ts'
import type { Article, ArticleText } from './article.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'

/** A rule that looks at one article, and at what it names. */
export type ArticleRule = (article: Article, content: Content, today: string) => Finding[]

/** A rule that looks at one text of an article. */
type TextRule = (text: ArticleText, article: Article, content: Content) => Finding[]

/** The same rule for every text that an article has. */
export function eachText(rule: TextRule): ArticleRule {
  return (article, content) => Object.values(article.texts).flatMap((text) => rule(text, article, content))
}

/** Where a finding is mended: the text of a language, or what all of them share. */
export function fileOf(article: Article, language?: Language): string {
  return `${article.folder}/${article.id}/${language ? `${language}.md` : 'about.yaml'}`
}
