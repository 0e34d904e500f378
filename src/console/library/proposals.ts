import { changedDraft } from '../../knowledge/drafting.ts'
import { applyDrafts, changesOf } from '../../knowledge/drafts.ts'
import type { Files } from '../../knowledge/files.ts'
import type { Draft, Drafts, Origin, Publication, Publisher } from '../../knowledge/publication.ts'
import type { Published } from './published.ts'
import { publish } from './publishing.ts'
import type { LibraryPages } from './resources.ts'

/** A change beside the drafts of articles that waits for somebody else's consent: a move, a way back, the plan's page. */
export interface Proposal {
  /** What it is, in its address: `rename-childcare-educator`, `rollback-12`, `plan`. */
  readonly name: string
  readonly draft: Draft
  /** Why, in the words of whoever proposes. */
  readonly reason: string
}

/** A proposal is kept as a draft: no article's id holds this sign. */
const AT = 'proposed/'
/** Its reason stands among its files, under a name that no content has. */
const REASON = 'reason'

/** The drafts of articles alone. */
export function draftsOfArticles(drafts: Drafts): Drafts {
  return { ...drafts, all: async () => (await drafts.all()).filter(({ article }) => !article.startsWith(AT)) }
}

/** What waits for somebody else, newest first. */
export async function proposalsIn({ proposed }: Pick<LibraryPages, 'proposed'>): Promise<readonly Proposal[]> {
  return (await proposed.all()).filter(({ article }) => article.startsWith(AT)).map(proposalOf)
}

export async function proposalNamed(
  name: string,
  { proposed }: Pick<LibraryPages, 'proposed'>,
): Promise<Proposal | undefined> {
  const draft = await proposed.of(`${AT}${name}`)
  return draft && proposalOf(draft)
}

function proposalOf(draft: Draft): Proposal {
  const files = new Map(draft.files)
  const reason = files.get(REASON) ?? ''
  files.delete(REASON)
  return { name: draft.article.slice(AT.length), draft: { ...draft, files }, reason }
}

/** The content as a proposal would have it. */
export function withProposal({ files }: Published, { draft }: Proposal): Files {
  return applyDrafts(files, [draft])
}

/** The files that a proposal would change, as they would be. */
export function proposedChanges({ draft }: Proposal): ReadonlyMap<string, string | null> {
  return changesOf(draft)
}

/** What a deed beside the drafts came to. */
export type Done =
  | { readonly is: 'published'; readonly publication: Publication }
  | { readonly is: 'proposed'; readonly name: string }
  | { readonly is: 'conflict' }

/** Publishes at once; where two must agree, leaves it for a colleague, once: what waits already under that name stays. */
export async function publishOrPropose(
  what: {
    readonly name: string
    readonly files: Files
    readonly says: string
    readonly reason: string
    readonly origin: Origin
    readonly by: Publisher
  },
  published: Published,
  pages: LibraryPages,
): Promise<Done> {
  const { name, ...rest } = what
  if (!pages.secondReader) return publish(rest, published, pages)
  const paths = new Set([...published.files.keys(), ...what.files.keys()])
  const changes = new Map([...paths].map((path) => [path, what.files.get(path) ?? null] as const))
  const { files, base } = changedDraft(undefined, changes, published.files)
  const kept = new Map([...files, [REASON, what.reason] as const])
  await pages.proposed.save({ article: `${AT}${name}`, files: kept, base, by: what.by, at: pages.now() }, 0)
  return { is: 'proposed', name }
}

/** Where the deed is seen: the publication, or the proposal. */
export function addressAfter(done: Exclude<Done, { is: 'conflict' }>): string {
  return done.is === 'published'
    ? `/library/history/${done.publication.number}?done=1`
    : `/library/proposals/${done.name}`
}
