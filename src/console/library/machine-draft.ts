import { type EditableText, editableText, editText } from '../../knowledge/edit-text.ts'
import { partsIn, type ToTranslate, toTranslate, unlessTouched } from '../../knowledge/to-translate.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import type { MachineTold } from './machine-told.ts'
import type { Opened } from './opened.ts'
import type { Published } from './published.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked } from './routing.ts'
import { digestOrNothing, saveEdit, standing } from './save.ts'
import { frenchOf } from './since-part.tsx'

type Pages = Pick<LibraryPages, 'drafts' | 'publications' | 'now'> & Required<Pick<LibraryPages, 'translator'>>

/** Where others save at the same moment it is tried again, on what they saved. */
const TRIES = 5

/** Fills a draft's language by machine, from the draft's French, and marks it; what somebody writes meanwhile stays. */
export async function draftByMachine(
  opened: Opened,
  { language, path, replace }: { readonly language: Language; readonly path: string; readonly replace: boolean },
  { by, fresh }: Pick<Asked, 'by' | 'fresh'>,
  pages: Pages,
): Promise<MachineTold> {
  const { id, folder, files, content } = opened
  const french = editableText(files.get(`${folder}/${id}/${ORIGINAL}.md`) ?? '')
  const own = editableText(files.get(path) ?? '')
  const wanted = toTranslate(french, own, await beforeOf(opened, own, path, pages), replace)
  if (wanted.parts.length === 0) return { filled: 0, refused: [] }
  const made = await pages.translator({ french, parts: wanted.parts, to: language })
  const { refused, silent } = made
  const digest = content.articles.find((each) => each.id === id)?.texts[ORIGINAL]?.digest
  const order = french.sections.map((section) => section.id)
  let filled = 0
  const edit = (text: string | undefined): string | null => {
    const kept = unlessTouched(made.edit, own, editableText(text ?? ''))
    filled = partsIn(kept).length
    if (filled === 0) return text ?? null
    const follows = isWhole(wanted, filled) && digest ? { translates: digest } : {}
    return editText(text ?? '', { ...kept, ...follows, order, machine: true })
  }
  await save(id, path, edit, by, fresh, pages)
  return { filled, refused, ...(silent ? { silent: silent.because } : {}) }
}

function isWhole({ parts, isAll }: ToTranslate, filled: number): boolean {
  return isAll && filled === parts.length
}

/** The French that a translation follows, beside its published words; nothing where nobody knows that French any longer. */
async function beforeOf(
  { published, files, folder, id, content }: Opened,
  own: EditableText,
  path: string,
  pages: Pages,
): Promise<Parameters<typeof toTranslate>[2]> {
  const present = content.articles.find((each) => each.id === id)?.texts[ORIGINAL]?.digest
  const frenchPath = `${folder}/${id}/${ORIGINAL}.md`
  if (own.translates === undefined) return undefined
  const isFresh = own.translates === present
  const follows = isFresh ? files.get(frenchPath) : await frenchOf(own.translates, frenchPath, pages)
  const old = editableText(published.files.get(path) ?? '')
  return follows === undefined ? undefined : { french: editableText(follows), own: old }
}

async function save(
  article: string,
  path: string,
  edit: (text: string | undefined) => string | null,
  by: Asked['by'],
  fresh: () => Promise<Published>,
  pages: Pages,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const published = await fresh()
    const seen = digestOrNothing(standing(article, published, await pages.drafts.of(article)).get(path))
    const saved = await saveEdit(article, { path, seen, edit }, by, published, pages)
    if (saved.is === 'saved') return
  }
  throw new Error(`The draft of « ${article} » was saved by others at the same moment. Ask for the translation again.`)
}
