import type { JSX } from 'preact'
import type { PlanChange, TakenPlan } from '../../knowledge/import-plan.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'

interface Props {
  readonly plan: TakenPlan
  /** Why the new page was not published. */
  readonly refused?: string
  readonly drawing: Drawing
}

/** What moved between two pages of the plan, and which articles quote what is gone. */
export function PlanPart({ plan, refused, drawing }: Props): JSX.Element {
  const { say } = drawing
  const { changes, added, removed, findings, quotations } = plan
  return (
    <section aria-labelledby="plan-heading">
      {refused ? (
        <p class="conflict" role="alert">
          {refused}
        </p>
      ) : null}
      <h2 id="plan-heading">{say('import.plan-changes', { count: changes.length + added.length + removed.length })}</h2>
      {findings.length ? <FindingsPart findings={findings} drawing={drawing} /> : null}
      <ul class="plain-list" lang={LOCALE.fr}>
        {changes.map((change) => (
          <li key={`${change.what} ${change.number} ${change.is}`}>
            <strong>
              {say(`import.what.${change.what}`)} {change.number}
            </strong>{' '}
            {say(`import.is.${change.is}`)} <Wording change={change} />{' '}
            {change.articles.map((id) => (
              <a key={id} href={`/library/${id}`}>
                {id}
              </a>
            ))}
          </li>
        ))}
        {removed.map((words) => (
          <li key={`removed ${words}`}>
            <strong>{say('import.beside')}</strong> <del>{words}</del>
          </li>
        ))}
        {added.map((words) => (
          <li key={`added ${words}`}>
            <strong>{say('import.beside')}</strong> <ins>{words}</ins>
          </li>
        ))}
        {quotations.map(({ article, quotation, now }) => (
          <li key={`${article} ${quotation}`}>
            {say('import.lost-quotation')} <a href={`/library/${article}`}>{article}</a> : <del>{quotation}</del>{' '}
            {now ? <ins>{now}</ins> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The words of what changed: piece by piece where it was reworded, whole where it came or went. */
function Wording({ change }: { change: PlanChange }): JSX.Element {
  const { is, before, after, pieces } = change
  if (is === 'added') return <ins>{after}</ins>
  if (is === 'removed') return <del>{before}</del>
  return (
    <>
      {pieces?.map(({ is, words }, at) =>
        is === 'before' ? (
          <del key={`${at}`}>{words}</del>
        ) : is === 'after' ? (
          <ins key={`${at}`}>{words}</ins>
        ) : (
          <span key={`${at}`}>{words}</span>
        ),
      )}
    </>
  )
}
