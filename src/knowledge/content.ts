import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from './article.ts'
import type { Finding } from './finding.ts'
import { type Glossary, readGlossary } from './glossary.ts'
import { readArticles } from './read.ts'
import { readScope, type Scope } from './scope.ts'

/** Everything that a library is built from, as it stands in files or drafts. */
export interface Content {
  readonly articles: readonly Article[]
  readonly glossary: Glossary
  readonly scope: Scope
  /** The action plan's page, word for word: the ground of quotations. */
  readonly planPage: string
  readonly findings: readonly Finding[]
}

/** The plan's page, relative to the content folder. */
export const PLAN_PAGE = 'plan/page-2024-04-03.txt'

/** Reads a content folder whole. A file that is wrong becomes a finding; only an unreadable folder throws. */
export async function readContent(root: string): Promise<Content> {
  const findings: Finding[] = []
  const { articles, findings: ofArticles } = await readArticles(root)
  const glossary = await readGlossary(root, findings)
  const scope = await readScope(root, findings)
  const planPage = await readFile(join(root, PLAN_PAGE), 'utf8')
  return { articles, glossary, scope, planPage, findings: [...ofArticles, ...findings] }
}
