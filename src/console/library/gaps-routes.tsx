import { editableText, editText } from '../../knowledge/edit-text.ts'
import { groupGaps } from '../../knowledge/gap-groups.ts'
import type { Settling } from '../../knowledge/gaps.ts'
import { newArticle } from '../../knowledge/new-article.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import { formOf } from '../form.ts'
import { languageOf } from './drawing.ts'
import { GapsPage } from './gaps-page.tsx'
import { choicesOf, openArticle } from './opened.ts'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { daysAfter } from './rows.ts'
import { digestOrNothing, keep, saveEdit } from './save.ts'
import { redirect } from './sending.ts'

const LOOKED_BACK_MS = 90 * 24 * 60 * 60 * 1000
const MOST = 1000
const REVIEW_DAYS = 180

/** The page of the questions that were left without an answer, and what is done about each. */
export function gapsRoutes(routing: Routing, pages: LibraryPages): void {
  const { gaps } = pages
  if (!gaps) return

  routing.get('/library/gaps', async ({ request, published, drawing, page }) => {
    const found = await gaps.list(new Date(drawing.now.getTime() - LOOKED_BACK_MS), MOST, 'open')
    const groups = groupGaps([...found], published.content.glossary.synonyms)
    const done = ['wording-added', 'article-begun', 'set-aside'].find((how) => how === request.query?.done)
    await page({
      title: `${drawing.say('gaps.heading')} – Passerelle`,
      children: (
        <GapsPage
          groups={groups}
          beside={await gaps.answersBeside(found.map(({ id }) => id))}
          articles={choicesOf(published.content)}
          drawing={drawing}
          {...(done ? { notice: drawing.say(`gaps.done.${done}`) } : {})}
        />
      ),
    })
  })

  routing.post('/library/gaps', async (asked) => {
    const { request, response, drawing, by } = asked
    const form = formOf(request)
    const question = (form.get('question') ?? '').trim().slice(0, 300)
    const settling = await settle(
      asked,
      form.get('how'),
      question,
      languageOf(form.get('language')),
      form.get('article'),
    )
    if (!settling) return redirect(response, '/library/gaps')
    await gaps.settle(form.getAll('gap'), { ...settling, by, at: drawing.now })
    redirect(
      response,
      settling.how === 'article-begun' ? `/library/${settling.article}` : `/library/gaps?done=${settling.how}`,
    )
  })

  async function settle(
    asked: Asked,
    how: string | null,
    question: string,
    language: Language,
    article: string | null,
  ): Promise<Settling | undefined> {
    if (how === 'set-aside') return { how }
    if (how === 'article-begun' && question) return begin(asked, question, language)
    if (how !== 'wording-added' || !article || !question) return undefined
    return (await addWording(asked, article, question, language)) ? { how, article } : undefined
  }

  async function begin({ published, drawing, by }: Asked, question: string, language: Language) {
    const id = `${slugOf(question).slice(0, 40) || 'question'}-${digestOrNothing(question).slice(0, 4)}`
    const files = new Map(newArticle('steps', id, question, daysAfter(drawing.today, REVIEW_DAYS)))
    const path = `steps/${id}/${ORIGINAL}.md`
    if (language === ORIGINAL) files.set(path, editText(files.get(path) ?? '', { questions: [question] }))
    const before = await pages.drafts.of(id)
    const saved = before ? undefined : await keep(id, files, by, undefined, published, pages)
    return saved || before ? ({ how: 'article-begun', article: id } as const) : undefined
  }

  /** Adds a way of asking to the article's draft, in the language in which it was asked. */
  async function addWording(
    { published, drawing, by }: Asked,
    article: string,
    question: string,
    language: Language,
  ): Promise<boolean> {
    const opened = openArticle(article, await pages.drafts.of(article), published, drawing.today)
    const path = opened && `${opened.folder}/${article}/${language}.md`
    const text = path && opened.files.get(path)
    if (!path || !text) return false
    const { questions } = editableText(text)
    const edit = () => (questions.includes(question) ? text : editText(text, { questions: [...questions, question] }))
    const saved = await saveEdit(article, { path, seen: digestOrNothing(text), edit }, by, published, pages)
    return saved.is === 'saved'
  }
}
