import { wholeDigestOf } from '../../knowledge/digest.ts'
import { changedDraft, filesOfArticle } from '../../knowledge/drafting.ts'
import { applyDrafts } from '../../knowledge/drafts.ts'
import type { Draft, Publisher } from '../../knowledge/publication.ts'
import type { Published } from './published.ts'
import type { LibraryPages } from './resources.ts'

/** What came of saving. A refusal changes nothing: what was written by somebody else stands as it was. */
export type Saved =
  | { readonly is: 'saved'; readonly draft?: Draft }
  /** Somebody changed the same file since it was opened. */
  | { readonly is: 'conflict'; readonly theirs: Draft | undefined }

/** A change of one file of an article: what it reads now gives what it shall read. */
export interface FileEdit {
  readonly path: string
  /** The digest of the text that the editor had before their eyes. */
  readonly seen: string
  edit(text: string | undefined): string | null
}

/** Where two saves meet, it is tried again: the other one was of another file, or will be seen. */
const TRIES = 5

/** Saves a change of one file into the article's draft; refused where that file is no longer the one that was seen. */
export async function saveEdit(
  article: string,
  { path, seen, edit }: FileEdit,
  by: Publisher,
  published: Published,
  { drafts, now }: Pick<LibraryPages, 'drafts' | 'now'>,
): Promise<Saved> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await drafts.of(article)
    const files = before ? applyDrafts(published.files, [before]) : published.files
    const text = files.get(path)
    if (digestOrNothing(text) !== seen) return { is: 'conflict', theirs: before }
    const after = edit(text)
    if ((text ?? null) === after) return { is: 'saved', ...(before ? { draft: before } : {}) }
    const saved = await keep(article, new Map([[path, after]]), by, before, published, { drafts, now })
    if (saved) return saved
  }
  return { is: 'conflict', theirs: await drafts.of(article) }
}

/** Saves files into a draft, on the draft that was read before; nothing where somebody was faster. */
export async function keep(
  article: string,
  changes: ReadonlyMap<string, string | null>,
  by: Publisher,
  before: Draft | undefined,
  published: Published,
  { drafts, now }: Pick<LibraryPages, 'drafts' | 'now'>,
): Promise<Extract<Saved, { is: 'saved' }> | undefined> {
  const { files, base } = changedDraft(before, changes, published.files)
  if (files.size === 0) {
    if (!before) return { is: 'saved' }
    return (await drafts.drop(article, before.version)) ? { is: 'saved' } : undefined
  }
  const saved = await drafts.save({ article, files, base, by, at: now() }, before?.version ?? 0)
  return saved.is === 'saved' ? { is: 'saved', draft: saved.draft } : undefined
}

/** The name of a text, or of there being none. */
export function digestOrNothing(text: string | undefined): string {
  return text === undefined ? '' : wholeDigestOf(text)
}

/** The files of an article as they stand, with its draft. */
export function standing(article: string, published: Published, draft: Draft | undefined) {
  return filesOfArticle(article, draft ? applyDrafts(published.files, [draft]) : published.files)
}
