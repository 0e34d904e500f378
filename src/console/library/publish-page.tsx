import type { JSX } from 'preact'
import { Differences } from './difference-part.tsx'
import { differencesOf } from './differences.ts'
import type { Drawing } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'
import type { Opened } from './opened.ts'
import { ArticlePage } from './page.tsx'
import type { Judged } from './publishing.ts'

interface Props {
  readonly opened: Opened
  readonly judged: Judged
  /** Whoever wrote the draft may not publish it. */
  readonly needsOther?: boolean
  /** Why it was not published. */
  readonly refused?: string
  readonly reason?: string
  readonly drawing: Drawing
}

/** What would change for people, what keeps it from being published, and the reason that is kept with it. */
export function PublishPage(props: Props): JSX.Element {
  const { opened, judged, drawing, refused, needsOther, reason } = props
  const { say } = drawing
  const { id, draft, files, published } = opened
  const paths = draft ? [...draft.files.keys()].sort() : []
  const { verdict, says } = judged
  return (
    <ArticlePage opened={opened} at="publish" heading={say('ways.publish')} drawing={drawing}>
      {refused ? (
        <p class="conflict" role="alert" id="refusal">
          {refused}
        </p>
      ) : null}
      {draft ? (
        <>
          <p class="says" lang="fr-CA">
            {says}
          </p>
          <Differences
            differences={paths.flatMap((path) => differencesOf(path, published.files.get(path), files.get(path)))}
            drawing={drawing}
          />
          {verdict.may === 'publish' ? null : <FindingsPart findings={verdict.because} on={opened} drawing={drawing} />}
          {verdict.may === 'not' ? (
            <p class="conflict">{say('publish.not')}</p>
          ) : needsOther ? (
            <p class="conflict">{say('publish.needs-other')}</p>
          ) : (
            <form method="post" action={`/library/${id}/publish`} class="field publish">
              <input type="hidden" name="version" value={draft.version} />
              <label for="reason">
                {say(verdict.may === 'with-reason' ? 'publish.reason-needed' : 'publish.reason')}
              </label>
              <p class="explained" id="reason-explained">
                {say('publish.reason-explained')}
              </p>
              <textarea
                id="reason"
                name="reason"
                rows={2}
                maxlength={1000}
                required={verdict.may === 'with-reason'}
                aria-describedby="reason-explained"
              >
                {reason}
              </textarea>
              <p class="row">
                <button type="submit">{say('deed.publish')}</button>
                <a href={`/library/${id}/preview`}>{say('ways.preview')}</a>
              </p>
            </form>
          )}
        </>
      ) : (
        <p>{say('publish.nothing')}</p>
      )}
    </ArticlePage>
  )
}

/** What was published since the draft was begun: its writer chooses between the two. */
export function BehindPage(props: {
  readonly opened: Opened
  readonly paths: readonly string[]
  readonly drawing: Drawing
}): JSX.Element {
  const { opened, paths, drawing } = props
  const { say } = drawing
  const { id, files, published, draft } = opened
  return (
    <ArticlePage opened={opened} at="publish" heading={say('ways.publish')} drawing={drawing}>
      <form method="post" action={`/library/${id}/settle`} class="conflict">
        <h2>{say('behind.heading')}</h2>
        <p>{say('behind.text', { name: published.changes.get(id)?.by.name ?? published.publication.by.name })}</p>
        <Differences
          differences={paths.flatMap((path) => differencesOf(path, published.files.get(path), files.get(path)))}
          drawing={drawing}
        />
        <input type="hidden" name="version" value={draft?.version ?? 0} />
        <input type="hidden" name="number" value={published.publication.number} />
        <p class="row">
          <button type="submit" name="keeps" value="mine">
            {say('behind.mine')}
          </button>
          <button type="submit" class="light" name="keeps" value="theirs">
            {say('behind.theirs')}
          </button>
        </p>
      </form>
    </ArticlePage>
  )
}
