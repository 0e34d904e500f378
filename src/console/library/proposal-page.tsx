import type { JSX } from 'preact'
import type { Finding } from '../../knowledge/finding.ts'
import { LOCALE } from '../../language/languages.ts'
import { Differences } from './difference-part.tsx'
import type { Difference } from './differences.ts'
import type { Drawing } from './drawing.ts'
import { FindingsPart } from './findings-part.tsx'
import { Moment } from './moment.tsx'
import { LibraryPage } from './page.tsx'
import type { Proposal } from './proposals.ts'

/** What somebody proposes, what it would change, and what its reader may do about it. */
export function ProposalPage(props: {
  readonly proposal: Proposal
  readonly says: string
  readonly differences: readonly Difference[]
  /** What keeps it from being published. */
  readonly findings: readonly Finding[]
  /** Open to whoever reads it, their own, or of content that has changed since. */
  readonly stands: 'open' | 'own' | 'behind'
  readonly refused?: string
  readonly drawing: Drawing
}): JSX.Element {
  const { proposal, says, differences, findings, stands, refused, drawing } = props
  const { say } = drawing
  const { name, draft, reason } = proposal
  return (
    <LibraryPage title={say('proposal.heading')} back={{ to: '/library', label: say('back') }}>
      {refused ? (
        <p class="conflict" role="alert">
          {refused}
        </p>
      ) : null}
      <p class="says" lang={LOCALE.fr}>
        {says}
      </p>
      <p class="quiet">
        {say('proposal.by', { name: draft.by.name })} <Moment at={draft.at} drawing={drawing} />
      </p>
      {reason ? <p>{say('history.reason', { reason })}</p> : null}
      {stands === 'open' && findings.length === 0 ? (
        <form method="post" action={`/library/proposals/${name}`} class="field publish">
          <input type="hidden" name="version" value={draft.version} />
          <label for="reason">{say('publish.reason-needed')}</label>
          <textarea id="reason" name="reason" rows={2} maxlength={1000} required>
            {reason}
          </textarea>
          <button type="submit" name="deed" value="publish">
            {say('deed.publish')}
          </button>
        </form>
      ) : (
        <p class="conflict">{say(stands === 'open' ? 'proposal.not' : `proposal.${stands}`)}</p>
      )}
      {findings.length ? <FindingsPart findings={findings} drawing={drawing} /> : null}
      <form method="post" action={`/library/proposals/${name}`}>
        <input type="hidden" name="version" value={draft.version} />
        <button type="submit" class="light" name="deed" value="withdraw">
          {say('proposal.withdraw')}
        </button>
      </form>
      <h2>{say('proposal.what')}</h2>
      <Differences differences={differences} drawing={drawing} />
    </LibraryPage>
  )
}
