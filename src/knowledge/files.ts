import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Folder, KIND_OF_FOLDER } from './article.ts'

/**
 * The content as files: text by path (`programs/paffarc/fr.md`). This is the form in which content is kept, compared,
 * published, brought in and taken out; what is read of it is `Content`.
 */
export type Files = ReadonlyMap<string, string>

/** The plan's page, relative to the content folder. */
export const PLAN_PAGE = 'plan/page-2024-04-03.txt'
/** What belongs to content beside the articles. */
const SINGLE = ['glossary.yaml', 'scope.yaml', 'redirects.yaml', PLAN_PAGE]

/** Reads a content folder: its articles, and what stands beside them. Several hundred small files, read in one go. */
export function readFiles(root: string): Files {
  const files = new Map<string, string>()
  for (const folder of Object.keys(KIND_OF_FOLDER)) {
    for (const id of foldersIn(join(root, folder))) {
      const inside = readdirSync(join(root, folder, id), { withFileTypes: true }).filter((entry) => entry.isFile())
      for (const { name } of inside.sort((one, other) => (one.name < other.name ? -1 : 1))) {
        const path = `${folder}/${id}/${name}`
        files.set(path, readFileSync(join(root, path), 'utf8'))
      }
    }
  }
  for (const path of SINGLE) if (existsSync(join(root, path))) files.set(path, readFileSync(join(root, path), 'utf8'))
  return files
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Where a path stands among the articles; nothing for what stands beside them. */
export function articlePath(
  path: string,
): { readonly folder: Folder; readonly id: string; readonly name: string } | undefined {
  const [folder = '', id, name, more] = path.split('/')
  if (!id || !name || more !== undefined || !(folder in KIND_OF_FOLDER)) return undefined
  return { folder: folder as Folder, id, name }
}

/** Whether content may stand at a path: one of an article's files, or one of those beside the articles. */
export function isContentPath(path: string): boolean {
  const at = articlePath(path)
  return at ? PLAIN.test(at.id) && PLAIN.test(at.name) : SINGLE.includes(path)
}

const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/
