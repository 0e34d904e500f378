import type { Files } from '../../knowledge/files.ts'
import { merged, renamed, retired } from '../../knowledge/moves.ts'
import { leadsTo } from '../../knowledge/references.ts'
import { LOCALE } from '../../language/languages.ts'
import { formOf } from '../form.ts'
import type { Drawing } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'
import { choicesOf, type Opened } from './opened.ts'
import { ArticlePage } from './page.tsx'
import { addressAfter, publishOrPropose } from './proposals.ts'
import { type Judged, judge } from './publishing.ts'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { ArticleHandler, Routing } from './routing.ts'
import { redirect } from './sending.ts'
import { PAGES_OF_THEIR_OWN } from './taken-ids.ts'

type Asked = Parameters<ArticleHandler>[0]
const DEEDS = ['rename', 'merge', 'retire'] as const
type Deed = (typeof DEEDS)[number]

/** Renaming, merging and retiring an article; its old address leads on, and whatever leads to it is named. */
export function moveRoutes(routing: Routing, pages: LibraryPages): void {
  routing.getArticle('/move', async (asked) => showMove(asked))

  routing.postArticle('/move', async (asked) => {
    const { request, response, opened, published, drawing, by } = asked
    const { say } = drawing
    const form = formOf(request)
    const deed = DEEDS.find((each) => each === form.get('deed'))
    const reason = (form.get('reason') ?? '').trim().slice(0, 1000)
    if (opened.draft) return showMove(asked, { refused: say('move.has-draft') })
    if (!deed || !reason) return showMove(asked, { refused: say('move.no-reason') })
    const to = slugOf(form.get('to-rename') ?? '')
    if (deed === 'rename' && (PAGES_OF_THEIR_OWN.includes(to) || (await pages.drafts.of(to)))) {
      return showMove(asked, { refused: say('move.taken', { id: to }) })
    }
    const moved = movedFiles(deed, published.files, opened.id, form.get(`to-${deed}`) ?? '')
    if (typeof moved === 'string') return showMove(asked, { refused: moved })
    const judged = await judge(moved, published, drawing.today, reason, pages)
    if (judged.verdict.may !== 'publish') return showMove(asked, { refused: say('move.breaks'), judged })
    const what = { name: `${deed}-${opened.id}`, files: moved, says: judged.says, reason, origin: 'edit' as const, by }
    const done = await publishOrPropose(what, published, pages)
    if (done.is === 'conflict') return showMove(asked, { refused: say('publish.meanwhile') })
    redirect(response, addressAfter(done))
  })

  async function showMove(asked: Asked, refused?: { refused: string; judged?: Judged }): Promise<void> {
    const { opened, drawing, page } = asked
    await page({
      title: `${drawing.say('ways.move')} : ${opened.title}`,
      ...(refused ? { status: 409 } : {}),
      children: <MovePage opened={opened} pages={pages} drawing={drawing} {...refused} />,
    })
  }
}

/** The files after the deed, or the sentence that says why not. */
function movedFiles(deed: Deed, files: Files, id: string, to: string): Files | string {
  try {
    if (deed === 'rename') return renamed(files, id, slugOf(to))
    return deed === 'merge' ? merged(files, id, to) : retired(files, id)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function MovePage(props: { opened: Opened; pages: LibraryPages; drawing: Drawing; refused?: string; judged?: Judged }) {
  const { opened, pages, drawing, refused, judged } = props
  const { say } = drawing
  const shown = shownByDialogs(pages)
  const leads = leadsTo(opened.id, opened.content, shown)
  const others = choicesOf(opened.content, ({ id }) => id !== opened.id)
  return (
    <ArticlePage opened={opened} at="move" heading={say('ways.move')} drawing={drawing}>
      {refused ? (
        <p class="conflict" role="alert">
          {refused}
        </p>
      ) : null}
      {judged && judged.verdict.may !== 'publish' ? (
        <FindingsPart findings={judged.verdict.because} on={opened} drawing={drawing} />
      ) : null}
      <section aria-labelledby="leads-heading">
        <h2 id="leads-heading">{say('move.leads', { count: leads.length })}</h2>
        <ul class="plain-list">
          {[...new Map(leads.map((lead) => [`${lead.from} ${lead.how}`, lead])).values()].map((lead) => (
            <li key={`${lead.from} ${lead.how}`}>
              {lead.how === 'dialog' || lead.how === 'offer' ? (
                <code>{lead.from}</code>
              ) : (
                <a href={`/library/${lead.from}`} lang={LOCALE.fr}>
                  {opened.content.articles.find(({ id }) => id === lead.from)?.texts.fr?.title ?? lead.from}
                </a>
              )}{' '}
              <span class="quiet">{say(`move.how.${lead.how}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      {pages.secondReader ? <p>{say('proposal.needed')}</p> : null}
      {DEEDS.map((deed) => (
        <details key={deed} class="new">
          <summary>{say(`move.${deed}.heading`)}</summary>
          <form method="post" action={`/library/${opened.id}/move`} class="field">
            <p>{say(`move.${deed}.text`)}</p>
            <input type="hidden" name="deed" value={deed} />
            {deed === 'rename' ? (
              <>
                <label for="to-rename">{say('move.rename.to')}</label>
                <input id="to-rename" name="to-rename" required maxlength={60} autocomplete="off" value={opened.id} />
              </>
            ) : null}
            {deed === 'merge' ? (
              <>
                <label for="to-merge">{say('move.merge.to')}</label>
                <select id="to-merge" name="to-merge" required lang={LOCALE.fr}>
                  {others.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              </>
            ) : null}
            <label for={`reason-${deed}`}>{say('publish.reason-needed')}</label>
            <textarea id={`reason-${deed}`} name="reason" rows={2} maxlength={1000} required />
            <button type="submit" class={deed === 'retire' ? 'light' : ''}>
              {say(`move.${deed}.do`)}
            </button>
          </form>
        </details>
      ))}
    </ArticlePage>
  )
}

/** The articles that dialogs show at their ends. */
export function shownByDialogs({ shelf }: Pick<LibraryPages, 'shelf'>): { dialog: string; article: string }[] {
  return [...shelf.dialogs.values()].flatMap(({ id: dialog, questions }) =>
    Object.values(questions).flatMap(({ routes }) =>
      routes.flatMap(({ to }) =>
        typeof to === 'object' && to.end === 'articles' ? to.articles.map((article) => ({ dialog, article })) : [],
      ),
    ),
  )
}
