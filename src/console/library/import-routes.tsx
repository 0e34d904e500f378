import type { Files } from '../../knowledge/files.ts'
import { PLAN_PAGE } from '../../knowledge/files.ts'
import type { TakenPlan } from '../../knowledge/import-plan.ts'
import type { TakenIn } from '../../knowledge/taken-in.ts'
import { LOCALE } from '../../language/languages.ts'
import { formOf } from '../form.ts'
import { BroughtPart, ContentFields } from './brought-part.tsx'
import type { Drawing } from './drawing.ts'
import { LibraryPage } from './page.tsx'
import { PlanPart } from './plan-part.tsx'
import { judge, publish } from './publishing.ts'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { redirect } from './sending.ts'
import { type Brought, keepTaken } from './taken.ts'
import { FOLDERS } from './wish.ts'

const KINDS = ['page', 'document', 'contacts', 'plan'] as const
type Kind = (typeof KINDS)[number]
const ACCEPTS: Readonly<Record<Kind, string>> = {
  page: '.html,.htm',
  document: '.docx',
  contacts: '.csv,.txt',
  plan: '.html,.htm,.txt',
}

/** Bringing in what stands elsewhere: a page, a document, a table of contacts become drafts; the plan's page is compared. */
export function importRoutes(routing: Routing, pages: LibraryPages): void {
  routing.get('/library/import', async (asked) => showImport(asked, kindOf(asked.request.query?.kind)))

  routing.post('/library/import', async (asked) => {
    const { request, published, by } = asked
    const form = formOf(request)
    const kind = kindOf(form.get('kind'))
    if (kind === 'plan') return takePlan(asked, form)
    const taken = await takenOf(kind, form, asked)
    await showImport(asked, kind, { brought: await keepTaken(taken, by, published, pages) })
  })

  async function takenOf(kind: Kind, form: URLSearchParams, { published, drawing }: Asked): Promise<TakenIn> {
    const content = form.get('content') ?? ''
    const title = (form.get('title') ?? '').trim()
    const publisher = (form.get('publisher') ?? '').trim()
    const told = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) }
    const from = { address: (form.get('address') ?? '').trim(), day: form.get('day') || drawing.today, ...told }
    const drafted = (await pages.drafts.all()).map(({ article }) => article)
    const taken = new Set([...published.articles.keys(), ...drafted])
    if (kind === 'contacts') {
      const { importContacts } = await import('../../knowledge/import-contacts.ts')
      return importContacts(bytesOf(form, content), from, taken)
    }
    const folder = FOLDERS.find((each) => each === form.get('folder')) ?? 'steps'
    const first = slugOf(title || from.address.replace(/^https?:\/\//, '')).slice(0, 40) || 'page'
    let id = first
    for (let number = 2; taken.has(id); number += 1) id = `${first}-${number}`
    if (kind === 'document') {
      const { importDocx } = await import('../../knowledge/import-docx.ts')
      return importDocx(Buffer.from(bytesOf(form, content)), { ...from, folder, id })
    }
    const { importHtml } = await import('../../knowledge/import-html.ts')
    return importHtml(content, { ...from, folder, id })
  }

  /** The plan's page is no article: it is compared, and published at once where nothing quotes what is gone. */
  async function takePlan(asked: Asked, form: URLSearchParams): Promise<void> {
    const { response, published, drawing, by } = asked
    const { importPlan } = await import('../../knowledge/import-plan.ts')
    const plan = await importPlan(published.content.planPage, form.get('content') ?? '', published.content.articles)
    const reason = (form.get('reason') ?? '').trim()
    const text = plan.files.get(PLAN_PAGE)
    if (!text || text === published.content.planPage || !reason) return showImport(asked, 'plan', { plan })
    const files: Files = new Map(published.files).set(PLAN_PAGE, text)
    const judged = await judge(files, published, drawing.today, reason, pages)
    if (judged.verdict.may !== 'publish') {
      const refused = drawing.say('publish.refused-not')
      return showImport(asked, 'plan', { plan: { ...plan, findings: judged.verdict.because }, refused })
    }
    const done = await publish({ files, says: judged.says, reason, origin: 'import', by }, published, pages)
    if (done.is === 'conflict') {
      return showImport(asked, 'plan', { plan, refused: drawing.say('publish.meanwhile') })
    }
    redirect(response, `/library/history/${done.publication.number}?done=1`)
  }
}

function kindOf(asked: unknown): Kind {
  return KINDS.find((kind) => kind === asked) ?? 'page'
}

/** A file that is no text comes in base 64. */
function bytesOf(form: URLSearchParams, content: string): Buffer {
  return form.get('is') === 'base64' ? Buffer.from(content, 'base64') : Buffer.from(content)
}

/** What came of what was brought in. */
interface Came {
  readonly brought?: Brought
  readonly plan?: TakenPlan
  readonly refused?: string
}

async function showImport({ drawing, page }: Asked, kind: Kind, came: Came = {}): Promise<void> {
  const { say } = drawing
  const { brought, plan, refused } = came
  await page({
    title: `${say('import.heading')} – Passerelle`,
    ...(refused ? { status: 409 } : {}),
    children: (
      <LibraryPage title={say('import.heading')} back={{ to: '/library', label: say('back') }}>
        <nav class="parts" aria-label={say('import.kinds')}>
          <ul>
            {KINDS.map((each) => (
              <li key={each}>
                <a href={`/library/import?kind=${each}`} aria-current={each === kind ? 'page' : undefined}>
                  {say(`import.kind.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {brought ? <BroughtPart brought={brought} drawing={drawing} /> : null}
        {plan ? <PlanPart plan={plan} drawing={drawing} {...(refused ? { refused } : {})} /> : null}
        <p>{say(`import.explained.${kind}`)}</p>
        <form method="post" action="/library/import">
          <input type="hidden" name="kind" value={kind} />
          <ContentFields accept={ACCEPTS[kind]} drawing={drawing} />
          {kind === 'plan' ? (
            <div class="field">
              <label for="reason">{say('import.plan-reason')}</label>
              <textarea id="reason" name="reason" rows={2} maxlength={1000} />
            </div>
          ) : (
            <Origin kind={kind} drawing={drawing} />
          )}
          <button type="submit">{say(`import.do.${kind}`)}</button>
        </form>
      </LibraryPage>
    ),
  })
}

function Origin({ kind, drawing }: { kind: Kind; drawing: Drawing }) {
  const { say } = drawing
  return (
    <>
      {(['address', 'publisher', 'title'] as const).map((name) => (
        <div key={name} class="field">
          <label for={name}>{say(name === 'title' ? 'import.title' : `field.${name}.label`)}</label>
          <p class="explained" id={`${name}-explained`}>
            {say(name === 'title' ? 'import.title-explained' : `field.${name}.explained`)}
          </p>
          <input
            id={name}
            name={name}
            type="text"
            required={name === 'address'}
            autocomplete="off"
            lang={LOCALE.fr}
            aria-describedby={`${name}-explained`}
          />
        </div>
      ))}
      <div class="field">
        <label for="day">{say('field.consulted.label')}</label>
        <input id="day" name="day" type="date" value={drawing.today} required />
      </div>
      {kind === 'contacts' ? null : (
        <div class="field">
          <label for="folder">{say('new.folder')}</label>
          <select id="folder" name="folder">
            {FOLDERS.map((folder) => (
              <option key={folder} value={folder} selected={folder === 'steps'}>
                {say(`folder.${folder}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}
