import type { JSX } from 'preact'
import type { Drawing } from './drawing.ts'
import { LinksPart } from './links-part.tsx'
import type { LinksShown } from './links-shown.ts'
import { ArticleList } from './list.tsx'
import { LibraryPage } from './page.tsx'
import type { Proposal } from './proposals.ts'
import type { Row } from './rows.ts'
import { Today } from './today.tsx'
import type { Wish } from './wish.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly wished: readonly Row[]
  readonly wish: Wish
  /** Articles that people found not helpful as they read now. */
  readonly disliked: ReadonlySet<string>
  /** What waits for somebody else's consent. */
  readonly proposals: readonly Proposal[]
  readonly gaps?: number
  readonly links?: LinksShown
  readonly drawing: Drawing
}

/** The front of the library: what to do today, and every article. */
export function Front({ rows, wished, wish, disliked, proposals, gaps, links, drawing }: Props): JSX.Element {
  const { say } = drawing
  return (
    <LibraryPage title={say('title')}>
      <div class="front-deeds">
        <form method="get" action="/library/new">
          <button type="submit">{say('deed.new')}</button>
        </form>
        <a href="/library/history">{say('history.link')}</a>
        {gaps === undefined ? null : <a href="/library/gaps">{say('gaps.link')}</a>}
        <a href="/library/translations">{say('translations.link')}</a>
        <a href="/library/import">{say('import.link')}</a>
      </div>
      <Today
        rows={rows}
        disliked={disliked}
        proposals={proposals}
        links={links?.gone.length ?? 0}
        drawing={drawing}
        {...(gaps ? { gaps } : {})}
      />
      {links ? <LinksPart links={links} drawing={drawing} /> : null}
      <ArticleList rows={wished} all={rows.length} wish={wish} drawing={drawing} />
    </LibraryPage>
  )
}
