import type { Article } from './article.ts'
import { type Files, PLAN_PAGE, readFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { type Glossary, readGlossary } from './glossary.ts'
import { articlesReader } from './read.ts'
import { REDIRECTS, type Redirects, readRedirects } from './redirects.ts'
import { readScope, type Scope } from './scope.ts'

/** Everything that a library is built from, as it stands in files or drafts. */
export interface Content {
  readonly articles: readonly Article[]
  readonly glossary: Glossary
  readonly scope: Scope
  /** The action plan's page, word for word: the ground of quotations. */
  readonly planPage: string
  /** The ids that articles had before, and where they lead now. */
  readonly redirects: Redirects
  readonly findings: readonly Finding[]
}

/** Reads content out of its files. A file that is wrong becomes a finding. */
export function contentOf(files: Files): Content {
  return contentReader()(files)
}

/** A reader that remembers what it read last: what did not change since is the same object, and costs nothing. */
export function contentReader(): (files: Files) => Content {
  const articles = articlesReader()
  const glossary = remembering('glossary.yaml', readGlossary)
  const scope = remembering('scope.yaml', readScope)
  const redirects = remembering(REDIRECTS, readRedirects)
  return (files) => {
    const read = articles(files)
    const beside = { glossary: glossary(files), scope: scope(files), redirects: redirects(files) }
    return {
      articles: read.articles,
      glossary: beside.glossary.value,
      scope: beside.scope.value,
      redirects: beside.redirects.value,
      planPage: files.get(PLAN_PAGE) ?? '',
      findings: [read, ...Object.values(beside)].flatMap(({ findings }) => findings),
    }
  }
}

/** Reads again only where the file has another text. */
function remembering<Value>(path: string, read: (files: Files, findings: Finding[]) => Value) {
  let last:
    | { readonly text: string | undefined; readonly value: Value; readonly findings: readonly Finding[] }
    | undefined
  return (files: Files): { readonly value: Value; readonly findings: readonly Finding[] } => {
    const text = files.get(path)
    if (!last || last.text !== text) {
      const findings: Finding[] = []
      last = { text, value: read(files, findings), findings }
    }
    return last
  }
}

/** Reads a content folder whole. Only an unreadable folder throws. */
export async function readContent(root: string): Promise<Content> {
  return contentOf(readFiles(root))
}
