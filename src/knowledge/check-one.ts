import { checkArticle } from './check.ts'
import type { Content } from './content.ts'
import { filesOfArticle } from './drafting.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { readArticles } from './read.ts'

/** Content with one article as other files have it: what a draft would make of it. */
export function contentWith(article: string, files: Files, content: Content): Content {
  const read = readArticles(filesOfArticle(article, files))
  const at = content.articles.findIndex(({ id }) => id === article)
  const articles = content.articles.filter(({ id }) => id !== article)
  articles.splice(at < 0 ? articles.length : at, 0, ...read.articles)
  const elsewhere = content.findings.filter(({ file }) => file.split('/')[1] !== article)
  return { ...content, articles, findings: [...elsewhere, ...read.findings] }
}

/** What the rules find in one article of content, but for what its questions find. */
export function findingsIn(article: string, content: Content, today: string): readonly Finding[] {
  const found = content.articles.filter(({ id }) => id === article)
  return [
    ...content.findings.filter(({ file }) => file.split('/')[1] === article),
    ...found.flatMap((each) => checkArticle(each, content, today)),
  ]
}
