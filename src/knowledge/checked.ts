import { checkArticle, checkTwins, questionsThatFindAnother } from './check.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import type { Library } from './library.ts'
import { checkRedirects } from './redirects.ts'
import { differences, restsSomewhere } from './resting.ts'

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
    ...checkTwins(content),
    ...each.flatMap(({ own }) => own),
    ...each.flatMap(({ questions }) => questions),
  ]
  return { content, today, findings, byArticle }
}

/** The articles that the rules may find otherwise than before: those that changed, and those that rest on them. */
function touchedBy(before: Checked | undefined, content: Content, today: string): ReadonlySet<string> {
  const isAll =
    !before ||
    before.today !== today ||
    before.content.planPage !== content.planPage ||
    before.content.redirects !== content.redirects
  if (isAll) return new Set(content.articles.map(({ id }) => id))
  const differ = differences(before.content, content)
  return new Set(
    content.articles
      .filter((article) => differ.changed.has(article.id) || restsSomewhere(article, content, differ))
      .map(({ id }) => id),
  )
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
