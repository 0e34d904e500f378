import { z } from 'zod'
import type { Publication } from '../../knowledge/publication.ts'
import { formOf } from '../form.ts'
import { changedPaths, subjectOf } from './changes.ts'
import { type Difference, differencesOf } from './differences.ts'
import { ArticleHistoryPage, HistoryPage, PublicationPage } from './history-page.tsx'
import { marksByVersion } from './marks-by-version.ts'
import { addressAfter, publishOrPropose } from './proposals.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { redirect } from './sending.ts'
import { unknownPage } from './unknown.tsx'

/** So many publications on one page. */
const SHOWN = 30
/** How far back the versions of one article are looked for. */
const LOOKED_BACK = 200

const numberShape = z.coerce.number().int().positive()

/** What was published when, by whom and why, and the way back. */
export function historyRoutes(routing: Routing, pages: LibraryPages): void {
  const { publications } = pages

  routing.get('/library/history', async ({ request, drawing, page }) => {
    const before = numberShape.safeParse(request.query?.before)
    const found = await publications.history(SHOWN, before.success ? before.data : undefined)
    const last = found.at(-1)
    await page({
      title: `${drawing.say('history.heading')} – Passerelle`,
      children: (
        <HistoryPage
          publications={found}
          drawing={drawing}
          {...(last && last.number > 1 ? { older: last.number } : {})}
        />
      ),
    })
  })

  routing.get('/library/history/:number', async (asked) => {
    const publication = await named(asked)
    if (publication) await showPublication(asked, publication)
    else await asked.page(unknownPage('', asked))
  })

  routing.post('/library/history/:number/rollback', async (asked) => {
    const { request, response, drawing, published, page, by } = asked
    const { say } = drawing
    const publication = await named(asked)
    if (!publication) return page(unknownPage('', asked))
    const reason = (formOf(request).get('reason') ?? '').trim().slice(0, 1000)
    if (!reason) return showPublication(asked, publication, say('move.no-reason'))
    const { number } = publication
    const files = await publications.files(publication)
    const says = say('rollback.says', { number })
    const what = { name: `rollback-${number}`, files, says, reason, origin: 'rollback' as const, by }
    const done = await publishOrPropose(what, published, pages)
    if (done.is === 'conflict') return showPublication(asked, publication, say('rollback.meanwhile'))
    redirect(response, addressAfter(done))
  })

  async function named({ request }: Asked): Promise<Publication | undefined> {
    const number = numberShape.safeParse(request.params.number)
    return number.success ? publications.get(number.data) : undefined
  }

  async function showPublication(asked: Asked, publication: Publication, refused?: string): Promise<void> {
    const { request, drawing, published, page } = asked
    const { say } = drawing
    const before = publication.number > 1 ? await publications.get(publication.number - 1) : undefined
    const paths = changedPaths(before, publication)
    const isFirst = before === undefined
    await page({
      title: `${say('history.number', { number: publication.number })} – Passerelle`,
      ...(refused ? { status: 409 } : {}),
      children: (
        <PublicationPage
          publication={publication}
          differences={isFirst ? [] : await differencesBetween(before, publication, () => true)}
          isLatest={publication.number === published.publication.number}
          articles={isFirst ? [] : [...new Set(paths.map(({ path }) => subjectOf(path)))]}
          needsOther={pages.secondReader === true}
          drawing={drawing}
          {...(refused ? { refused } : {})}
          {...(request.query?.done ? { notice: say('publish.done', { says: publication.says }) } : {})}
        />
      ),
    })
  }

  routing.getArticle('/history', async ({ request, opened, published, drawing, page }) => {
    const { say } = drawing
    const history = await publications.history(LOOKED_BACK)
    const isOurs = (path: string) => subjectOf(path) === opened.id
    const versions = history.flatMap((publication, at) => {
      const before = history[at + 1]
      const isKnown = before !== undefined || publication.number === 1
      return isKnown && changedPaths(before, publication).some(({ path }) => isOurs(path))
        ? [{ publication, before }]
        : []
    })
    const marks = (await pages.usage?.marks(new Date(0))) ?? []
    const numbers = versions.map(({ publication }) => publication.number)
    const marked = marksByVersion(opened.id, marks, numbers, published.content.redirects)
    const done = history.find(({ number }) => String(number) === String(request.query?.done))
    await page({
      title: `${say('ways.history')} : ${opened.title}`,
      children: (
        <ArticleHistoryPage
          opened={opened}
          versions={
            await Promise.all(
              versions.map(async ({ publication, before }) => ({
                publication,
                differences: before ? await differencesBetween(before, publication, isOurs) : [],
              })),
            )
          }
          marked={marked}
          drawing={drawing}
          {...(done ? { notice: say('publish.done', { says: done.says }) } : {})}
        />
      ),
    })
  })

  async function differencesBetween(
    before: Publication | undefined,
    after: Publication,
    wanted: (path: string) => boolean,
  ): Promise<readonly Difference[]> {
    const paths = changedPaths(before, after).filter(({ path }) => wanted(path))
    const text = async (digest: string | undefined) => (digest ? publications.text(digest) : undefined)
    const found = await Promise.all(
      paths.map(async ({ path, was, is }) => differencesOf(path, await text(was), await text(is))),
    )
    return found.flat()
  }
}
