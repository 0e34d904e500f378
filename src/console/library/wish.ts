import { z } from 'zod'
import { type Folder, KIND_OF_FOLDER } from '../../knowledge/article.ts'
import { fold } from '../../language/text.ts'
import type { Row } from './rows.ts'

export const STATES = ['all', 'draft', 'behind', 'review', 'finding'] as const
export const FOLDERS = Object.keys(KIND_OF_FOLDER) as readonly Folder[]

/** What an editor wants to see of the library. It stands in the address, so that it can be kept. */
export interface Wish {
  readonly q: string
  readonly state: (typeof STATES)[number]
  readonly folder?: Folder
}

const shape = z.object({
  q: z.string().max(200).catch(''),
  state: z.enum(STATES).catch('all'),
  folder: z
    .enum(Object.keys(KIND_OF_FOLDER) as [Folder, ...Folder[]])
    .optional()
    .catch(undefined),
})

/** Reads a wish from an address; what is not understood is not wished for. */
export function readWish(query: unknown): Wish {
  const { q, state, folder } = shape.catch({ q: '', state: 'all' }).parse(query)
  return { q: q.trim(), state, ...(folder ? { folder } : {}) }
}

/** A wish as the end of an address. */
export function queryOf({ q, state, folder }: Partial<Wish>): string {
  const query = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(state && state !== 'all' ? { state } : {}),
    ...(folder ? { folder } : {}),
  }).toString()
  return query && `?${query}`
}

/** The articles that are wished for; every word must stand somewhere in the article, in whatever language. */
export function wishedFor(rows: readonly Row[], wish: Wish, wordsOf: (article: string) => string): readonly Row[] {
  const words = fold(wish.q).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (!wish.folder || row.folder === wish.folder) &&
      isInState(row, wish.state) &&
      (words.length === 0 || hasAll(`${fold(`${row.id} ${row.title}`)} ${wordsOf(row.id)}`, words)),
  )
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

export function isInState(row: Row, state: Wish['state']): boolean {
  switch (state) {
    case 'all':
      return true
    case 'draft':
      return row.draft !== undefined
    case 'behind':
      return !row.isNew && Object.values(row.texts).some((text) => text !== 'fresh')
    case 'review':
      return row.isDue
    case 'finding':
      return row.findings.length > 0
  }
}
