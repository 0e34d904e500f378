import { wholeDigestOf } from '../../knowledge/digest.ts'
import { type Files, PLAN_PAGE } from '../../knowledge/files.ts'
import type { TakenPlan } from '../../knowledge/import-plan.ts'
import { type Came, showImport } from './import-page.tsx'
import type { PlanCompared } from './plan-part.tsx'
import { addressAfter, publishOrPropose } from './proposals.ts'
import { judge } from './publishing.ts'
import type { LibraryPages } from './resources.ts'
import type { Asked } from './routing.ts'
import { redirect } from './sending.ts'
import { type Sent, textSent } from './sent.ts'

/**
 * Takes a new page of the plan: it is compared first, and published only when whoever saw the comparison asks for it.
 * What is published is exactly what was compared, with what was compared with it.
 */
export function planImport(pages: LibraryPages): (asked: Asked, sent: Sent) => Promise<void> {
  return async (asked, sent) => {
    const { response, published, drawing, by } = asked
    const { form } = sent
    const { say } = drawing
    const isSeen = form.get('deed') === 'publish'
    const content = isSeen ? (form.get('compared') ?? '').replace(/\r\n/g, '\n') : textSent(sent)
    const show = (came: Came) => showImport(asked, 'plan', came)
    if (!content.trim()) return show({ status: 422, refused: say('brought.no-file'), sent })
    const { importPlan } = await import('../../knowledge/import-plan.ts')
    const plan = await importPlan(published.content.planPage, content, published.content.articles)
    const compared = comparedOf(plan, published.content.planPage)
    if (!isSeen || !compared.text) return show({ plan: compared, ...(compared.plan.findings.length ? { sent } : {}) })
    if (form.get('digest') !== compared.digest) return show({ plan: compared, refused: say('import.plan-other') })
    const reason = (form.get('reason') ?? '').trim().slice(0, 1000)
    if (!reason) return show({ plan: compared, refused: say('move.no-reason') })
    const files: Files = new Map(published.files).set(PLAN_PAGE, compared.text)
    const judged = await judge(files, published, drawing.today, reason, pages)
    if (judged.verdict.may !== 'publish') {
      const refused = say('publish.refused-not')
      return show({ plan: { ...compared, plan: { ...plan, findings: judged.verdict.because } }, refused })
    }
    const what = { name: 'plan', files, says: judged.says, reason, origin: 'import' as const, by }
    const done = await publishOrPropose(what, published, pages)
    if (done.is === 'conflict') return show({ plan: compared, refused: say('publish.meanwhile') })
    redirect(response, addressAfter(done))
  }
}

/** The text that may be published, where it is another one and nothing quotes what is gone. */
function comparedOf(plan: TakenPlan, before: string): PlanCompared {
  const text = plan.files.get(PLAN_PAGE)
  if (text === undefined || plan.quotations.length > 0) return { plan }
  return { plan, text, digest: `${wholeDigestOf(before)} ${wholeDigestOf(text)}` }
}
