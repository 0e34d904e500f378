import { idNow } from '../../knowledge/redirects.ts'
import type { Page } from '../frame.tsx'
import type { Drawing } from './drawing.ts'
import { LibraryPage } from './page.tsx'
import type { Published } from './published.ts'

/** Says that there is no such article; leads on where its id was changed. */
export function unknownPage(
  id: string,
  { drawing, published }: { readonly drawing: Drawing; readonly published: Published },
): Page & { readonly status: number } {
  const { say } = drawing
  const now = idNow(id, published.content.redirects)
  const title = say('unknown.title')
  return {
    title: `${title} – Passerelle`,
    status: 404,
    children: (
      <LibraryPage title={title} back={{ to: '/library', label: say('back') }}>
        {now === id ? (
          <p>{say('unknown.text')}</p>
        ) : (
          <p>
            <a href={`/library/${now}`}>{say('unknown.moved', { to: now })}</a>
          </p>
        )}
      </LibraryPage>
    ),
  }
}
