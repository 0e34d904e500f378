import { checkDesk } from '../desk/check-desk.ts'
import { HOUSE } from '../house.ts'
import type { Article } from '../knowledge/article.ts'
import { checkContent } from '../knowledge/check.ts'
import { type Content, contentOf } from '../knowledge/content.ts'
import { readFiles } from '../knowledge/files.ts'
import { type Finding, showFinding } from '../knowledge/finding.ts'
import { isMadeOf } from '../knowledge/open-library.ts'
import { LANGUAGES, type Language, ORIGINAL } from '../language/languages.ts'
import type { Store } from '../store/store.ts'

const ROOT = `${HOUSE}knowledge`

/** What people read, its languages, review dates and findings; what waits as a draft; and the files, where they differ. */
export async function status({ publications, drafts }: Store, today: string): Promise<void> {
  const own = readFiles(ROOT)
  const latest = await publications.latest()
  if (!latest) console.log('Nothing is published yet: the first start publishes the files in knowledge/.')
  else {
    console.log(
      `Publication ${latest.number}, ${day(latest.at)}, by ${latest.by.name} (${latest.origin}): ${latest.says}`,
    )
  }
  const waiting = await drafts.all()
  console.log(`${waiting.length} drafts`)
  for (const { article, by, at } of waiting) console.log(`  ${day(at)} ${article}, by ${by.name}`)
  if (latest && !isMadeOf(latest, own)) {
    show('What people read', contentOf(await publications.files(latest)), today)
    console.log('The files in knowledge/ differ from it. To publish them: npm run knowledge -- import knowledge')
  }
  show('Files in knowledge/', contentOf(own), today)
  tell('the desk', await checkDesk(ROOT))
}

function show(what: string, content: Content, today: string): void {
  console.log(`${what}: ${content.articles.length} articles`)
  for (const language of LANGUAGES) {
    const texts = content.articles.filter((article) => article.texts[language])
    const behind = texts.filter((article) => isBehind(article, language))
    const tail = language === ORIGINAL ? '' : `, ${behind.length} behind the French`
    console.log(`  ${language}: ${texts.length} texts${tail}`)
  }
  const reviews = content.articles
    .map(({ id, about }) => ({ id, review: about.review }))
    .sort((a, b) => a.review.localeCompare(b.review))
  console.log('Next to be read again:')
  for (const { id, review } of reviews.slice(0, 5)) console.log(`  ${review} ${id}`)
  tell(what.toLowerCase(), checkContent(content, today))
}

function tell(where: string, findings: readonly Finding[]): void {
  console.log(`${findings.length} findings in ${where}`)
  for (const finding of findings) console.log(`  ${showFinding(finding)}`)
}

/** Whether a text follows another wording than the present French. */
export function isBehind(article: Article, language: Language): boolean {
  return language !== ORIGINAL && article.texts[language]?.translates !== article.texts[ORIGINAL]?.digest
}

export function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}
