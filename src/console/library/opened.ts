import type { Article, Folder } from '../../knowledge/article.ts'
import { contentWith, findingsIn } from '../../knowledge/check-one.ts'
import type { Content } from '../../knowledge/content.ts'
import { filesOfArticle } from '../../knowledge/drafting.ts'
import { applyDrafts } from '../../knowledge/drafts.ts'
import { editableText } from '../../knowledge/edit-text.ts'
import { articlePath, type Files } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import type { Draft } from '../../knowledge/publication.ts'
import { ORIGINAL } from '../../language/languages.ts'
import type { Published } from './published.ts'

/** An article as it is being written: what is published, with its draft over it. */
export interface Opened {
  readonly id: string
  readonly folder: Folder
  /** The French title, as far as it can be read. */
  readonly title: string
  readonly draft?: Draft
  readonly published: Published
  /** Its files with the draft, by path. */
  readonly files: Files
  /** All content with the draft. */
  readonly content: Content
  /** The article with the draft, where it can be read. */
  readonly article?: Article
  readonly findings: readonly Finding[]
  /** It is published already. */
  readonly isPublished: boolean
}

/** Opens an article with its draft; nothing where there is neither. */
export function openArticle(
  id: string,
  draft: Draft | undefined,
  published: Published,
  today: string,
): Opened | undefined {
  const all = draft ? applyDrafts(published.files, [draft]) : published.files
  const before = filesOfArticle(id, published.files)
  const files = filesOfArticle(id, all)
  const shown = files.size ? files : before
  const folder = [...shown.keys()].map((path) => articlePath(path)?.folder).find((each) => each !== undefined)
  if (!folder) return undefined
  const content = contentWith(id, all, published.content)
  const article = content.articles.find((each) => each.id === id)
  return {
    id,
    folder,
    title:
      titleOf(shown.get(`${folder}/${id}/${ORIGINAL}.md`)) || published.articles.get(id)?.texts[ORIGINAL]?.title || id,
    ...(draft ? { draft } : {}),
    published,
    files,
    content,
    ...(article ? { article } : {}),
    findings: files.size ? findingsIn(id, content, today) : [],
    isPublished: before.size > 0,
  }
}

function titleOf(text: string | undefined): string {
  if (text === undefined) return ''
  try {
    return editableText(text).title
  } catch {
    return ''
  }
}

/** Articles to choose from, by title. */
export function choicesOf(content: Content, fits: (article: Article) => boolean = () => true) {
  return content.articles
    .filter(fits)
    .map(({ id, texts }) => ({ id, title: texts[ORIGINAL]?.title ?? id }))
    .sort((one, other) => one.title.localeCompare(other.title, ORIGINAL))
}
