import { editableText, editText } from '../../knowledge/edit-text.ts'
import { newArticle } from '../../knowledge/new-article.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import { openArticle } from './opened.ts'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked } from './routing.ts'
import { daysAfter } from './rows.ts'
import { digestOrNothing, keep, saveEdit } from './save.ts'
import { freeId, takenIds } from './taken-ids.ts'

const REVIEW_DAYS = 180
/** The title of an article that was begun in another language than French. */
const TO_WRITE = 'À écrire'

/** Begins an article of a question: its wording stands in the language in which it was asked. Gives its id. */
export async function beginFromGap(
  { published, drawing, by }: Pick<Asked, 'published' | 'drawing' | 'by'>,
  question: string,
  language: Language,
  pages: LibraryPages,
): Promise<string | undefined> {
  const isFrench = language === ORIGINAL
  const wished = `${slugOf(question).slice(0, 40) || 'question'}-${digestOrNothing(question).slice(0, 4)}`
  const id = freeId(wished, await takenIds(published, pages.drafts))
  const review = daysAfter(drawing.today, REVIEW_DAYS)
  const files = new Map(newArticle('steps', id, isFrench ? question : TO_WRITE, review))
  const path = `steps/${id}/${language}.md`
  files.set(path, editText(files.get(path) ?? '', { questions: [question] }))
  return (await keep(id, files, by, undefined, published, pages)) ? id : undefined
}

/** Adds a way of asking to an article's draft, in the language in which it was asked; or says why it could not. */
export async function wordingFromGap(
  { published, drawing, by }: Pick<Asked, 'published' | 'drawing' | 'by'>,
  article: string,
  question: string,
  language: Language,
  pages: LibraryPages,
): Promise<'added' | 'no-text' | 'meanwhile'> {
  const opened = openArticle(article, await pages.drafts.of(article), published, drawing.today)
  const path = opened && `${opened.folder}/${article}/${language}.md`
  const text = path && opened.files.get(path)
  if (!path || !text) return 'no-text'
  const { questions } = editableText(text)
  const edit = () => (questions.includes(question) ? text : editText(text, { questions: [...questions, question] }))
  const saved = await saveEdit(article, { path, seen: digestOrNothing(text), edit }, by, published, pages)
  return saved.is === 'saved' ? 'added' : 'meanwhile'
}
