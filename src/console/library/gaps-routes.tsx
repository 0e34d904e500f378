import { groupGaps } from '../../knowledge/gap-groups.ts'
import { formOf } from '../form.ts'
import { languageOf } from './drawing.ts'
import { beginFromGap, wordingFromGap } from './gap-settling.ts'
import { GapsPage } from './gaps-page.tsx'
import { choicesOf } from './opened.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked, Routing } from './routing.ts'
import { redirect } from './sending.ts'

const LOOKED_BACK_MS = 90 * 24 * 60 * 60 * 1000
const MOST = 1000

/** The page of the questions that were left without an answer, and what is done about each. */
export function gapsRoutes(routing: Routing, pages: LibraryPages): void {
  const { gaps } = pages
  if (!gaps) return

  routing.get('/library/gaps', async (asked) => showGaps(asked))

  routing.post('/library/gaps', async (asked) => {
    const { request, response, published, drawing, by } = asked
    const { say } = drawing
    const form = formOf(request)
    const how = form.get('how')
    const ids = form.getAll('gap')
    if (how === 'reopen') {
      await gaps.reopen(ids)
      return redirect(response, '/library/gaps?done=reopened')
    }
    if (how === 'set-aside') {
      await gaps.settle(ids, { how, by, at: drawing.now })
      return redirect(response, '/library/gaps?done=set-aside')
    }
    const question = (form.get('question') ?? '').trim().slice(0, 300)
    const language = languageOf(form.get('language'))
    if (!question) return showGaps(asked)
    if (how === 'article-begun') {
      const article = await beginFromGap(asked, question, language, pages)
      if (!article) return showGaps(asked, say('gaps.refused.meanwhile'))
      await gaps.settle(ids, { how, article, by, at: drawing.now })
      return redirect(response, `/library/${article}`)
    }
    const chosen = (form.get('article') ?? '').trim()
    const article = choicesOf(published.content).find(({ id, title }) => id === chosen || title === chosen)?.id
    if (!article) return showGaps(asked, say('gaps.refused.no-article', { chosen }))
    const added = await wordingFromGap(asked, article, question, language, pages)
    if (added !== 'added') return showGaps(asked, say(`gaps.refused.${added}`))
    await gaps.settle(ids, { how: 'wording-added', article, by, at: drawing.now })
    redirect(response, '/library/gaps?done=wording-added')
  })

  async function showGaps({ request, published, drawing, page }: Asked, refused?: string): Promise<void> {
    if (!gaps) return
    const isAside = request.method === 'GET' && request.query?.which === 'aside'
    const since = new Date(drawing.now.getTime() - LOOKED_BACK_MS)
    const found = (await gaps.list(since, MOST, isAside ? 'settled' : 'open')).filter(
      ({ settled }) => !isAside || settled?.how === 'set-aside',
    )
    const done = ['wording-added', 'article-begun', 'set-aside', 'reopened'].find((how) => how === request.query?.done)
    await page({
      title: `${drawing.say('gaps.heading')} – Passerelle`,
      ...(refused ? { status: 409 } : {}),
      children: (
        <GapsPage
          groups={groupGaps([...found], published.content.glossary.synonyms)}
          beside={await gaps.answersBeside(found.map(({ id }) => id))}
          articles={choicesOf(published.content)}
          isAside={isAside}
          drawing={drawing}
          {...(done ? { notice: drawing.say(`gaps.done.${done}`) } : {})}
          {...(refused ? { refused } : {})}
        />
      ),
    })
  }
}
