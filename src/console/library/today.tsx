import type { JSX } from 'preact'
import type { Drawing } from './drawing.ts'
import { stateAddress } from './list.tsx'
import type { Proposal } from './proposals.ts'
import type { Row } from './rows.ts'
import { isInState, STATES, type Wish } from './wish.ts'

interface Props {
  readonly rows: readonly Row[]
  /** Articles that people found not helpful as they read now. */
  readonly disliked: ReadonlySet<string>
  /** What waits for somebody else's consent. */
  readonly proposals: readonly Proposal[]
  /** Questions that nobody could answer, where they are kept. */
  readonly gaps?: number
  /** Addresses that are dead or moved. */
  readonly links: number
  readonly drawing: Drawing
}

/** So many articles are named under each thing to do. */
const NAMED = 4

/** What waits for an editor, most pressing first: the front of the library. */
export function Today({ rows, disliked, proposals, gaps, links, drawing }: Props): JSX.Element {
  const { say } = drawing
  const tasks = STATES.filter((state) => state !== 'all')
    .map((state) => ({ state, rows: rows.filter((row) => isInState(row, state)) }))
    .filter((task) => task.rows.length)
  const bad = rows.filter(({ id }) => disliked.has(id))
  return (
    <section class="today" aria-labelledby="today-heading">
      <h2 id="today-heading">{say('today.heading')}</h2>
      {tasks.length || gaps || links || bad.length || proposals.length ? (
        <ul>
          {proposals.length ? (
            <li>
              <p>{say('today.proposals', { count: proposals.length })}</p>
              <p class="named">
                {proposals.map(({ name, draft }, at) => (
                  <>
                    {at ? ' · ' : ''}
                    <a href={`/library/proposals/${name}`}>{name}</a> ({draft.by.name})
                  </>
                ))}
              </p>
            </li>
          ) : null}
          {tasks.map((task) => (
            <Task key={task.state} state={task.state} rows={task.rows} drawing={drawing} />
          ))}
          {gaps ? (
            <li>
              <a href="/library/gaps">{say('today.gaps', { count: gaps })}</a>
            </li>
          ) : null}
          {links ? (
            <li>
              <a href="#links">{say('today.links', { count: links })}</a>
            </li>
          ) : null}
          {bad.length ? (
            <li>
              <p>{say('today.bad', { count: bad.length })}</p>
              <Named rows={bad} />
            </li>
          ) : null}
        </ul>
      ) : (
        <p>{say('today.nothing')}</p>
      )}
    </section>
  )
}

function Task({ state, rows, drawing }: { state: Wish['state']; rows: readonly Row[]; drawing: Drawing }): JSX.Element {
  return (
    <li>
      <p>
        <a href={stateAddress(state)}>{drawing.say(`today.${state}`, { count: rows.length })}</a>
      </p>
      <Named rows={rows} />
    </li>
  )
}

function Named({ rows }: { rows: readonly Row[] }): JSX.Element {
  return (
    <p class="named" lang="fr-CA">
      {rows.slice(0, NAMED).map((row, at) => (
        <>
          {at ? ' · ' : ''}
          <a href={`/library/${row.id}`}>{row.title}</a>
        </>
      ))}
      {rows.length > NAMED ? ' …' : ''}
    </p>
  )
}
