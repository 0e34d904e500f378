import type { JSX } from 'preact'
import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import { forbids } from '../../knowledge/may-publish.ts'
import type { Drawing } from './drawing.ts'
import { partOfFinding, placeOf, remedyOf, sentenceOf } from './finding-words.ts'

/** What is not right with an article, and what to do about it; each leads to where it is mended. */
export function FindingsPart(props: {
  findings: readonly Finding[]
  drawing: Drawing
  isApart?: boolean
}): JSX.Element {
  const { findings, drawing, isApart } = props
  const id = 'findings'
  const { say } = drawing
  const forbidding = findings.filter(forbids)
  return (
    <section
      id={id}
      class={forbidding.length ? 'findings wrong' : 'findings'}
      aria-labelledby={`${id}-heading`}
      {...(isApart ? { 'hx-swap-oob': 'true' } : {})}
    >
      <h2 id={`${id}-heading`}>
        {findings.length ? say('findings.heading', { count: findings.length }) : say('findings.none')}
      </h2>
      {findings.length ? (
        <ul>
          {[...forbidding, ...findings.filter((finding) => !forbids(finding))].map((finding) => (
            <li key={`${finding.rule} ${finding.file} ${finding.place} ${finding.sentence}`}>
              <p class="place">
                <span class={forbids(finding) ? 'mark-of wrong' : 'mark-of due'}>
                  {say(forbids(finding) ? 'findings.to-mend' : 'findings.may-wait')}
                </span>{' '}
                <a href={addressOf(finding)}>{placeOf(finding, drawing)}</a>
              </p>
              <p>{sentenceOf(finding, drawing)}</p>
              <p class="quiet">{remedyOf(finding, drawing)}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function addressOf(finding: Finding): string {
  const at = articlePath(finding.file)
  if (!at) return '/library'
  const section = finding.file.endsWith('.md') && finding.place ? `#section-${finding.place}` : ''
  return `/library/${at.id}?part=${partOfFinding(finding)}${section}`
}
