import type { Request, Response } from 'restify'
import type { Asset } from './assets.ts'

/** How long a browser may keep an answer without asking again. */
export const KEPT = {
  never: 'no-store',
  briefly: 'public, max-age=300',
  forEver: 'public, max-age=31536000, immutable',
} as const

/** Sends a file in the smallest encoding that the browser takes, or says that the browser's own copy is still good. */
export function sendAsset(request: Request, response: Response, asset: Asset, caching: string): void {
  const tag = `"${asset.digest}"`
  const headers = { 'Cache-Control': caching, ETag: tag, Vary: 'Accept-Encoding' }
  if (request.header('if-none-match') === tag) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  const [encoding, body] = encoded(asset, request.header('accept-encoding') ?? '')
  response.writeHead(200, {
    ...headers,
    'Content-Type': asset.type,
    'Content-Length': String(body.length),
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  })
  response.end(body)
}

/** Sends a page made for this one request. */
export function sendPage(response: Response, html: string, policy: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': KEPT.never,
    'Content-Security-Policy': policy,
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  })
  response.end(html)
}

function encoded(asset: Asset, accepted: string): [string | undefined, Buffer] {
  if (takes('br', accepted)) return ['br', asset.brotli]
  if (takes('gzip', accepted)) return ['gzip', asset.gzip]
  return [undefined, asset.plain]
}

/** Whether an Accept-Encoding names an encoding, and not to refuse it (RFC 9110, 12.5.3). */
function takes(encoding: string, accepted: string): boolean {
  return accepted.split(',').some((each) => {
    const [name = '', ...parameters] = each.trim().toLowerCase().split(';')
    return name.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter))
  })
}
