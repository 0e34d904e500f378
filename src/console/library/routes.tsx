import type { Server } from 'restify'
import type { Console } from '../console.ts'
import { dislikedNow } from './disliked.ts'
import { editRoutes } from './edit-routes.tsx'
import { readLibraryFiles } from './files.ts'
import { Front } from './front.tsx'
import { gapsRoutes } from './gaps-routes.tsx'
import { historyRoutes } from './history-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { linksRoutes } from './links-routes.ts'
import { linksShown } from './links-shown.ts'
import { moveRoutes } from './move-routes.tsx'
import { newRoutes } from './new-routes.tsx'
import { previewRoutes } from './preview-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { draftsOfArticles, proposalsIn } from './proposals.ts'
import { publishRoutes } from './publish-routes.tsx'
import type { LibraryResources } from './resources.ts'
import { restoreRoutes } from './restore-routes.tsx'
import { routingOf } from './routing.ts'
import { rowsOf } from './rows.ts'
import { translationsRoutes } from './translations-routes.tsx'
import { readWish, wishedFor } from './wish.ts'

/** How far back gaps are counted, and the use of articles. */
const LOOKED_BACK_MS = 90 * 24 * 60 * 60 * 1000

/** Adds the library to a server: what editors read, write, prove and publish. */
export function libraryRoutes(server: Server, console: Console, resources: LibraryResources): void {
  const pages = { ...resources, drafts: draftsOfArticles(resources.drafts), proposed: resources.drafts }
  const files = readLibraryFiles(console.assets)
  // Whoever asks for a page is told; nobody asking is no reason to stop.
  files.catch(pages.onError)
  const routing = routingOf(server, console, pages, files)

  routing.get('/library', async ({ request, drawing, published, page }) => {
    const since = new Date(drawing.now.getTime() - LOOKED_BACK_MS)
    const [drafts, findings, usage, marks, gaps, links, proposals] = await Promise.all([
      pages.drafts.all(),
      published.findings(drawing.today),
      pages.usage?.since(since),
      pages.usage?.marks(since),
      pages.gaps?.count(since),
      pages.links?.standing(),
      proposalsIn(pages),
    ])
    const rows = rowsOf(published, drafts, findings, drawing.today, usage)
    const wish = readWish(request.query)
    const wished = wishedFor(rows, wish, published.wordsOf)
    await page({
      title: `${drawing.say('title')} – Passerelle`,
      children: (
        <Front
          rows={rows}
          wished={wished}
          wish={wish}
          disliked={dislikedNow(marks ?? [], published)}
          proposals={proposals}
          drawing={drawing}
          {...(gaps === undefined ? {} : { gaps })}
          {...(links ? { links: linksShown(links, published) } : {})}
        />
      ),
    })
  })
  newRoutes(routing, pages)
  gapsRoutes(routing, pages)
  linksRoutes(routing, pages)
  translationsRoutes(routing, pages)
  importRoutes(routing, pages)
  historyRoutes(routing, pages)
  restoreRoutes(routing, pages)
  proposalRoutes(routing, pages)
  editRoutes(routing, pages)
  previewRoutes(routing, pages, pages.model ? { model: pages.model } : {})
  publishRoutes(routing, pages)
  moveRoutes(routing, pages)
}
