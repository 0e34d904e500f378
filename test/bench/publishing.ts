import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { HOUSE } from '../../src/house.ts'
import { contentOf } from '../../src/knowledge/content.ts'
import { articlePath, type Files, readFiles } from '../../src/knowledge/files.ts'
import { buildLibrary } from '../../src/knowledge/library.ts'
import { openLibrary } from '../../src/knowledge/open-library.ts'
import { writeFiles } from '../../src/knowledge/write-files.ts'
import { LANGUAGES } from '../../src/language/languages.ts'
import { openStore } from '../../src/store/store.ts'

const ARTICLES = 2_000

/** The real content with copies of its articles beside them, up to 2,000. */
function manyFiles(): Files {
  const own = readFiles(`${HOUSE}knowledge`)
  const many = new Map(own)
  const ids = new Set([...own.keys()].flatMap((path) => articlePath(path)?.id ?? []))
  for (let copy = 1; many.size < ARTICLES * 5; copy += 1) {
    for (const [path, text] of own) {
      const at = articlePath(path)
      if (at && many.size < ARTICLES * 5 + ids.size)
        many.set(`${at.folder}/${at.id}-${copy}/${at.name}`, text.replace(/^title: (.*)$/m, `title: $1 ${copy}`))
    }
  }
  return many
}

/**
 * Publishing with 2,000 articles, from the word to the library that people read: the correction of a text, and that of a
 * telephone number which most articles show. Beside it, making such a library anew.
 */
export async function timesOfPublishing(rounds: number) {
  const [dataDir, folder] = ['data', 'content'].map((name) => mkdtempSync(join(tmpdir(), `passerelle-bench-${name}-`)))
  if (!dataDir || !folder) throw new Error('There is no place for the files of the measure.')
  writeFiles(folder, manyFiles())
  const store = await openStore({ dataDir })
  const library = await openLibrary({
    ...store,
    folder,
    now: () => new Date(),
    trouble: console.error,
    notice: console.error,
  })
  for (const language of LANGUAGES) library.published.library.warm(language)
  const by = { id: 'bench', name: 'Bench' }
  let longestPause = 0

  async function publish(path: string, edit: (text: string) => string): Promise<number> {
    const { files, publication } = library.published
    const next = new Map(files).set(path, edit(files.get(path) ?? ''))
    const began = performance.now()
    await store.publications.publish({
      base: publication.number,
      at: new Date(),
      by,
      origin: 'edit',
      reason: '',
      says: '',
      files: next,
    })
    let last = performance.now()
    const isRead = () => library.published.publication.number > publication.number
    while (!isRead()) {
      await breathe()
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }
    return performance.now() - began
  }

  const times = { text: [] as number[], everywhere: [] as number[], anew: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.text.push(await publish('programs/paffarc/fr.md', (text) => `${text}\nEncore ${round} [^mifi].\n`))
    times.everywhere.push(
      await publish('contacts/office-des-professions/about.yaml', (text) =>
        text.replace(/(phone: .*-)\d{4}/, `$1${1000 + round}`),
      ),
    )
    const began = performance.now()
    const anew = buildLibrary(contentOf(library.published.files), 1)
    for (const language of LANGUAGES) anew.warm(language)
    times.anew.push(performance.now() - began)
  }
  await library.close()
  await store.close()
  return { ...times, articles: library.published.library.articles.size, longestPause }
}
