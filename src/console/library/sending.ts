import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Request, Response } from 'restify'

export function isByHtmx(request: Request): boolean {
  return request.headers['hx-request'] === 'true'
}

/** A part of a page. */
export function sendPart(response: Response, status: number, part: JSX.Element): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(renderToString(part))
}

export function redirect(response: Response, to: string): void {
  response.writeHead(303, { Location: to, 'Cache-Control': 'no-store' })
  response.end()
}
