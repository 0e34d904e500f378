import type { Article } from './article.ts'
import { type Files, PLAN_PAGE, readFiles } from './files.ts'
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

/** Reads content out of its files. A file that is wrong becomes a finding. */
export function contentOf(files: Files): Content {
  const findings: Finding[] = []
  const { articles, findings: ofArticles } = readArticles(files)
  const glossary = readGlossary(files, findings)
  const scope = readScope(files, findings)
  return { articles, glossary, scope, planPage: files.get(PLAN_PAGE) ?? '', findings: [...ofArticles, ...findings] }
}

/** Reads a content folder whole. Only an unreadable folder throws. */
export async function readContent(root: string): Promise<Content> {
  return contentOf(readFiles(root))
}
