import { editAbout, editableAbout, valueAt } from '../../knowledge/edit-about.ts'
import { editableText, editText } from '../../knowledge/edit-text.ts'
import { isLanguage, ORIGINAL } from '../../language/languages.ts'
import { formOf } from '../form.ts'
import { concernsFrom } from './concerns-form.ts'
import { differencesOf } from './differences.ts'
import { AfterSave, type Conflict, ConflictPart, EditPage, pathOfPart } from './edit-page.tsx'
import { draftByMachine } from './machine-draft.ts'
import { inAddress, toldIn } from './machine-told.ts'
import { type Opened, openArticle } from './opened.ts'
import { questionsAsked } from './questions-asked.ts'
import { type PartName, partOf, readAbout, readText } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { digestOrNothing, saveEdit } from './save.ts'
import { isByHtmx, redirect, sendPart } from './sending.ts'
import { sinceRead } from './since-part.tsx'

/** The pages on which an article is written. */
export function editRoutes(routing: Routing, pages: LibraryPages): void {
  routing.getArticle('', async (asked) => {
    // Whoever writes will publish: the check of everything is begun now, in small pieces.
    asked.published.checked(asked.drawing.today).catch(pages.onError)
    await showForm(asked, partOf(asked.request.query?.part))
  })

  routing.postArticle('/save', async (asked) => {
    const { request, response, opened, by, published, drawing } = asked
    const form = formOf(request)
    const part = partOf(form.get('part'))
    const path = pathOfPart(opened, part)
    const isByHand = !isByHtmx(request)
    const seen = form.get('over') ?? form.get('seen') ?? ''
    const edit = (text: string | undefined) => written(text, part, form, isByHand, opened)
    const saved = await saveEdit(opened.id, { path, seen, edit }, by, published, pages)
    const now = openArticle(opened.id, await pages.drafts.of(opened.id), published, drawing.today) ?? opened
    if (saved.is === 'conflict') {
      const theirs = now.files.get(path)
      const mine = edit(theirs)
      const conflict: Conflict = {
        by: saved.theirs?.by.name ?? published.publication.by.name,
        at: saved.theirs?.at ?? published.publication.at,
        theirs: digestOrNothing(theirs),
        differences: differencesOf(path, theirs, mine),
      }
      if (!isByHand) {
        return sendPart(
          response,
          409,
          <ConflictPart conflict={conflict} id={opened.id} part={part} drawing={drawing} isApart />,
        )
      }
      return showForm({ ...asked, opened: now }, part, { status: 409, conflict, mine, seen: form.get('seen') ?? '' })
    }
    if (!isByHand) return sendPart(response, 200, <AfterSave opened={now} part={part} drawing={drawing} />)
    const then = form.get('then')
    const { translator } = pages
    if (then === 'machine' && translator && isLanguage(part) && part !== ORIGINAL) {
      const wanted = { language: part, path, replace: form.get('replace') === 'true' }
      const told = await draftByMachine(now, wanted, asked, { ...pages, translator })
      return redirect(response, `/library/${opened.id}?part=${part}&${inAddress(told)}#machine`)
    }
    if (then === 'preview' || then === 'publish') return redirect(response, `/library/${opened.id}/${then}`)
    redirect(response, `/library/${opened.id}?part=${part}#saved`)
  })

  routing.postArticle('/discard', async ({ request, response, opened }) => {
    const version = Number(formOf(request).get('version'))
    await pages.drafts.drop(opened.id, Number.isInteger(version) ? version : 0)
    redirect(response, opened.isPublished ? `/library/${opened.id}` : '/library')
  })

  async function showForm(
    { opened, drawing, page, request }: Asked & { readonly opened: Opened },
    part: PartName,
    more: { status?: number; conflict?: Conflict; mine?: string; seen?: string } = {},
  ): Promise<void> {
    const { status, ...refused } = more
    const told = toldIn(request.query)
    const since = isLanguage(part) ? await sinceRead(opened, part, drawing, pages) : undefined
    await page({
      title: `${opened.title} – ${drawing.say('title')}`,
      ...(status ? { status } : {}),
      children: (
        <EditPage
          opened={opened}
          part={part}
          questions={part === 'concerns' ? questionsAsked(pages.shelf, opened.content, drawing) : []}
          drawing={drawing}
          {...refused}
          {...(since ? { since } : {})}
          {...(pages.translator ? { machine: told ? { told } : {} } : {})}
        />
      ),
    })
  }
}

/** The text of a part's file as the form has it. */
function written(
  text: string | undefined,
  part: PartName,
  form: URLSearchParams,
  isByHand: boolean,
  { content, id, files, folder }: Opened,
): string {
  if (!isLanguage(part)) {
    const about = editAbout(text ?? '', readAbout(form, isByHand))
    if (part !== 'concerns') return about
    const before = valueAt(editableAbout(about), ['concerns'])
    return editAbout(about, [{ way: ['concerns'], value: concernsFrom(form, before, isByHand) }])
  }
  const french = editableText(files.get(`${folder}/${id}/${ORIGINAL}.md`) ?? '')
  const read = readText(form, isByHand)
  const digest = content.articles.find((each) => each.id === id)?.texts[ORIGINAL]?.digest
  const follows = part !== ORIGINAL && form.get('follows') === 'true' && digest
  const before = new Set(editableText(text ?? '').sections.map((section) => section.id))
  const headingOf = (name: string) => french.sections.find((section) => section.id === name)?.heading ?? ''
  const sections = (read.sections ?? []).map((section) =>
    section.heading || before.has(section.id) ? section : { ...section, heading: headingOf(section.id) },
  )
  const order = part === ORIGINAL ? {} : { order: french.sections.map((section) => section.id) }
  // Whoever unticks the box again has not read it after all.
  const mark = form.get('machine') === 'true' ? { machine: form.get('follows') !== 'true' } : {}
  return editText(text ?? '', { ...read, sections, ...order, ...mark, ...(follows ? { translates: digest } : {}) })
}
