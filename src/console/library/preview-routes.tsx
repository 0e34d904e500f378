import { z } from 'zod'
import { type Answer, type AnswerResources, answer } from '../../answer/answer.ts'
import { askedIn } from '../../answer/asked-in.ts'
import type { Library } from '../../knowledge/library.ts'
import { type Language, ORIGINAL } from '../../language/languages.ts'
import { languageOf } from './drawing.ts'
import type { Opened } from './opened.ts'
import { ArticlePage } from './page.tsx'
import { PLACES, PreviewPage } from './preview-page.tsx'
import { prove } from './proof.ts'
import { ProofPart } from './proof-part.tsx'
import { withDraft } from './publishing.ts'
import type { LibraryPages } from './resources.ts'
import type { Routing } from './routing.ts'
import { isByHtmx, sendPart } from './sending.ts'

/** The pages that show what a draft would be, and what it would change; with a model, it is asked as people ask it. */
export function previewRoutes(
  routing: Routing,
  pages: LibraryPages,
  { model }: Pick<AnswerResources, 'model'> = {},
): void {
  const { phrases } = pages

  routing.getArticle('/preview', async ({ request, opened, drawing, page }) => {
    const language = languageOf(request.query?.language)
    const place = z.enum(PLACES).catch('web').parse(request.query?.place)
    const question = z.string().max(500).catch('').parse(request.query?.q).trim()
    const library = await libraryOf(opened)
    const asked = question ? { asked: { question, answer: await ask(question, language, library) } } : {}
    await page({
      title: `${drawing.say('ways.preview')} : ${opened.title}`,
      children: (
        <PreviewPage
          opened={opened}
          library={library}
          phrases={phrases}
          language={language}
          place={place}
          drawing={drawing}
          {...asked}
        />
      ),
    })
  })

  routing.getArticle('/proof', async ({ request, response, opened, published, drawing, page }) => {
    const proof = await prove(
      opened.id,
      published.library,
      await libraryOf(opened),
      { labelled: await pages.labelled(), played: await pages.played() },
      phrases,
      () => response.destroyed,
    )
    const title = (article: string) =>
      (article === opened.id ? opened.title : published.articles.get(article)?.texts[ORIGINAL]?.title) ?? article
    const part = <ProofPart proof={proof} title={title} drawing={drawing} />
    if (isByHtmx(request)) return sendPart(response, 200, part)
    await page({
      title: drawing.say('proof.heading'),
      children: (
        <ArticlePage opened={opened} at="preview" heading={drawing.say('proof.heading')} drawing={drawing}>
          {part}
        </ArticlePage>
      ),
    })
  })

  function ask(question: string, language: Language, library: Library): Promise<Answer> {
    return answer(askedIn(question, language, library), { library, phrases, ...(model ? { model } : {}) })
  }

  /** The library as it would be with the draft. */
  async function libraryOf({ draft, published }: Opened): Promise<Library> {
    return draft ? (await pages.reading.proposed(withDraft(published, draft))).library : published.library
  }
}
