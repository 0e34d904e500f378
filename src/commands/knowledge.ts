import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUSE } from '../house.ts'
import type { Article } from '../knowledge/article.ts'
import { checkContent } from '../knowledge/check.ts'
import { readContent } from '../knowledge/content.ts'
import { showFinding } from '../knowledge/finding.ts'
import { isLanguage, LANGUAGES, ORIGINAL } from '../language/languages.ts'

const ROOT = `${HOUSE}knowledge`
const USAGE = `npm run knowledge -- status
npm run knowledge -- translated ARTICLE LANGUAGE   records that a translation was read against the present French
npm run knowledge -- translated --all              the same for every translation`

async function knowledge([verb, ...words]: readonly string[]): Promise<void> {
  if (verb === 'status') return status()
  if (verb === 'translated' && words.length > 0) return translated(words)
  console.error(USAGE)
  process.exitCode = 1
}

/** Articles, their languages, the next review dates, and every finding. */
async function status(): Promise<void> {
  const content = await readContent(ROOT)
  const today = new Date().toISOString().slice(0, 10)
  console.log(`${content.articles.length} articles`)
  for (const language of LANGUAGES) {
    const texts = content.articles.filter((article) => article.texts[language])
    const behind = texts.filter((article) => isBehind(article, language))
    console.log(
      `  ${language}: ${texts.length} texts${language === ORIGINAL ? '' : `, ${behind.length} behind the French`}`,
    )
  }
  const reviews = content.articles
    .map(({ id, about }) => ({ id, review: about.review }))
    .sort((a, b) => a.review.localeCompare(b.review))
  console.log('Next to be read again:')
  for (const { id, review } of reviews.slice(0, 5)) console.log(`  ${review} ${id}`)
  const findings = checkContent(content, today)
  console.log(`${findings.length} findings`)
  for (const finding of findings) console.log(`  ${showFinding(finding)}`)
}

function isBehind(article: Article, language: (typeof LANGUAGES)[number]): boolean {
  return language !== ORIGINAL && article.texts[language]?.translates !== article.texts[ORIGINAL]?.digest
}

/** Writes the digest of the present French into the head of translations. */
async function translated(words: readonly string[]): Promise<void> {
  const { articles } = await readContent(ROOT)
  const [id, language] = words
  const chosen = id === '--all' ? articles : articles.filter((article) => article.id === id)
  const languages = isLanguage(language) ? [language] : LANGUAGES.filter((each) => each !== ORIGINAL)
  if (chosen.length === 0) {
    console.error(`There is no article « ${id} ».`)
    process.exitCode = 1
    return
  }
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

await knowledge(process.argv.slice(2))
