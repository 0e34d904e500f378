import type { TakenIn } from '../../knowledge/taken-in.ts'
import { type ImportKind, kindOf } from './import-kind.ts'
import { showImport } from './import-page.tsx'
import { planImport } from './plan-import.ts'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { redirect } from './sending.ts'
import { type Sent, sentWith, textSent } from './sent.ts'
import { keepTaken, replaceHeld } from './taken.ts'
import { freeId, takenIds } from './taken-ids.ts'
import { FOLDERS } from './wish.ts'

/** Bringing in what stands elsewhere: a page, a document, a table of contacts become drafts; the plan's page is compared. */
export function importRoutes(routing: Routing, pages: LibraryPages): void {
  const takePlan = planImport(pages)

  routing.get('/library/import', async (asked) => showImport(asked, kindOf(asked.request.query?.kind)))

  routing.post('/library/import', async (asked) => {
    const { request, published, drawing, by } = asked
    const sent = await sentWith(request)
    const kind = kindOf(sent.form.get('kind') ?? request.query?.kind)
    if (sent.isTooLarge) return showImport(asked, kind, { status: 413, refused: drawing.say('brought.too-large') })
    if (kind === 'plan') return takePlan(asked, sent)
    if (!sent.file && !textSent(sent).trim()) {
      return showImport(asked, kind, { status: 422, refused: drawing.say('brought.no-file'), sent })
    }
    const brought = await keepTaken(await takenOf(kind, sent, asked), by, published, pages)
    await showImport(asked, kind, { brought, ...(brought.articles.length ? {} : { sent }) })
  })

  routing.post('/library/import/replace', async (asked) => {
    const { request, response, published, by } = asked
    const { form } = await sentWith(request)
    const { article, ...brought } = await replaceHeld(form, by, published, pages)
    if (brought.articles.length) redirect(response, `/library/${article}`)
    else await showImport(asked, 'page', { brought })
  })

  async function takenOf(kind: ImportKind, sent: Sent, { published, drawing }: Asked): Promise<TakenIn> {
    const { form, file } = sent
    const title = (form.get('title') ?? '').trim()
    const publisher = (form.get('publisher') ?? '').trim()
    const told = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) }
    const from = { address: (form.get('address') ?? '').trim(), day: form.get('day') || drawing.today, ...told }
    const taken = await takenIds(published, pages.drafts)
    if (kind === 'contacts') {
      const { importContacts } = await import('../../knowledge/import-contacts.ts')
      return importContacts(file?.bytes ?? textSent(sent), from, taken)
    }
    const folder = FOLDERS.find((each) => each === form.get('folder')) ?? 'steps'
    const id = freeId(slugOf(title || from.address.replace(/^https?:\/\//, '')).slice(0, 40) || 'page', taken)
    if (kind === 'document') {
      const { importDocx } = await import('../../knowledge/import-docx.ts')
      return importDocx(file?.bytes ?? Buffer.alloc(0), { ...from, folder, id })
    }
    const { importHtml } = await import('../../knowledge/import-html.ts')
    return importHtml(textSent(sent), { ...from, folder, id })
  }
}
