import type { JSX } from 'preact'
import { OUTCOMES } from '../../desk/escalation.ts'
import type { AuditLine } from '../../desk/escalations.ts'
import { AUDIT_DAYS } from '../../desk/forget-audit.ts'
import { isLanguage, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'

/** How many lines are shown at once. */
export const LINES = 200
/** How much of a request's id tells it apart for the eye; the link has all of it. */
const SHORT = 8
const SIGNED_BY = ['oidc', 'local'] as const
const COLUMNS = ['when', 'who', 'did', 'request', 'detail'] as const

interface Props {
  readonly lines: readonly AuditLine[]
  readonly drawing: Drawing
  /** The request that the lines are about, where only one is asked for. */
  readonly of?: string
}

/** Where administrators read who did what with a request. */
export function auditOf(request: string): string {
  return `/desk/audit?${new URLSearchParams({ request })}`
}

/** Who looked at what and did what, newest first; never what was said. */
export function AuditPart({ lines, drawing, of }: Props): JSX.Element {
  const { say } = drawing
  return (
    <>
      <p class="quiet">{say('audit.told', { days: AUDIT_DAYS })}</p>
      {of === undefined ? null : (
        <p class="audit-of">
          {say('audit.one', { request: of })} <a href="/desk/audit">{say('audit.all')}</a>
        </p>
      )}
      {lines.length ? <Lines lines={lines} drawing={drawing} /> : <p>{say('audit.none')}</p>}
    </>
  )
}

function Lines({ lines, drawing }: Props): JSX.Element {
  const { say, language, timeZone } = drawing
  const format = new Intl.DateTimeFormat(LOCALE[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section class="table" tabindex={0} aria-labelledby="audit-caption">
      <table>
        <caption id="audit-caption">{say('audit.table', { count: lines.length, most: LINES })}</caption>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {say(`audit.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // Lines have no name of their own, and stay where they are.
            <tr key={at}>
              <td>
                <time datetime={line.at.toISOString()}>{format.format(line.at)}</time>
              </td>
              <td>
                {line.name} {line.who === line.name ? null : <span class="quiet">{line.who}</span>}
              </td>
              <td>{say(`act.${line.act}`)}</td>
              <td>
                {line.escalation ? <a href={auditOf(line.escalation)}>{line.escalation.slice(0, SHORT)}</a> : '–'}
              </td>
              <td>{detailOf(line, drawing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What a line says besides: how it ended, for whom it was meant, by which way somebody signed in. */
function detailOf({ act, detail = '' }: AuditLine, drawing: Drawing): string {
  const { say } = drawing
  if (act === 'close' && isOneOf(OUTCOMES, detail)) return say(`outcome.${detail}`)
  if (act === 'close' && detail === 'quiet') return say('audit.quiet')
  if (act === 'transfer' && isLanguage(detail)) return languageName(detail, drawing)
  if (act === 'sign-in' || act === 'sign-out') return isOneOf(SIGNED_BY, detail) ? say(`signed-by.${detail}`) : detail
  return detail
}

function isOneOf(words: readonly string[], given: string): boolean {
  return words.includes(given)
}
