import { setImmediate } from 'node:timers/promises'
import { changed } from '../../knowledge/changes.ts'
import { type Checked, checkedAfter } from '../../knowledge/checked.ts'
import type { Content } from '../../knowledge/content.ts'
import { wholeDigestOf } from '../../knowledge/digest.ts'
import { applyDrafts, conflictsOf } from '../../knowledge/drafts.ts'
import type { Files } from '../../knowledge/files.ts'
import { mayPublish, type Verdict } from '../../knowledge/may-publish.ts'
import { inOneSentence } from '../../knowledge/one-sentence.ts'
import type { Draft, Origin, Publication, Publisher } from '../../knowledge/publication.ts'
import { ORIGINAL } from '../../language/languages.ts'
import type { Published } from './published.ts'
import type { LibraryPages } from './resources.ts'

/** What would be published: the whole content after a change, judged by every rule. */
export interface Judged {
  readonly files: Files
  readonly says: string
  readonly checked: Checked
  readonly verdict: Verdict
}

/** Judges the whole content as it would be with these files. */
export async function judge(
  files: Files,
  published: Published,
  today: string,
  reason: string,
  { reading }: Pick<LibraryPages, 'reading'>,
): Promise<Judged> {
  const before = await published.checked(today)
  const { content, library } = await reading.proposed(files)
  const checked = await checkedAfter(before, content, library, today, () => setImmediate())
  const says = sentenceOf(published, files, content)
  return { files, says, checked, verdict: mayPublish(before.findings, checked.findings, reason) }
}

/** What changes, in one sentence, by the titles that articles have or had. */
export function sentenceOf(published: Published, files: Files, content: Content): string {
  const title = (id: string) =>
    content.articles.find((article) => article.id === id)?.texts[ORIGINAL]?.title ??
    published.articles.get(id)?.texts[ORIGINAL]?.title ??
    id
  return inOneSentence(changed(published.files, files), title)
}

/** What came of publishing. */
export type PublishedNow = { readonly is: 'published'; readonly publication: Publication } | { readonly is: 'conflict' }

/** Publishes files over what the editor had before their eyes; a conflict where somebody published meanwhile. */
export async function publish(
  what: {
    readonly files: Files
    readonly says: string
    readonly reason: string
    readonly origin: Origin
    readonly by: Publisher
    readonly draft?: Draft
  },
  published: Published,
  { publications, now }: Pick<LibraryPages, 'publications' | 'now'>,
): Promise<PublishedNow> {
  const { draft, ...rest } = what
  const done = await publications.publish({
    ...rest,
    base: published.publication.number,
    at: now(),
    ...(draft ? { drafts: new Map([[draft.article, draft.version]]) } : {}),
  })
  return done.is === 'published' ? done : { is: 'conflict' }
}

/** The paths of a draft that were published otherwise since it was begun. */
export function behindOf(draft: Draft, { publication }: Published): readonly string[] {
  return conflictsOf(draft, publication.digests)
}

/** A draft that goes on from what is published now: its own words, or those published, for the paths that clash. */
export function settled(draft: Draft, paths: readonly string[], keeps: 'mine' | 'theirs', { files }: Published) {
  const own = new Map(draft.files)
  const base = new Map(draft.base)
  for (const path of paths) {
    const text = files.get(path)
    if (keeps === 'theirs') own.delete(path)
    if (text === undefined || keeps === 'theirs') base.delete(path)
    else base.set(path, wholeDigestOf(text))
  }
  return { files: own, base }
}

/** The content's files with a draft. */
export function withDraft({ files }: Published, draft: Draft | undefined): Files {
  return draft ? applyDrafts(files, [draft]) : files
}
