import type { Model } from './answer/model.ts'
import type { LibraryPages } from './console/library/resources.ts'
import type { Library } from './knowledge/library.ts'

/** What drafts translations for editors; it is loaded when somebody first asks for one. */
export function translatorOf(from: {
  readonly model: Model
  library(): Library
}): NonNullable<LibraryPages['translator']> {
  return async (wanted) => {
    const { translateArticle } = await import('./answer/translate-article.ts')
    return translateArticle(wanted, { model: from.model, library: from.library() })
  }
}
