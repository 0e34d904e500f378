import { type Asset, type Assets, bundled } from '../assets.ts'
import { FOLDER } from '../folder.ts'
import { readWords, type Words } from '../words.ts'

/** What every page of the desk is made with: its words, its script (with htmx in it) and its style. */
export interface DeskFiles {
  readonly words: Words
  readonly script: Asset
  readonly style: Asset
}

export async function readDeskFiles(assets: Assets): Promise<DeskFiles> {
  const [words, script, style] = await Promise.all([
    readWords(`${FOLDER}desk/words`),
    bundled(`${FOLDER}desk/browser/desk.ts`).then((content) => assets.add('desk.js', content)),
    bundled(`${FOLDER}desk/desk.css`).then((content) => assets.add('desk.css', content)),
  ])
  return { words, script, style }
}
