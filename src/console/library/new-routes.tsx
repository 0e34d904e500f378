import { type Folder, KIND_OF_FOLDER } from '../../knowledge/article.ts'
import { newArticle } from '../../knowledge/new-article.ts'
import { LOCALE } from '../../language/languages.ts'
import { formOf } from '../form.ts'
import { LibraryPage } from './page.tsx'
import { slugOf } from './read-form.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { daysAfter } from './rows.ts'
import { keep } from './save.ts'
import { redirect } from './sending.ts'
import { freeId, takenIds } from './taken-ids.ts'
import { FOLDERS } from './wish.ts'

/** A new article is read again after half a year. */
const REVIEW_DAYS = 180
/** An id of the title's first words. */
const ID_LENGTH = 40

/** Beginning a new article: its shelf and its title make a draft with the usual sections. */
export function newRoutes(routing: Routing, pages: LibraryPages): void {
  routing.get('/library/new', async (asked) => showNew(asked))

  routing.post('/library/new', async (asked) => {
    const { request, response, published, drawing, by } = asked
    const form = formOf(request)
    const title = (form.get('title') ?? '').trim().replace(/\s+/g, ' ').slice(0, 200)
    const folder = FOLDERS.find((each) => each === form.get('folder'))
    if (!title || !folder) return showNew(asked, { refused: drawing.say('new.incomplete'), title })
    const first =
      slugOf(form.get('id') || title)
        .slice(0, ID_LENGTH)
        .replace(/-$/, '') || 'article'
    const id = freeId(first, await takenIds(published, pages.drafts))
    const files = newArticle(folder, id, title, daysAfter(drawing.today, REVIEW_DAYS))
    const saved = await keep(id, files, by, undefined, published, pages)
    if (!saved) return showNew(asked, { refused: drawing.say('new.taken'), title })
    redirect(response, `/library/${id}`)
  })
}

async function showNew(
  { drawing, page }: Asked,
  { refused, title = '', folder }: { refused?: string; title?: string; folder?: Folder } = {},
): Promise<void> {
  const { say } = drawing
  await page({
    title: `${say('deed.new')} – Passerelle`,
    ...(refused ? { status: 422 } : {}),
    children: (
      <LibraryPage title={say('deed.new')} back={{ to: '/library', label: say('back') }}>
        {refused ? (
          <p class="conflict" role="alert">
            {refused}
          </p>
        ) : null}
        <form method="post" action="/library/new" class="new-article">
          <div class="field">
            <label for="title">{say('new.title')}</label>
            <p class="explained" id="title-explained">
              {say('field.title.explained')}
            </p>
            <input
              id="title"
              name="title"
              value={title}
              required
              maxlength={200}
              autocomplete="off"
              lang={LOCALE.fr}
              aria-describedby="title-explained"
            />
          </div>
          <div class="field">
            <label for="folder">{say('new.folder')}</label>
            <p class="explained" id="folder-explained">
              {say('new.folder-explained')}
            </p>
            <select id="folder" name="folder" required aria-describedby="folder-explained">
              {Object.keys(KIND_OF_FOLDER).map((each) => (
                <option key={each} value={each} selected={each === (folder ?? 'steps')}>
                  {say(`folder.${each}`)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="id">
              {say('new.id')} <span class="quiet">{say('field.optional')}</span>
            </label>
            <p class="explained" id="id-explained">
              {say('new.id-explained')}
            </p>
            <input id="id" name="id" maxlength={60} autocomplete="off" aria-describedby="id-explained" />
          </div>
          <button type="submit">{say('new.do')}</button>
        </form>
      </LibraryPage>
    ),
  })
}
