import { randomUUID } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import type { Request, Response, Server } from 'restify'
import { z } from 'zod'
import type { Role } from '../../desk/staff.ts'
import { isLanguage } from '../../language/languages.ts'
import type { Console } from '../console.ts'
import { formOf } from '../form.ts'
import type { Page } from '../frame.tsx'
import type { Visit } from '../visit.ts'
import { AuditPart, LINES } from './audit.tsx'
import { ConversationPart } from './conversation.tsx'
import { DEEDS, textOf, WrongForm } from './deeds.ts'
import type { Drawing } from './drawing.ts'
import { FiguresPart, SPANS } from './figures.tsx'
import { type DeskFiles, readDeskFiles } from './files.ts'
import { passagesFor } from './from-library.ts'
import { keepHere } from './here.ts'
import { FoundPassages, SearchForm } from './library-search.tsx'
import { openLive } from './live.ts'
import { Gone, InboxPart, OtherPage } from './page.tsx'
import { readPresence } from './presence-form.ts'
import { type Refused, sayRefusal } from './refusal.ts'
import type { DeskPages } from './resources.ts'
import { deskPageOf, drawingOf, headOf, shownOf } from './show.tsx'
import { queryOf, readWish } from './wish.ts'

/** Adds the desk to a server: its pages, the parts that keep them live, and what may be done. `close` ends what is open. */
export function deskRoutes(server: Server, console: Console, pages: DeskPages): { close(): void } {
  const { desk, now } = pages
  const live = openLive(pages)
  const files = readDeskFiles(console.assets)
  // Whoever asks for a page is told; nobody asking is no reason to stop.
  files.catch(pages.onError)

  type Handler = (request: Request, response: Response, visit: Visit, files: DeskFiles) => Promise<void>
  const get = (path: string, handler: Handler, role?: Role) => server.get(path, guarded(handler, role))
  const post = (path: string, handler: Handler) => server.post(path, guarded(handler))
  function guarded(handler: Handler, role: Role = 'counsellor') {
    return console.guard(role, async (request, response, visit) => {
      const { escalation } = request.params ?? {}
      if (escalation !== undefined && !isId(escalation))
        return sendUnknown(response, visit, await files, drawingOf(visit, request.query, await files, pages))
      await handler(request, response, visit, await files)
    })
  }

  get('/desk', async (request, response, visit, files) => {
    await desk.setPresence(visit.member, {}, now())
    const drawing = drawingOf(visit, request.query, files, pages)
    await sendPage(response, visit, files, await deskPageOf(drawing, pages))
  })
  get('/desk/inbox', async (request, response, visit, files) => {
    const drawing = drawingOf(visit, request.query, files, pages)
    const [items, colleagues] = await Promise.all([desk.inbox(drawing.now), desk.colleagues(drawing.now)])
    const open = z.string().optional().catch(undefined).parse(request.query?.open)
    const part = <InboxPart items={items} colleagues={colleagues} drawing={drawing} {...(open ? { open } : {})} />
    sendPart(response, 200, renderToString(part))
  })
  get('/desk/live', async (request, response, { member }) => {
    const open = z.string().optional().catch(undefined).parse(request.query?.of)
    await live.stream(request, response, { member, ...(open ? { open } : {}) })
  })
  get('/desk/here', async (_request, response, visit) => {
    await keepHere(desk, visit, now())
    response.writeHead(204, { 'Cache-Control': 'no-store' })
    response.end()
  })
  get('/desk/search', async (request, response, visit, files) => {
    await desk.setPresence(visit.member, {}, now())
    const query = z.string().max(300).catch('').parse(request.query?.q)
    const language = isLanguage(request.query?.language) ? request.query.language : visit.language
    const drawing = drawingOf(visit, undefined, files, pages)
    const found = query.trim() ? passagesFor(query, language, pages.library()) : []
    const part = <FoundPassages found={found} language={language} query={query} drawing={drawing} />
    if (isByHtmx(request)) return sendPart(response, 200, renderToString(part))
    const title = drawing.say('library.heading')
    const children = (
      <OtherPage title={title} drawing={drawing}>
        <SearchForm spoken={language} drawing={drawing} query={query} />
        <div id="found">{part}</div>
      </OtherPage>
    )
    await sendPage(response, visit, files, { title, children })
  })
  get('/desk/figures', async (request, response, visit, files) => {
    await desk.setPresence(visit.member, {}, now())
    const days = z.coerce.number().pipe(z.literal(SPANS)).catch(30).parse(request.query?.days)
    const drawing = drawingOf(visit, undefined, files, pages)
    const title = drawing.say('figures.heading')
    const children = (
      <OtherPage title={title} drawing={drawing}>
        <FiguresPart figures={await desk.figures(now(), days)} days={days} drawing={drawing} />
      </OtherPage>
    )
    await sendPage(response, visit, files, { title, children })
  })
  const showAudit: Handler = async (request, response, visit, files) => {
    await desk.setPresence(visit.member, {}, now())
    const of = z.string().optional().catch(undefined).parse(request.query?.request) || undefined
    const lines = of === undefined || isId(of) ? await pages.audited(LINES, of) : []
    const drawing = drawingOf(visit, undefined, files, pages)
    const title = drawing.say('audit.heading')
    const children = (
      <OtherPage title={title} drawing={drawing}>
        <AuditPart lines={lines} drawing={drawing} {...(of ? { of } : {})} />
      </OtherPage>
    )
    await sendPage(response, visit, files, { title, children })
  }
  get('/desk/audit', showAudit, 'administrator')
  get('/desk/:escalation', async (request, response, visit, files) => {
    await desk.setPresence(visit.member, {}, now())
    await showConversation(request, response, visit, files, 200)
  })
  get('/desk/:escalation/part', async (request, response, visit, files) => {
    await showConversation(request, response, visit, files, 200, { partOnly: true })
  })
  post('/desk/presence', async (request, response, { member }) => {
    await desk.setPresence(member, readPresence(formOf(request)), now())
    redirect(response, `/desk${queryOf(readWish(request.query))}`)
  })
  post('/desk/:escalation/typing', async (request, response, { member }) => {
    await desk.typing(request.params.escalation, member)
    response.writeHead(204)
    response.end()
  })
  for (const [act, { focuses, does }] of Object.entries(DEEDS)) {
    post(`/desk/:escalation/${act}`, async (request, response, visit, files) => {
      const id: string = request.params.escalation
      const fields = formOf(request)
      const by = { id: visit.member.id, name: visit.member.name }
      const { say } = drawingOf(visit, request.query, files, pages)
      const refuse = (sentence: string, status: number, sure?: Refused['sure']) => {
        const refused: Refused = { sentence, act, text: textOf({ fields }), ...(sure ? { sure } : {}) }
        return showConversation(request, response, visit, files, status, { refused, partOnly: isByHtmx(request) })
      }
      try {
        const done = await does({ desk, id, by, fields, newKey: randomUUID(), now: now() })
        if (done.is === 'unsure') {
          const { id: to, name } = done.whom
          return refuse(say('transfer.absent', { name }), 200, { to: `colleague:${to}` })
        }
        if (done.is === 'refused') return refuse(sayRefusal(done.because, { say }), statusOf(done.because.why))
      } catch (error) {
        if (error instanceof WrongForm) return refuse(say('refused.form'), 422)
        throw error
      }
      if (isByHtmx(request)) return showConversation(request, response, visit, files, 200, { partOnly: true, focuses })
      redirect(response, `/desk/${id}${queryOf(readWish(request.query))}#${focuses}`)
    })
  }

  /** A conversation as a page or as its live part; where it does not exist, a sentence. */
  async function showConversation(
    request: Request,
    response: Response,
    visit: Visit,
    files: DeskFiles,
    status: number,
    { refused, partOnly, focuses }: { refused?: Refused; partOnly?: boolean; focuses?: string } = {},
  ): Promise<void> {
    const drawing = drawingOf(visit, request.query, files, pages)
    const { id, name } = visit.member
    const opened = await desk.open(request.params.escalation, { id, name }, drawing.language, drawing.now)
    if (!opened && partOnly) {
      // The section that asks goes as well: nobody asks again for what is gone.
      response.setHeader('HX-Reswap', 'outerHTML')
      return sendPart(response, 404, renderToString(<Gone drawing={drawing} />))
    }
    if (!opened) return sendUnknown(response, visit, files, drawing)
    const shown = await shownOf(opened, drawing, pages, refused)
    if (partOnly) return sendPart(response, status, renderToString(<ConversationPart {...shown} />), focuses)
    await sendPage(response, visit, files, { ...(await deskPageOf(drawing, pages, shown)), status })
  }

  function sendUnknown(response: Response, visit: Visit, files: DeskFiles, drawing: Drawing): Promise<void> {
    const title = drawing.say('unknown.title')
    const children = (
      <OtherPage title={title} drawing={drawing}>
        <p>{drawing.say('unknown.text')}</p>
      </OtherPage>
    )
    return sendPage(response, visit, files, { title, children, status: 404 })
  }

  function sendPage(response: Response, visit: Visit, files: DeskFiles, page: Page & { status?: number }) {
    return console.page(response, visit, { head: headOf(files, visit), bodyClass: 'at-desk', ...page })
  }

  return { close: live.close }
}

/** A form that is wrong, or a request that stands otherwise than its reader thought (RFC 9110, 15.5.10 and 15.5.21). */
function statusOf(why: string): number {
  if (why === 'unknown') return 404
  return ['empty', 'too-long', 'placeholder'].includes(why) ? 422 : 409
}

/** Whether it may be the id of a request at all. */
function isId(given: unknown): boolean {
  return typeof given === 'string' && /^[\w:.-]{1,100}$/.test(given)
}

function isByHtmx(request: Request): boolean {
  return request.headers['hx-request'] === 'true'
}

/** A part of a page; `focuses` names the element that the keyboard goes to. */
function sendPart(response: Response, status: number, html: string, focuses?: string): void {
  const focus = focuses ? { 'Then-Focus': focuses } : {}
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...focus })
  response.end(html)
}

function redirect(response: Response, to: string): void {
  response.writeHead(303, { Location: to, 'Cache-Control': 'no-store' })
  response.end()
}
