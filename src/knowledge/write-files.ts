import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Files, isContentPath, readFiles } from './files.ts'

/**
 * Makes the content of a folder be exactly these files, byte for byte. What is the same is not written again; an article
 * that is gone is taken away; what is not content stays.
 * @throws a sentence, before anything is written, where the folder holds other things and no content.
 */
export function writeFiles(root: string, files: Files): { readonly written: number; readonly removed: number } {
  const there = readFiles(root)
  if (there.size === 0 && existsSync(root) && readdirSync(root).length > 0) {
    throw new Error(
      `The folder ${root} holds other things, and no content. Name a new folder, or one that holds content.`,
    )
  }
  const strange = [...files.keys()].find((path) => !isContentPath(path))
  if (strange !== undefined) throw new Error(`« ${strange} » is no place for content, so nothing was written.`)
  let [written, removed] = [0, 0]
  for (const [path, text] of files) {
    if (there.get(path) === text) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    written += 1
  }
  for (const path of there.keys()) {
    if (files.has(path)) continue
    rmSync(join(root, path))
    const folder = dirname(join(root, path))
    if (readdirSync(folder).length === 0) rmdirSync(folder)
    removed += 1
  }
  return { written, removed }
}
