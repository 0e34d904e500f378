import type { JSX } from 'preact'
import { MARK_REASONS } from '../../knowledge/noticed.ts'
import type { Publication } from '../../knowledge/publication.ts'
import { LOCALE } from '../../language/languages.ts'
import { Differences } from './difference-part.tsx'
import type { Difference } from './differences.ts'
import type { Drawing } from './drawing.ts'
import type { VersionMarks } from './marks-by-version.ts'
import { Moment } from './moment.tsx'
import type { Opened } from './opened.ts'
import { ArticlePage, LibraryPage } from './page.tsx'

interface Props {
  readonly publications: readonly Publication[]
  /** The number of the first one that is not shown. */
  readonly older?: number
  readonly drawing: Drawing
}

/** Everything that was ever published, newest first. */
export function HistoryPage({ publications, older, drawing }: Props): JSX.Element {
  const { say } = drawing
  return (
    <LibraryPage title={say('history.heading')} back={{ to: '/library', label: say('back') }}>
      <ol class="history">
        {publications.map((publication) => (
          <li key={publication.number}>
            <a href={`/library/history/${publication.number}`}>
              {say('history.number', { number: publication.number })}
            </a>
            <Told publication={publication} drawing={drawing} />
          </li>
        ))}
      </ol>
      {older === undefined ? null : (
        <p>
          <a href={`/library/history?before=${older}`}>{say('history.older')}</a>
        </p>
      )}
    </LibraryPage>
  )
}

/** One publication: what it changed, and the way back to it. */
export function PublicationPage(props: {
  readonly publication: Publication
  readonly differences: readonly Difference[]
  readonly isLatest: boolean
  readonly articles: readonly string[]
  /** Nobody goes back alone. */
  readonly needsOther?: boolean
  readonly notice?: string
  /** Why it was not gone back to. */
  readonly refused?: string
  readonly drawing: Drawing
}): JSX.Element {
  const { publication, differences, isLatest, articles, needsOther, notice, refused, drawing } = props
  const { say } = drawing
  return (
    <LibraryPage
      title={say('history.number', { number: publication.number })}
      back={{ to: '/library/history', label: say('history.back') }}
    >
      <Notice notice={notice} />
      {refused ? (
        <p class="conflict" role="alert">
          {refused}
        </p>
      ) : null}
      <Told publication={publication} drawing={drawing} />
      {articles.length ? (
        <p>
          {articles.map((article) => (
            <>
              <a href={`/library/${article}`}>{article}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
      {isLatest ? (
        <p class="quiet">{say('history.is-latest')}</p>
      ) : (
        <details class="rollback">
          <summary>{say('rollback.heading')}</summary>
          <form method="post" action={`/library/history/${publication.number}/rollback`} class="field">
            <p>{say('rollback.text')}</p>
            {needsOther ? <p>{say('proposal.needed')}</p> : null}
            <label for="reason">{say('publish.reason-needed')}</label>
            <textarea id="reason" name="reason" rows={2} maxlength={1000} required />
            <button type="submit">{say('rollback.do')}</button>
          </form>
        </details>
      )}
      <h2>{say('history.what-changed')}</h2>
      <Differences differences={differences} drawing={drawing} />
    </LibraryPage>
  )
}

/** One article through its publications; each can be taken up again as a draft. */
export function ArticleHistoryPage(props: {
  readonly opened: Opened
  readonly versions: readonly { readonly publication: Publication; readonly differences: readonly Difference[] }[]
  /** What people said of each version, by the number of its publication. */
  readonly marked: ReadonlyMap<number, VersionMarks>
  readonly notice?: string
  readonly drawing: Drawing
}): JSX.Element {
  const { opened, versions, marked, notice, drawing } = props
  const { say } = drawing
  const latest = versions[0]?.publication.number
  return (
    <ArticlePage opened={opened} at="history" heading={say('ways.history')} drawing={drawing}>
      <Notice notice={notice} />
      {versions.length ? null : <p>{say('history.never')}</p>}
      <ol class="history">
        {versions.map(({ publication, differences }) => (
          <li key={publication.number}>
            <h2>
              <a href={`/library/history/${publication.number}`}>
                {say('history.number', { number: publication.number })}
              </a>
            </h2>
            <Told publication={publication} drawing={drawing} />
            <Said marks={marked.get(publication.number)} drawing={drawing} />
            {publication.number === latest ? (
              <p class="quiet">{say('history.is-read')}</p>
            ) : (
              <form method="post" action={`/library/${opened.id}/restore`}>
                <input type="hidden" name="number" value={publication.number} />
                <button type="submit" class="light" aria-describedby={`told-${publication.number}`}>
                  {say('deed.restore')}
                </button>
              </form>
            )}
            <details>
              <summary>{say('history.what-changed')}</summary>
              <Differences differences={differences} drawing={drawing} />
            </details>
          </li>
        ))}
      </ol>
    </ArticlePage>
  )
}

function Notice({ notice }: { notice: string | undefined }): JSX.Element | null {
  if (!notice) return null
  return (
    <p class="done" role="status" id="done">
      {notice}
    </p>
  )
}

function Told({ publication, drawing }: { publication: Publication; drawing: Drawing }): JSX.Element {
  const { at, by, origin, reason, says, number } = publication
  const { say } = drawing
  return (
    <div class="told" id={`told-${number}`}>
      <p class="quiet">
        {by.name} · <Moment at={at} drawing={drawing} /> · {say(`origin.${origin}`)}
      </p>
      <p lang={LOCALE.fr}>{says}</p>
      {reason ? <p class="quiet">{say('history.reason', { reason })}</p> : null}
    </div>
  )
}

function Said({ marks, drawing }: { marks: VersionMarks | undefined; drawing: Drawing }): JSX.Element | null {
  const { say } = drawing
  if (!marks) return null
  const reasons = MARK_REASONS.filter((reason) => marks.reasons[reason] > 0)
    .map((reason) => `${say(`marks.reason.${reason}`)} (${marks.reasons[reason]})`)
    .join(', ')
  return (
    <p class="said">
      {say('marks.counts', { good: marks.good, bad: marks.bad })} {reasons ? say('marks.reasons', { reasons }) : null}
    </p>
  )
}
