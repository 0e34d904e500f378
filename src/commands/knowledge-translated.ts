import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUSE } from '../house.ts'
import { readContent } from '../knowledge/content.ts'
import { isLanguage, LANGUAGES, ORIGINAL } from '../language/languages.ts'
import { isBehind } from './knowledge-status.ts'

const ROOT = `${HOUSE}knowledge`

/** Writes the digest of the present French into the head of translations. */
export async function translated([id, language]: readonly string[]): Promise<void> {
  const { articles } = await readContent(ROOT)
  const chosen = id === '--all' ? articles : articles.filter((article) => article.id === id)
  if (chosen.length === 0) throw new Error(`There is no article « ${id} ».`)
  const languages = isLanguage(language) ? [language] : LANGUAGES.filter((each) => each !== ORIGINAL)
  let written = 0
  for (const article of chosen) {
    for (const each of languages) {
      if (!article.texts[each] || !isBehind(article, each)) continue
      const file = join(ROOT, article.folder, article.id, `${each}.md`)
      await writeFile(file, stamped(await readFile(file, 'utf8'), article.texts[ORIGINAL]?.digest ?? ''))
      written += 1
    }
  }
  console.log(`${written} translations now follow the present French.`)
}

function stamped(text: string, digest: string): string {
  const [, head = '', rest = ''] = /^---\r?\n([\s\S]*?)\r?\n---(\r?\n[\s\S]*)$/.exec(text) ?? []
  const without = head.replace(/^translates:.*\n?/gm, '').trimEnd()
  return `---\n${without}\ntranslates: "${digest}"\n---${rest}`
}
