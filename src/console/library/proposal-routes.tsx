import { conflictsOf } from '../../knowledge/drafts.ts'
import type { Origin } from '../../knowledge/publication.ts'
import { formOf } from '../form.ts'
import { differencesOf } from './differences.ts'
import { ProposalPage } from './proposal-page.tsx'
import { type Proposal, proposalNamed, proposedChanges, withProposal } from './proposals.ts'
import { type Judged, judge, publish } from './publishing.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { redirect } from './sending.ts'
import { unknownPage } from './unknown.tsx'

/** What one editor proposes and another publishes, or either takes back. */
export function proposalRoutes(routing: Routing, pages: LibraryPages): void {
  routing.get('/library/proposals/:name', async (asked) => {
    const proposal = await proposalNamed(asked.request.params.name, pages)
    if (proposal) await showProposal(asked, proposal)
    else await asked.page(unknownPage('', asked))
  })

  routing.post('/library/proposals/:name', async (asked) => {
    const { request, response, published, drawing, by } = asked
    const { say } = drawing
    const proposal = await proposalNamed(request.params.name, pages)
    if (!proposal) return asked.page(unknownPage('', asked))
    const form = formOf(request)
    const { draft } = proposal
    if (String(draft.version) !== form.get('version')) return showProposal(asked, proposal, say('publish.changed'))
    if (form.get('deed') === 'withdraw') {
      await pages.proposed.drop(draft.article, draft.version)
      return redirect(response, '/library')
    }
    const reason = (form.get('reason') ?? '').trim().slice(0, 1000)
    if (draft.by.id === by.id || isBehind(asked, proposal)) return showProposal(asked, proposal)
    if (!reason) return showProposal(asked, proposal, say('move.no-reason'))
    const origin = originOf(proposal)
    const judged = await judgeProposal(asked, proposal)
    if (origin !== 'rollback' && judged.verdict.may === 'not') {
      return showProposal(asked, proposal, say('publish.refused-not'))
    }
    const what = {
      files: judged.files,
      says: saysOf(asked, proposal, judged.says),
      reason: say('proposal.reason', { reason, name: draft.by.name }),
      origin,
      by,
      draft,
    }
    const done = await publish(what, published, pages)
    if (done.is === 'conflict') return showProposal(asked, proposal, say('publish.meanwhile'))
    redirect(response, `/library/history/${done.publication.number}?done=1`)
  })

  /** The last judgement: it takes seconds, and is the same until the proposal or what is published changes. */
  let last: { readonly of: string; readonly judged: Promise<Judged> } | undefined
  function judgeProposal({ published, drawing }: Asked, proposal: Proposal): Promise<Judged> {
    const { article, version } = proposal.draft
    const of = `${article} ${version} ${published.publication.number} ${drawing.today}`
    if (last?.of !== of) {
      const files = withProposal(published, proposal)
      const judged = judge(files, published, drawing.today, proposal.reason, pages)
      last = { of, judged }
      judged.catch(() => {
        last = undefined
      })
    }
    return last.judged
  }

  async function showProposal(asked: Asked, proposal: Proposal, refused?: string): Promise<void> {
    const { published, drawing, by, page } = asked
    const judged = await judgeProposal(asked, proposal)
    const behind = isBehind(asked, proposal)
    await page({
      title: `${drawing.say('proposal.heading')} – Passerelle`,
      ...(refused ? { status: 409 } : {}),
      children: (
        <ProposalPage
          proposal={proposal}
          says={saysOf(asked, proposal, judged.says)}
          differences={[...proposedChanges(proposal)].flatMap(([path, text]) =>
            differencesOf(path, published.files.get(path), text ?? undefined),
          )}
          findings={originOf(proposal) !== 'rollback' && judged.verdict.may === 'not' ? judged.verdict.because : []}
          stands={behind ? 'behind' : proposal.draft.by.id === by.id ? 'own' : 'open'}
          drawing={drawing}
          {...(refused ? { refused } : {})}
        />
      ),
    })
  }
}

function isBehind({ published }: Asked, { draft }: Proposal): boolean {
  return conflictsOf(draft, published.publication.digests).length > 0
}

function originOf({ name }: Proposal): Origin {
  if (name === 'plan') return 'import'
  return name.startsWith('rollback-') ? 'rollback' : 'edit'
}

function saysOf({ drawing }: Asked, proposal: Proposal, says: string): string {
  if (originOf(proposal) !== 'rollback') return says
  return drawing.say('rollback.says', { number: proposal.name.slice('rollback-'.length) })
}
