import type { Article } from './article.ts'
import { CONTENT_RULES } from './check.ts'
import type { Content } from './content.ts'
import { filesOfArticle } from './drafting.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { TOKEN } from './passages.ts'
import { readArticles } from './read.ts'

/** Content with one article as other files have it: what a draft would make of it. */
export function contentWith(article: string, files: Files, content: Content): Content {
  const read = readArticles(filesOfArticle(article, files))
  const isHere = ({ file }: Finding) => file.split('/')[1] === article
  const at = content.articles.findIndex(({ id }) => id === article)
  const articles = content.articles.filter(({ id }) => id !== article)
  articles.splice(at < 0 ? articles.length : at, 0, ...read.articles)
  return { ...content, articles, findings: [...content.findings.filter((each) => !isHere(each)), ...read.findings] }
}

/**
 * What the rules find in one article of content, but for the rule that asks every phrasing. Only the articles that it
 * leans on are looked at with it, so that this is done as often as somebody pauses in their writing.
 */
export function findingsIn(article: string, content: Content, today: string): readonly Finding[] {
  const known = new Map(content.articles.map((each) => [each.id, each]))
  const wanted = new Set([article])
  for (const id of wanted) for (const other of leansOn(known.get(id))) if (wanted.size < MOST) wanted.add(other)
  const near = { ...content, articles: content.articles.filter(({ id }) => wanted.has(id)) }
  const rules = Object.entries(CONTENT_RULES).filter(([name]) => name !== 'questions')
  return [...content.findings, ...rules.flatMap(([, rule]) => rule(near, today))].filter(
    ({ file }) => file.split('/')[1] === article,
  )
}

/** An article leans on so many others at most, with what those lean on. */
const MOST = 400

function leansOn(article: Article | undefined): readonly string[] {
  if (!article) return []
  const { contacts, related, sources } = article.about
  const elsewhere = Object.values(sources).flatMap((source) =>
    typeof source === 'string' ? [source.split('/')[0]] : [],
  )
  const tokens = Object.values(article.texts).flatMap(({ sections }) =>
    sections.flatMap(({ body }) =>
      [...body.matchAll(TOKEN)].flatMap(([, , fact = '', , scheme, target]) => [
        fact.slice(0, Math.max(0, fact.lastIndexOf('.'))),
        scheme === 'article' ? target : undefined,
      ]),
    ),
  )
  return [...contacts, ...related, ...elsewhere, ...tokens].filter((id): id is string => !!id)
}
