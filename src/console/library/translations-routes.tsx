import type { Article } from '../../knowledge/article.ts'
import { applyDrafts } from '../../knowledge/drafts.ts'
import { LOCALE, ORIGINAL } from '../../language/languages.ts'
import { BroughtPart, ContentFields } from './brought-part.tsx'
import { type Drawing, languageName, TRANSLATIONS } from './drawing.ts'
import { LibraryPage } from './page.tsx'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { stateOf } from './rows.ts'
import { type Sent, sentWith, textSent } from './sent.ts'
import { type Brought, keepTaken } from './taken.ts'

type Translation = 'en' | 'es' | 'ar'

/** Translations that are behind, and the way out of the house and back as XLIFF. */
export function translationsRoutes(routing: Routing, pages: LibraryPages): void {
  routing.get('/library/translations', async (asked) => showTranslations(asked))

  routing.get('/library/translations/:language', async ({ request, response, published }) => {
    const language = translationOf(request.params.language)
    const which = request.query?.which
    const chosen = published.content.articles.filter(
      (article) =>
        which === 'all' || article.id === which || (which === undefined && stateOf(article, language) !== 'fresh'),
    )
    const { exportXliff } = await import('../../knowledge/xliff.ts')
    response.writeHead(200, {
      'Content-Type': 'application/xliff+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="passerelle-${language}.xlf"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    response.end(exportXliff(chosen, language))
  })

  routing.post('/library/translations', async (asked) => {
    const { request, published, drawing, by } = asked
    const sent = await sentWith(request)
    const text = textSent(sent)
    if (sent.isTooLarge) return showTranslations(asked, { status: 413, refused: drawing.say('brought.too-large') })
    if (!text.trim()) return showTranslations(asked, { status: 422, refused: drawing.say('brought.no-file') })
    const { importXliff } = await import('../../knowledge/xliff-import.ts')
    const drafts = await pages.drafts.all()
    const taken = importXliff(text, applyDrafts(published.files, drafts))
    const brought = await keepTaken(taken, by, published, pages)
    await showTranslations(asked, { brought, ...(brought.articles.length || brought.held.length ? {} : { sent }) })
  })
}

function translationOf(asked: unknown): Translation {
  return asked === 'es' || asked === 'ar' ? asked : 'en'
}

/** What came of a file that was brought back. */
interface Came {
  readonly brought?: Brought
  readonly refused?: string
  readonly status?: number
  /** What was sent, where it must be sent again. */
  readonly sent?: Sent
}

async function showTranslations({ drawing, published, page }: Asked, came: Came = {}): Promise<void> {
  const { say } = drawing
  const { brought, refused, status, sent } = came
  await page({
    title: `${say('translations.heading')} – Passerelle`,
    ...(status ? { status } : {}),
    children: (
      <LibraryPage title={say('translations.heading')} back={{ to: '/library', label: say('back') }}>
        {refused ? (
          <p class="conflict" role="alert">
            {refused}
          </p>
        ) : null}
        {brought ? <BroughtPart brought={brought} drawing={drawing} /> : null}
        {TRANSLATIONS.map((language) => (
          <Behind
            key={language}
            language={language as Translation}
            articles={published.content.articles.filter((article) => stateOf(article, language) !== 'fresh')}
            drawing={drawing}
          />
        ))}
        <h2>{say('translations.bring')}</h2>
        <p>{say('translations.bring-explained')}</p>
        <form method="post" action="/library/translations" enctype="multipart/form-data">
          <ContentFields accept=".xlf,.xliff,.xml" drawing={drawing} {...(sent ? { sent } : {})} />
          <button type="submit">{say('translations.bring-do')}</button>
        </form>
      </LibraryPage>
    ),
  })
}

function Behind(props: { language: Translation; articles: readonly Article[]; drawing: Drawing }) {
  const { language, articles, drawing } = props
  const { say } = drawing
  return (
    <section aria-labelledby={`behind-${language}`}>
      <h2 id={`behind-${language}`}>{languageName(language, drawing)}</h2>
      {articles.length ? (
        <ul class="plain-list">
          {articles.map(({ id, texts }) => (
            <li key={id}>
              <a href={`/library/${id}?part=${language}`} lang={LOCALE.fr}>
                {texts[ORIGINAL]?.title ?? id}
              </a>{' '}
              <span class="quiet">{say(`text.${texts[language] ? 'behind' : 'missing'}`)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{say('translations.none')}</p>
      )}
      <p class="row">
        {articles.length ? (
          <a href={`/library/translations/${language}`} download>
            {say('translations.export-behind', { language: languageName(language, drawing) })}
          </a>
        ) : null}
        <a href={`/library/translations/${language}?which=all`} download>
          {say('translations.export-all', { language: languageName(language, drawing) })}
        </a>
      </p>
    </section>
  )
}
