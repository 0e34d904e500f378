import type { Request, Response, Server } from 'restify'
import type { Console } from '../console.ts'
import type { Page } from '../frame.tsx'
import type { Visit } from '../visit.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import type { LibraryFiles } from './files.ts'
import { type Opened, openArticle } from './opened.ts'
import { headOf } from './page.tsx'
import { openPublished, type Published } from './published.ts'
import type { LibraryPages } from './resources.ts'
import { unknownPage } from './unknown.tsx'

/** One request to the library: who asks, what is published at this moment, and how to answer. */
export interface Asked {
  readonly request: Request
  readonly response: Response
  readonly visit: Visit
  readonly drawing: Drawing
  readonly published: Published
  readonly by: { readonly id: string; readonly name: string }
  /** What is published now, where that may be more than a moment ago. */
  fresh(): Promise<Published>
  page(page: Page & { readonly status?: number }): Promise<void>
}
export type Handler = (asked: Asked) => Promise<void>
export type ArticleHandler = (asked: Asked & { readonly opened: Opened }) => Promise<void>

/** Adds routes that only editors reach; those of an article find it opened, or answer that there is none. */
export interface Routing {
  get(path: string, handler: Handler): void
  post(path: string, handler: Handler): void
  getArticle(path: string, handler: ArticleHandler): void
  postArticle(path: string, handler: ArticleHandler): void
}

export function routingOf(
  server: Server,
  console: Console,
  pages: LibraryPages,
  files: Promise<LibraryFiles>,
): Routing {
  const published = openPublished(pages)
  const guarded = (handler: Handler) =>
    console.guard('editor', async (request, response, visit) => {
      const read = await files
      await handler({
        request,
        response,
        visit,
        drawing: drawingOf(visit, read, pages),
        published: await published(),
        fresh: published,
        by: { id: visit.member.id, name: visit.member.name },
        page: (page) => console.page(response, visit, { head: headOf(read, visit), bodyClass: 'at-library', ...page }),
      })
    })
  const ofArticle = (handler: ArticleHandler) =>
    guarded(async (asked) => {
      const id: string = asked.request.params.id
      const opened = openArticle(id, await pages.drafts.of(id), asked.published, asked.drawing.today)
      if (!opened) return asked.page(unknownPage(id, asked))
      await handler({ ...asked, opened })
    })
  return {
    get: (path, handler) => void server.get(path, guarded(handler)),
    post: (path, handler) => void server.post(path, guarded(handler)),
    getArticle: (path, handler) => void server.get(`/library/:id${path}`, ofArticle(handler)),
    postArticle: (path, handler) => void server.post(`/library/:id${path}`, ofArticle(handler)),
  }
}
