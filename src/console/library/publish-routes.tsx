import { formOf } from '../form.ts'
import { openArticle } from './opened.ts'
import { BehindPage, PublishPage } from './publish-page.tsx'
import { behindOf, judge, publish, settled, withDraft } from './publishing.ts'
import type { LibraryPages } from './resources.ts'
import type { ArticleHandler, Routing } from './routing.ts'
import { redirect } from './sending.ts'

type Asked = Parameters<ArticleHandler>[0]

/** Publishing a draft: what it changes, what keeps it back, and the deed itself. */
export function publishRoutes(routing: Routing, pages: LibraryPages): void {
  routing.getArticle('/publish', async (asked) => showPublish(asked, ''))

  routing.postArticle('/publish', async (asked) => {
    const { request, response, opened, published, drawing, by } = asked
    const { draft } = opened
    const { say } = drawing
    const form = formOf(request)
    const reason = (form.get('reason') ?? '').trim().slice(0, 1000)
    if (!draft) return showPublish(asked, reason)
    if (String(draft.version) !== form.get('version')) return showPublish(asked, reason, say('publish.changed'))
    if (behindOf(draft, published).length || needsOther(asked)) return showPublish(asked, reason)
    const judged = await judgeDraft(asked, reason)
    if (judged.verdict.may !== 'publish') {
      return showPublish(asked, reason, say(`publish.refused-${judged.verdict.may}`))
    }
    const what = { files: judged.files, says: judged.says, reason, origin: 'edit' as const, by, draft }
    const done = await publish(what, published, pages)
    if (done.is === 'published')
      return redirect(response, `/library/${opened.id}/history?done=${done.publication.number}`)
    const now = await asked.fresh()
    const again = openArticle(opened.id, await pages.drafts.of(opened.id), now, drawing.today)
    await showPublish({ ...asked, published: now, opened: again ?? opened }, reason, say('publish.meanwhile'))
  })

  routing.postArticle('/settle', async (asked) => {
    const { request, response, opened, published, by } = asked
    const form = formOf(request)
    const { draft } = opened
    const isSame =
      draft &&
      String(draft.version) === form.get('version') &&
      String(published.publication.number) === form.get('number')
    if (isSame) {
      const keeps = form.get('keeps') === 'theirs' ? 'theirs' : 'mine'
      const next = settled(draft, behindOf(draft, published), keeps, published)
      if (next.files.size) await pages.drafts.save({ article: opened.id, ...next, by, at: pages.now() }, draft.version)
      else await pages.drafts.drop(opened.id, draft.version)
    }
    redirect(response, `/library/${opened.id}/publish`)
  })

  function needsOther({ opened, by }: Asked): boolean {
    return pages.secondReader === true && opened.draft?.by.id === by.id
  }

  function judgeDraft({ opened, published, drawing }: Asked, reason: string) {
    return judge(withDraft(published, opened.draft), published, drawing.today, reason, pages)
  }

  async function showPublish(asked: Asked, reason: string, refused?: string): Promise<void> {
    const { opened, published, drawing, page } = asked
    const title = `${drawing.say('ways.publish')} : ${opened.title}`
    const behind = opened.draft ? behindOf(opened.draft, published) : []
    const status = refused || behind.length ? { status: 409 } : {}
    if (behind.length) {
      return page({ title, ...status, children: <BehindPage opened={opened} paths={behind} drawing={drawing} /> })
    }
    await page({
      title,
      ...status,
      children: (
        <PublishPage
          opened={opened}
          judged={await judgeDraft(asked, reason)}
          needsOther={needsOther(asked)}
          reason={reason}
          drawing={drawing}
          {...(refused ? { refused } : {})}
        />
      ),
    })
  }
}
