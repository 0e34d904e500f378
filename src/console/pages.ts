import { readFile } from 'node:fs/promises'
import type { Response } from 'restify'
import { type Assets, bundled } from './assets.ts'
import { FOLDER } from './folder.ts'
import { framed, type Page } from './frame.tsx'
import { type Notice, noticePage, textOf } from './notice.tsx'
import { contentSecurityPolicy } from './policy.ts'
import type { Arrival } from './visit.ts'
import { readWords, type Words } from './words.ts'

/** Sends pages of the console, each in the frame that all share. */
export interface Pages {
  send(response: Response, arrival: Arrival, page: Page & { readonly status?: number }): Promise<void>
  notice(response: Response, arrival: Arrival, notice: Notice): Promise<void>
  /** The sentence alone, for what asked for a part of a page. */
  sentence(response: Response, arrival: Arrival, notice: Notice): Promise<void>
}

/** Opens them; `formsTo` gives the other origins that a form of ours may end at. */
export function openPages(
  assets: Assets,
  formsTo: () => readonly string[],
): Pages & { readonly words: Promise<Words> } {
  const words = readWords(`${FOLDER}words`)
  const style = bundled(`${FOLDER}console.css`).then((content) => assets.add('console.css', content))
  const icon = readFile(`${FOLDER}icon.svg`).then((content) => assets.add('icon.svg', content))
  const here = bundled(`${FOLDER}browser/here.ts`).then((content) => assets.add('here.js', content))
  // Whoever asks for a page is told; nobody asking is no reason to stop.
  for (const part of [words, style, icon, here]) part.catch(() => undefined)
  const send: Pages['send'] = async (response, arrival, { status = 200, ...page }) => {
    const html = framed(page, {
      arrival,
      words: await words,
      style: await style,
      icon: await icon,
      here: await here,
    })
    response.writeHead(status, headers(arrival, formsTo()))
    response.end(html)
  }
  return {
    words,
    send,
    notice: async (response, arrival, notice) =>
      send(response, arrival, { ...noticePage(notice, await words, arrival.language), status: notice.status }),
    sentence: async (response, arrival, notice) => {
      const text = textOf(notice, await words, arrival.language)
      response.writeHead(notice.status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' })
      response.end(text)
    },
  }
}

/** Without a referrer, browsers would not say from where a form of ours is sent; to other sites nothing is told. */
function headers({ nonce, path }: Arrival, formsTo: readonly string[]): Record<string, string> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentSecurityPolicy({ nonce, formsTo, inTeams: !path.startsWith('/library') }),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'same-origin',
  }
}
