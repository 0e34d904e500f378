import { type Asset, type Assets, bundled } from '../assets.ts'
import { FOLDER } from '../folder.ts'
import { readWords, type Words } from '../words.ts'

/** What every page of the library is made with: its words, its script (with htmx in it) and its style. */
export interface LibraryFiles {
  readonly words: Words
  readonly script: Asset
  readonly style: Asset
}

export async function readLibraryFiles(assets: Assets): Promise<LibraryFiles> {
  const [words, script, style] = await Promise.all([
    readWords(`${FOLDER}library/words`),
    bundled(`${FOLDER}library/browser/library.ts`).then((content) => assets.add('library.js', content)),
    bundled(`${FOLDER}library/library.css`).then((content) => assets.add('library.css', content)),
  ])
  return { words, script, style }
}
