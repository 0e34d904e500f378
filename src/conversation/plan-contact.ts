import type { Article, Source } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import { showFact, sourceOf } from '../knowledge/passages.ts'
import type { Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'

/**
 * Who answers about an article, in Markdown: « L'OIIQ, [site](…) ». An order, a contact, or whatever has a telephone of
 * its own answers for itself; else the
 * first of its contacts whose telephone, e-mail or page the library holds. Nobody where none is known.
 */
export function contactOf(id: string, language: Language, library: Library, phrases: Phrases): string | undefined {
  const article = library.articles.get(id)
  if (!article) return undefined
  const answers = article.kind === 'order' || article.kind === 'contact' || hasPhone(article)
  const itself = answers ? [id] : []
  for (const holder of [...itself, ...article.about.contacts]) {
    const contact = library.articles.get(holder)
    const way = contact && wayTo(contact, language, library)
    if (!contact || !way) continue
    const doubt =
      way.source?.level === 'secondary' || way.source?.old ? ` ${phrases.say('plan.to-verify', language)}` : ''
    return `${shortName(contact, language)}${COMMA[language]} ${way.shown}${doubt}`
  }
  return undefined
}

const COMMA: Readonly<Record<Language, string>> = { fr: ',', en: ',', es: ',', ar: '،' }

function hasPhone({ about }: Article): boolean {
  return Object.values(about.facts ?? {}).some((fact) => 'phone' in fact)
}

/** How a contact is reached, in Markdown, and who says so. */
interface Way {
  readonly shown: string
  readonly source: Source | undefined
}

/** A telephone, else an e-mail, else the page that its « contact » section sends to, in its own words. */
function wayTo(contact: Article, language: Language, library: Library): Way | undefined {
  const facts = Object.values(contact.about.facts ?? {})
  const fact = facts.find((each) => 'phone' in each) ?? facts.find((each) => 'email' in each)
  if (fact) return { shown: showFact(fact, language), source: sourceOf(contact, fact.source, library.articles) }
  const passage = library.passage(contact.id, 'contact', language)
  const link = passage?.text.match(/\[[^\]]+\]\((https?:[^)]+)\)/)
  return link ? { shown: link[0], source: passage?.sources.find(({ address }) => address === link[1]) } : undefined
}

/** The name of a contact without what explains it: « Le MIFI, ministère de … » is « Le MIFI ». */
function shortName(contact: Article, language: Language): string {
  const title = contact.texts[language]?.title ?? contact.id
  return title.split(/\s*[,،(]|\s*:\s/)[0] || title
}
