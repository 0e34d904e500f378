import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Request, Response, Server } from 'restify'
import type { Conversation } from '../conversation/conversation.ts'
import { knownOf } from '../conversation/dialog-step.ts'
import type { Shelf } from '../dialog/shelf.ts'
import type { Library } from '../knowledge/library.ts'
import { isLanguage, type Language, languageOfLocale, ORIGINAL } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { FOLDER } from './folder.ts'
import type { Drawing } from './frame.tsx'
import { planPage } from './plan.tsx'
import { gonePage, type NoPlan } from './plan-gone.tsx'
import { PLANS, type PlanToken, type PlanTokens } from './plan-token.ts'
import { contentSecurityPolicy } from './policy.ts'
import { type Handler, pageParts, telling } from './routes.ts'
import { KEPT } from './send.ts'

/** What the printable plan needs from the house. */
export interface PlanPageResources {
  readonly settings: { readonly publicUrl: string; readonly retentionDays: number }
  readonly phrases: Phrases
  readonly shelf: Shelf
  readonly tokens: PlanTokens
  library(): Library
  /** A conversation as it stands, or nothing once it is erased. */
  conversation(
    id: string,
  ): Promise<Pick<Conversation, 'language' | 'situation' | 'startedAt' | 'lastHeardAt'> | undefined>
  now(): Date
  onError(error: unknown): void
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Not there, and there no longer (RFC 9110, 15.5.5 and 15.5.11). */
const STATUS: Readonly<Record<NoPlan, number>> = { wrong: 404, expired: 410, erased: 410 }

/** Adds `GET /plan/<token>` to a server: the plan of the person who holds the link, as their answers make it today. */
export function planRoutes(server: Server, resources: PlanPageResources): void {
  const { settings, tokens, phrases, shelf, now, onError } = resources
  const style = readFile(`${FOLDER}plan.css`, 'utf8')
  style.catch(onError)
  const handler: Handler = telling(async (request, response) => {
    const today = now()
    const token = tokens.read(request.getPath().slice(PLANS.length + 1), today)
    const conversation = token.is === 'wrong' ? undefined : await resources.conversation(token.conversation)
    const drawing = await drawn(request, conversation?.language)
    const library = resources.library()
    if (token.is !== 'good' || !conversation || !isStill(conversation, token)) {
      const why = token.is === 'good' ? 'erased' : token.is
      const contact = (language: Language) => library.passage('mifi', 'contact', language)
      send(response, STATUS[why], gonePage({ why, drawing, style: await style, contact }), policyOf(drawing))
      return
    }
    const forgotten = conversation.lastHeardAt.getTime() + settings.retentionDays * DAY_MS
    const closes = new Date(Math.min(token.expires.getTime(), forgotten))
    const situation = knownOf(conversation, { shelf })
    const html = planPage({ drawing, style: await style, phrases, library, shelf, situation, today, closes })
    send(response, 200, html, policyOf(drawing))
  }, onError)
  for (const path of [PLANS, `${PLANS}/*`]) {
    server.get(path, handler)
    server.head(path, handler)
  }

  function policyOf({ nonce }: Drawing): string {
    return contentSecurityPolicy({ nonce, publicUrl: settings.publicUrl, allowedOrigins: [] })
  }
}

/**
 * Whether a token is of this conversation, and not of one that was erased: what starts anew at the same place bears the
 * same id, and an old link must not show what is said in it. Without an answer there is nothing to show.
 */
function isStill(
  { startedAt, situation }: { startedAt: Date; situation: object },
  { made }: PlanToken & { is: 'good' },
): boolean {
  return made.getTime() >= startedAt.getTime() && Object.keys(situation).length > 0
}

/** In the language that the address names, else that of the conversation, else the first of ours that the browser asks for. */
async function drawn(request: Request, spoken: Language | undefined): Promise<Drawing> {
  const named: unknown = request.query?.lang
  const asked = request
    .header('accept-language')
    ?.split(',')
    .map((each) => languageOfLocale(each.split(';')[0]))
    .find((each) => each)
  return {
    ...(await pageParts()),
    language: isLanguage(named) ? named : (spoken ?? asked ?? ORIGINAL),
    nonce: randomBytes(18).toString('base64url'),
    path: request.getPath(),
    embedded: false,
  }
}

/** Sends a page that nobody keeps, lists, or is told of: its address is all that it takes to read it. */
function send(response: Response, status: number, html: string, policy: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': KEPT.never,
    'Content-Security-Policy': policy,
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
  })
  response.end(html)
}
