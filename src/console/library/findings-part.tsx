import type { JSX } from 'preact'
import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import { forbids } from '../../knowledge/may-publish.ts'
import { ORIGINAL } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { partOfFinding, placeOf, remedyOf, sentenceOf } from './finding-words.ts'
import type { Opened } from './opened.ts'

/**
 * What is not right, and what to do about it; each leads to where it is mended. On an article's page, what stands in
 * another article is named by that article's title.
 */
export function FindingsPart(props: {
  findings: readonly Finding[]
  /** The article whose page it is. */
  on?: Pick<Opened, 'id' | 'content' | 'published'>
  drawing: Drawing
  isApart?: boolean
}): JSX.Element {
  const { findings, on, drawing, isApart } = props
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
                <a href={addressOf(finding)}>{placeOf(finding, drawing, elsewhere(finding, on))}</a>
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

/** The title of the article that a finding stands in, where that is not the one whose page it is. */
function elsewhere({ file }: Finding, on: Parameters<typeof FindingsPart>[0]['on']): string | undefined {
  const id = articlePath(file)?.id
  if (id === undefined || id === on?.id) return undefined
  const article = on?.content.articles.find((each) => each.id === id) ?? on?.published.articles.get(id)
  return article?.texts[ORIGINAL]?.title ?? id
}

function addressOf(finding: Finding): string {
  const at = articlePath(finding.file)
  return at ? `/library/${at.id}?part=${partOfFinding(finding)}${anchorOf(finding)}` : '/library'
}

const FIELDS = ['title', 'summary', 'questions']

/** The field or the section of a text; a usual section that the French lacks is added in a form of its own. */
function anchorOf({ rule, file, place }: Finding): string {
  if (!file.endsWith('.md') || !place) return ''
  if (FIELDS.includes(place)) return `#${place}`
  const isToAdd = rule === 'missing-section' && place !== 'about' && file.endsWith(`/${ORIGINAL}.md`)
  return isToAdd ? '#new-section' : `#section-${place}`
}
