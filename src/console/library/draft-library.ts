import { buildLibrary, type Library } from '../../knowledge/library.ts'
import type { Opened } from './opened.ts'

/** How many libraries of drafts are kept ready. */
const MOST = 3

/** The library as it would be with a draft; kept while neither the draft nor what is published changes. */
export function openDraftLibraries(): (opened: Opened) => Library {
  const made = new Map<string, Library>()
  return (opened) => {
    const { id, draft, published, content } = opened
    if (!draft) return published.library
    const name = `${id} ${draft.version} ${published.publication.number}`
    const known = made.get(name)
    if (known) return known
    const library = buildLibrary(content, published.publication.number, published.library)
    made.set(name, library)
    for (const old of made.keys()) if (made.size > MOST) made.delete(old)
    return library
  }
}
