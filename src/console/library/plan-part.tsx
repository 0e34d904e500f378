import type { JSX } from 'preact'
import type { PlanChange, TakenPlan } from '../../knowledge/import-plan.ts'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'

/** A new page of the plan beside the one before. */
export interface PlanCompared {
  readonly plan: TakenPlan
  /** What would be published, where it may be, and what names it and the page it was compared with. */
  readonly text?: string
  readonly digest?: string
}

/** What moved between two pages of the plan, which articles quote what is gone, and the way to publish what was seen. */
export function PlanPart({ compared, drawing }: { compared: PlanCompared; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  const { changes, added, removed, findings, quotations } = compared.plan
  return (
    <section aria-labelledby="plan-heading">
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
      {compared.text === undefined ? (
        <p class="conflict">{say(compared.plan.files.size ? 'import.plan-not' : 'import.plan-nothing')}</p>
      ) : (
        <form method="post" action="/library/import?kind=plan" enctype="multipart/form-data" class="field publish">
          <input type="hidden" name="kind" value="plan" />
          <input type="hidden" name="compared" value={compared.text} />
          <input type="hidden" name="digest" value={compared.digest} />
          <label for="reason">{say('publish.reason-needed')}</label>
          <textarea id="reason" name="reason" rows={2} maxlength={1000} required />
          <button type="submit" name="deed" value="publish">
            {say('import.plan-publish')}
          </button>
        </form>
      )}
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
