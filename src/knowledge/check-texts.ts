import { LANGUAGES, ORIGINAL } from '../language/languages.ts'
import type { Article, ArticleText } from './article.ts'
import { fileOf } from './article-rule.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'

/** The languages in which an article cannot be read. */
export function missingLanguages(article: Article): Finding[] {
  return LANGUAGES.filter((language) => !article.texts[language]).map((language) => ({
    rule: 'missing-language',
    severity: 'error',
    file: fileOf(article, language),
    sentence: `The article has no text in « ${language} ».`,
    remedy: 'Write it, or mend the findings that keep it from being read.',
  }))
}

const USUAL_SECTIONS = ['about', 'who', 'next', 'contact', 'since']

/** The sections that a person looks for, and those that the French has. */
export function sectionsMissing(text: ArticleText, article: Article): Finding[] {
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

/** A translation of a French wording that is no longer there. */
export function staleTranslation(text: ArticleText, article: Article): Finding[] {
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

/** A machine's translation that nobody has read. */
export function unreadTranslation(text: ArticleText, article: Article): Finding[] {
  if (!text.machine) return []
  return [
    {
      rule: 'unread-translation',
      severity: 'error',
      file: fileOf(article, text.language),
      sentence: 'A machine translated this text, and nobody has read it yet.',
      remedy: 'Read it against fr.md, mend it, then take « machine: true » out of its head.',
    },
  ]
}

/** An article that was to be read again before `today`. */
export function reviewPast(article: Article, _content: Content, today: string): Finding[] {
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
