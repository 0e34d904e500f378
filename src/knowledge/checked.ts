import type { Article } from './article.ts'
import { checkArticle, questionsThatFindAnother } from './check.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import type { Library } from './library.ts'
import { checkRedirects, idNow } from './redirects.ts'
import { referencesIn } from './references.ts'

/** Content that was looked at whole, with what was found in each of its articles. */
export interface Checked {
  readonly content: Content
  readonly today: string
  readonly findings: readonly Finding[]
  readonly byArticle: ReadonlyMap<string, { readonly own: readonly Finding[]; readonly questions: readonly Finding[] }>
}

/** Lets others go on for a moment: a whole check takes seconds, and a conversation waits for none of it. */
export type Breathe = () => Promise<void>

/**
 * Checks content against every rule, as `checkContent` does; where what was found before a change is known, only what
 * the change can have touched is looked at again.
 * @param library made of that content
 */
export async function checkedAfter(
  before: Checked | undefined,
  content: Content,
  library: Library,
  today: string,
  breathe: Breathe,
): Promise<Checked> {
  const touched = touchedBy(before, content, today)
  const asked = await askedAgain(before, content, library, breathe)
  const byArticle = new Map<string, { own: readonly Finding[]; questions: readonly Finding[] }>()
  for (const article of content.articles) {
    const known = before?.byArticle.get(article.id)
    const isTouched = !known || touched.has(article.id)
    const isAsked = !known || asked.has(article.id)
    if (isTouched || isAsked) await breathe()
    byArticle.set(article.id, {
      own: isTouched ? checkArticle(article, content, today) : known.own,
      questions: isAsked ? questionsThatFindAnother(article, library) : known.questions,
    })
  }
  const each = [...byArticle.values()]
  const findings = [
    ...content.findings,
    ...checkRedirects(content.articles, content.redirects),
    ...each.flatMap(({ own }) => own),
    ...each.flatMap(({ questions }) => questions),
  ]
  return { content, today, findings, byArticle }
}

/** The articles that the rules may find otherwise than before: those that changed, and those that rest on them. */
function touchedBy(before: Checked | undefined, content: Content, today: string): ReadonlySet<string> {
  const all = () => new Set(content.articles.map(({ id }) => id))
  if (!before || before.today !== today) return all()
  if (before.content.planPage !== content.planPage || before.content.redirects !== content.redirects) return all()
  const { changed, appeared } = differences(before.content, content)
  const touched = new Set([...changed].filter((id) => content.articles.some((article) => article.id === id)))
  if (changed.size === 0) return touched
  const references = content.articles.map((article) => ({ id: article.id, names: referencesIn(article) }))
  // Twice: a text names a fact of one article, which rests on a source of another.
  for (const round of [changed, undefined]) {
    const on = round ?? new Set(touched)
    for (const { id, names } of references) {
      const rests = names.some(({ to, how }) => {
        const now = idNow(to, content.redirects)
        return how === 'contacts' || how === 'related' ? appeared.has(now) : on.has(now)
      })
      if (rests) touched.add(id)
    }
  }
  return touched
}

function differences(before: Content, after: Content) {
  const [old, now] = [byId(before), byId(after)]
  const ids = new Set([...old.keys(), ...now.keys()])
  const changed = new Set([...ids].filter((id) => old.get(id) !== now.get(id)))
  /** Those that came, went, or are of another kind now. */
  const appeared = new Set([...changed].filter((id) => old.get(id)?.kind !== now.get(id)?.kind))
  return { changed, appeared }
}

function byId({ articles }: Content): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]))
}

/**
 * The articles whose questions may find another one than before: those that changed, and those that ask nearly as they
 * do. A question of an article stays its own unless another comes as near to it: the search counts that above all.
 */
async function askedAgain(
  before: Checked | undefined,
  content: Content,
  library: Library,
  breathe: Breathe,
): Promise<ReadonlySet<string>> {
  if (!before || before.content.glossary !== content.glossary) return new Set(content.articles.map(({ id }) => id))
  const asked = new Set<string>()
  const { changed } = differences(before.content, content)
  for (const article of content.articles) {
    if (!changed.has(article.id)) continue
    asked.add(article.id)
    for (const { language, title, questions } of Object.values(article.texts)) {
      await breathe()
      for (const words of [title, ...questions]) {
        for (const hit of library.search(words, language).hits) asked.add(hit.article)
      }
    }
  }
  return asked
}
