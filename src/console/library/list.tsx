import type { JSX } from 'preact'
import { LANGUAGES, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import { Moment } from './moment.tsx'
import type { Row } from './rows.ts'
import { FOLDERS, queryOf, STATES, type Wish } from './wish.ts'

interface Props {
  readonly rows: readonly Row[]
  readonly all: number
  readonly wish: Wish
  readonly drawing: Drawing
}

/** Every article with how it stands in each language, and what was last done to it. */
export function ArticleList({ rows, all, wish, drawing }: Props): JSX.Element {
  const { say } = drawing
  return (
    <section id="articles" aria-labelledby="articles-heading">
      <h2 id="articles-heading">{say('list.heading')}</h2>
      <Filters wish={wish} drawing={drawing} />
      <p class="quiet" role="status">
        {rows.length === all ? say('list.count', { count: all }) : say('list.count-of', { count: rows.length, all })}
      </p>
      {rows.length ? (
        <ul class="articles">
          {rows.map((row) => (
            <Line key={row.id} row={row} drawing={drawing} />
          ))}
        </ul>
      ) : (
        <p>
          {say('list.none')} <a href="/library">{say('list.all')}</a>
        </p>
      )}
    </section>
  )
}

function Filters({ wish, drawing: { say } }: { wish: Wish; drawing: Drawing }): JSX.Element {
  return (
    <form method="get" action="/library" class="filters" aria-label={say('filters.heading')}>
      <label>
        <span>{say('filters.q')}</span>
        <input type="search" name="q" value={wish.q} autocomplete="off" />
      </label>
      <label>
        <span>{say('filters.state')}</span>
        <select name="state">
          {STATES.map((state) => (
            <option key={state} value={state} selected={state === wish.state}>
              {say(`filters.states.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say('filters.folder')}</span>
        <select name="folder">
          <option value="">{say('filters.any-folder')}</option>
          {FOLDERS.map((folder) => (
            <option key={folder} value={folder} selected={folder === wish.folder}>
              {say(`folder.${folder}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="light">
        {say('filters.apply')}
      </button>
    </form>
  )
}

function Line({ row, drawing }: { row: Row; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  return (
    <li class="article">
      <p class="title">
        <a href={`/library/${row.id}`} lang={LOCALE.fr}>
          {row.title}
        </a>{' '}
        <span class="quiet">{say(`folder.${row.folder}`)}</span>
      </p>
      <p class="marks">
        {row.isNew ? <span class="mark-of new">{say('mark.new')}</span> : null}
        {row.draft && !row.isNew ? <span class="mark-of draft">{say('mark.draft')}</span> : null}
        {row.isDue ? <span class="mark-of due">{say('mark.review', { day: row.review ?? '' })}</span> : null}
        {row.findings.length ? (
          <span class="mark-of wrong">{say('mark.findings', { count: row.findings.length })}</span>
        ) : null}
        {LANGUAGES.map((language) => (
          <span key={language} class={`text-state ${row.texts[language]}`}>
            <abbr title={languageName(language, drawing)}>{language}</abbr> {say(`text.${row.texts[language]}`)}
          </span>
        ))}
      </p>
      <p class="quiet">
        {row.draft ? <DraftOf row={row} drawing={drawing} /> : <ChangeOf row={row} drawing={drawing} />}
      </p>
      {row.usage ? (
        <p class="quiet">
          {say('list.usage', {
            asked: row.usage.asked,
            answered: row.usage.answered,
            good: row.usage.good,
            bad: row.usage.bad,
          })}
        </p>
      ) : null}
    </li>
  )
}

function DraftOf({ row: { draft }, drawing }: { row: Row; drawing: Drawing }): JSX.Element | null {
  if (!draft) return null
  return (
    <>
      {drawing.say('list.draft-by', { name: draft.by.name })} <Moment at={draft.at} drawing={drawing} />
    </>
  )
}

function ChangeOf({ row: { changed }, drawing }: { row: Row; drawing: Drawing }): JSX.Element {
  if (!changed) return <>{drawing.say('list.long-ago')}</>
  return (
    <>
      {drawing.say('list.changed-by', { name: changed.by.name })} <Moment at={changed.at} drawing={drawing} />
    </>
  )
}

/** The list as it is narrowed to one state. */
export function stateAddress(state: Wish['state']): string {
  return `/library${queryOf({ state })}#articles`
}
