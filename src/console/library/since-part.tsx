import type { JSX } from 'preact'
import type { ArticleText } from '../../knowledge/article.ts'
import { readText } from '../../knowledge/read.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import { Differences } from './difference-part.tsx'
import { differencesOf } from './differences.ts'
import type { Drawing } from './drawing.ts'
import type { Opened } from './opened.ts'
import type { LibraryPages } from './resources.ts'
import { stateOf } from './rows.ts'

/** How far back the French is looked for that a translation follows. */
const LOOKED_BACK = 80

/** What changed in the French since a translation was read; nothing where it follows the present one. */
export async function sinceRead(
  opened: Opened,
  language: Language,
  drawing: Drawing,
  pages: Pick<LibraryPages, 'publications'>,
): Promise<JSX.Element | undefined> {
  const { article, folder, id, files } = opened
  if (!article || language === ORIGINAL || stateOf(article, language) !== 'behind') return undefined
  const path = `${folder}/${id}/${ORIGINAL}.md`
  const wanted = article.texts[language]?.translates
  const before = wanted && (await frenchOf(wanted, path, pages))
  const { say } = drawing
  return (
    <section class="since" aria-labelledby="since-heading">
      <h2 id="since-heading">{say('since.heading')}</h2>
      {before ? (
        <Differences
          differences={differencesOf(path, before, files.get(path)).filter(({ way }) => way[0] !== 'questions')}
          drawing={drawing}
        />
      ) : (
        <p>{say('since.unknown')}</p>
      )}
    </section>
  )
}

/** The French text of a digest, among what was published lately. */
export async function frenchOf(
  wanted: ArticleText['digest'],
  path: string,
  { publications }: Pick<LibraryPages, 'publications'>,
): Promise<string | undefined> {
  const history = await publications.history(LOOKED_BACK)
  for (const digest of new Set(history.map(({ digests }) => digests.get(path)))) {
    const text = digest && (await publications.text(digest))
    if (text && readText(text, ORIGINAL, path, [])?.digest === wanted) return text
  }
  return undefined
}
