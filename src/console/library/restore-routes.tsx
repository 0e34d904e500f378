import { z } from 'zod'
import { restored } from '../../knowledge/drafts.ts'
import { type Held, heldBy } from './held.ts'
import { HeldPart } from './held-part.tsx'
import { ArticlePage } from './page.tsx'
import type { LibraryPages } from './resources.ts'
import type { ArticleHandler, Routing } from './routing.ts'
import { keep } from './save.ts'
import { redirect } from './sending.ts'
import { sentWith } from './sent.ts'

const numberShape = z.coerce.number().int().positive()

/** Taking up an article again as it stood: as a draft, and over somebody's draft only when its words were seen. */
export function restoreRoutes(routing: Routing, pages: LibraryPages): void {
  const { publications, drafts } = pages

  routing.postArticle('/restore', async (asked) => {
    const { request, response, opened, published, by } = asked
    const { form } = await sentWith(request)
    const number = numberShape.safeParse(form.get('number'))
    const old = number.success ? await publications.get(number.data) : undefined
    if (!old) return redirect(response, `/library/${opened.id}/history`)
    const changes = restored(await publications.files(old), published.files, opened.id)
    const held = heldBy(opened.draft, changes)
    if (held && String(held.draft.version) !== form.get('version')) return showHeld(asked, old.number, held)
    if (await keep(opened.id, changes, by, opened.draft, published, pages)) {
      return redirect(response, `/library/${opened.id}/publish`)
    }
    // Somebody saved at the same moment: what they wrote is shown, or there is nothing in the way any more.
    const theirs = await drafts.of(opened.id)
    const now = heldBy(theirs, changes)
    if (now) return showHeld(asked, old.number, now)
    await keep(opened.id, changes, by, theirs, published, pages)
    redirect(response, `/library/${opened.id}/publish`)
  })
}

async function showHeld(asked: Parameters<ArticleHandler>[0], number: number, held: Held): Promise<void> {
  const { opened, drawing, page } = asked
  const { say } = drawing
  await page({
    title: `${say('ways.history')} : ${opened.title}`,
    status: 409,
    children: (
      <ArticlePage opened={opened} at="history" heading={say('ways.history')} drawing={drawing}>
        <section class="conflict" aria-labelledby="held-heading">
          <h2 id="held-heading">{say('held.one')}</h2>
          <HeldPart held={held} action={`/library/${opened.id}/restore`} drawing={drawing}>
            <input type="hidden" name="number" value={number} />
          </HeldPart>
          <p>
            <a href={`/library/${opened.id}`}>{say('held.open')}</a>
          </p>
        </section>
      </ArticlePage>
    ),
  })
}
