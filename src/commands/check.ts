import { checkDesk } from '../desk/check-desk.ts'
import { HOUSE } from '../house.ts'
import { checkContent } from '../knowledge/check.ts'
import { readContent } from '../knowledge/content.ts'
import { isError, showFinding } from '../knowledge/finding.ts'
import { readPhrases } from '../language/phrases.ts'

/** Reports the findings of dialogs, of knowledge and of the desk's files; exit 1 where one is an error. `--only id …` shows some articles alone. */
async function check(words: readonly string[]): Promise<void> {
  await readPhrases(`${HOUSE}dialogs/phrases`)
  const content = await readContent(`${HOUSE}knowledge`)
  const only = words[0] === '--only' ? words.slice(1) : []
  const ofContent = checkContent(content, new Date().toISOString().slice(0, 10))
  const findings = [...ofContent, ...(await checkDesk(`${HOUSE}knowledge`))].filter(
    ({ file }) => only.length === 0 || only.some((id) => file.includes(`/${id}/`)),
  )
  for (const finding of findings) console.log(showFinding(finding))
  const errors = findings.filter(isError).length
  console.log(`${content.articles.length} articles, ${errors} errors, ${findings.length - errors} warnings`)
  if (errors) process.exitCode = 1
}

await check(process.argv.slice(2))
