import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import helmet from 'helmet'
import pino, { type Logger } from 'pino'
import type { Registry } from 'prom-client'
import restify, { type Next, type Request, type Response, type Server } from 'restify'
import { refusedPage } from './refused-page.ts'

/**
 * The largest body that is read here, in bytes: a message, a card's answer, an article. A form with a file is left to
 * the page that asked for it, which knows who sends it before it reads.
 */
const LARGEST_BODY = 256 * 1024

/** What the doors are opened on. */
export interface Doors {
  readonly log: Logger
  readonly metrics: Registry
  /** Rejects while the store or the library is not there. */
  ready(): Promise<void>
  /** Adds the routes of every edge. */
  routes(server: Server): void
  /** Takes a WebSocket upgrade; gives false where no edge wants it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
}

/** A restify server with health, metrics, hardening and readable errors; the edges add their own routes. */
export function openServer({ log, metrics, ready, routes, upgrade }: Doors): Server {
  const server = restify.createServer({
    name: 'Passerelle',
    // restify logs whole requests with its warnings, and in them what people wrote: it is told to keep quiet.
    log: pino({ level: 'silent' }) as unknown as restify.ServerOptions['log'],
    ignoreTrailingSlash: true,
  })
  server.pre(restify.plugins.pre.sanitizePath())
  server.pre(
    helmet({
      contentSecurityPolicy: false,
      frameguard: false,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      referrerPolicy: { policy: 'no-referrer' },
    }) as restify.RequestHandler,
  )
  server.use(restify.plugins.queryParser({ mapParams: false }))
  server.use(refusePacked)
  server.use(restify.plugins.bodyReader({ maxBodySize: LARGEST_BODY }))
  server.use(restify.plugins.jsonBodyParser({ mapParams: false, bodyReader: true }))

  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { alive: true })
  })
  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await ready()
      response.send(200, { ready: true })
    } catch {
      response.send(503, { ready: false })
    }
  })
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.setHeader('Content-Type', metrics.contentType)
    response.sendRaw(200, await metrics.metrics())
  })
  routes(server)

  server.on('restifyError', (request: Request, response: Response, error: HttpError, done: () => void) => {
    const status = error.statusCode ?? 500
    if (status >= 500) log.error({ err: error }, 'a request failed')
    const said = SENTENCES[status] ?? SENTENCES[500]
    const page = refusedPage(status, request.headers)
    if (!response.headersSent && page) response.sendRaw(status, page, REFUSED_PAGE)
    else if (!response.headersSent) response.send(status, { error: { code: said?.code, message: said?.message } })
    done()
  })
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Who asks may be gone before the answer; an error event that nobody hears would end the process.
    socket.on('error', () => socket.destroy())
    if (!upgrade(request, socket, head))
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return server
}

const REFUSED_PAGE = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
}

interface HttpError extends Error {
  readonly statusCode?: number
}

/**
 * Refuses a compressed body: restify's reader unpacks one without a limit, and a broken one ends the process.
 * Files are not read here either (only JSON is parsed): nothing that is sent is ever put on the disk by its reader.
 */
function refusePacked(request: Request, _response: Response, next: Next): void {
  const encoding = request.header('content-encoding', 'identity')
  next(encoding === 'identity' ? undefined : Object.assign(new Error('a compressed body'), { statusCode: 415 }))
}

/** What is said of an error of HTTP: never its own message, which may tell of our insides. */
const SENTENCES: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  400: { code: 'BadArgument', message: 'The request could not be read: its body must be well-formed JSON.' },
  404: { code: 'NotFound', message: 'There is nothing at this address.' },
  405: { code: 'MethodNotAllowed', message: 'This address does not take that method.' },
  413: { code: 'TooLarge', message: `The body is larger than ${LARGEST_BODY / 1024} KB: say it in fewer words.` },
  415: { code: 'UnsupportedMediaType', message: 'The body must be sent as application/json, not compressed.' },
  500: { code: 'ServiceError', message: 'The request could not be served. Try again.' },
}
