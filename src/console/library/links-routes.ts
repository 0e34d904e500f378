import type { LibraryPages } from './resources.ts'
import type { Routing } from './routing.ts'
import { redirect } from './sending.ts'

/** Where the check of addresses is begun, and its result looked at. */
export function linksRoutes(routing: Routing, { links }: LibraryPages): void {
  if (!links) return

  routing.get('/library/links', async ({ response }) => redirect(response, '/library#links'))

  routing.post('/library/links', async ({ response }) => {
    await links.begin()
    redirect(response, '/library#links')
  })
}
