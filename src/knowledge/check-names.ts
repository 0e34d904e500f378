import type { Article, ArticleText } from './article.ts'
import { fileOf } from './article-rule.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import { passagesOf, sourceOf } from './passages.ts'
import { articlesById } from './redirects.ts'

const known = new WeakMap<Content, ReadonlyMap<string, Article>>()

/** The articles of content by id, made once. */
function knownIn(content: Content): ReadonlyMap<string, Article> {
  const made = known.get(content) ?? articlesById(content.articles, content.redirects)
  known.set(content, made)
  return made
}

/** What about.yaml names and is not there: articles, contacts, the sources of sources and facts. */
export function unknownArticles(article: Article, content: Content): Finding[] {
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

/** Facts, sources and links in a text that nothing stands behind. */
export function unknownTokens(text: ArticleText, article: Article, content: Content): Finding[] {
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
