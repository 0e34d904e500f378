import { randomBytes } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import type { Library } from '../knowledge/library.ts'
import { isLanguage, type Language, ORIGINAL } from '../language/languages.ts'
import { type Phrases, readPhrases } from '../language/phrases.ts'
import { type Assets, makeAssets } from './assets.ts'
import { FOLDER } from './folder.ts'
import type { Drawing } from './frame.tsx'
import { type AnsweredFrom, paperPage } from './paper.tsx'
import { contentSecurityPolicy } from './policy.ts'
import { KEPT, sendAsset, sendPage } from './send.ts'
import { talkPage } from './talk.tsx'
import { type Token, tokenHandler, tokenPreflight } from './token.ts'

/** What the public page needs from the house. */
export interface PageResources {
  readonly settings: {
    readonly publicUrl: string
    readonly allowedOrigins: readonly string[]
    readonly retentionDays: number
  }
  /** Where people answer whoever asks for a person; nothing where nobody could. */
  readonly answeredFrom?: AnsweredFrom
  /** The host of the language model, where one is set: people are told that their words go there. */
  readonly modelAt?: string
  /** The assistant's phrases: what the page's buttons say into the conversation. */
  readonly phrases: Phrases
  /** The library of this moment, for the people to turn to. */
  library(): Library
  newToken(): Promise<Token>
  onError(error: unknown): void
}

export type Handler = (request: Request, response: Response) => Promise<void>

/** What the page is made of, made once in a process: it is the same for every server. */
let made: Promise<{ words: Phrases; assets: Assets }> | undefined

async function make(): Promise<{ words: Phrases; assets: Assets }> {
  const words = await readPhrases(`${FOLDER}words`)
  return { words, assets: await makeAssets(words) }
}

/** The words and files that every page of ours is made with. */
export function pageParts(): Promise<{ words: Phrases; assets: Assets }> {
  made ??= make()
  return made
}

/** Adds the public page to a server: the conversation, its files, what puts it on other sites, its tokens, its papers. */
export function pageRoutes(server: Server, resources: PageResources): void {
  const { settings, phrases, onError } = resources
  const parts = pageParts()
  const told = {
    retentionDays: settings.retentionDays,
    ...(resources.answeredFrom ? { answeredFrom: resources.answeredFrom } : {}),
    ...(resources.modelAt ? { modelAt: resources.modelAt } : {}),
  }
  parts.catch(onError)
  const show = (handler: Handler): Handler => telling(handler, onError)
  const get = (path: string, handler: Handler): void => {
    server.get(path, show(handler))
    server.head(path, show(handler))
  }

  get('/', async (request, response) => {
    const drawing = drawn(request, '/', await parts)
    const contact = resources.library().passage('mifi', 'contact', drawing.language)
    sendPage(
      response,
      talkPage({ drawing, phrases, retentionDays: settings.retentionDays, contact }),
      policyOf(drawing),
    )
  })
  get('/confidentialite', async (request, response) => {
    const drawing = drawn(request, '/confidentialite', await parts)
    sendPage(response, paperPage('privacy', drawing, told), policyOf(drawing))
  })
  get('/conditions', async (request, response) => {
    const drawing = drawn(request, '/conditions', await parts)
    sendPage(response, paperPage('terms', drawing, told), policyOf(drawing))
  })
  get('/page/:file', async (request, response) => {
    const asset = (await parts).assets.at(request.getPath())
    if (asset) sendAsset(request, response, asset, KEPT.forEver)
    else response.send(404, { error: { code: 'NotFound', message: 'There is nothing at this address.' } })
  })
  get('/embed.js', async (request, response) => {
    sendAsset(request, response, (await parts).assets.embed, KEPT.briefly)
  })
  server.opts('/chat/token', show(tokenPreflight(settings)))
  server.post('/chat/token', show(tokenHandler({ ...settings, newToken: resources.newToken })))

  function policyOf({ nonce }: Drawing): string {
    return contentSecurityPolicy({ nonce, publicUrl: settings.publicUrl, allowedOrigins: settings.allowedOrigins })
  }
}

/** A page as it was asked for: French, unless the address names another of our languages. */
function drawn(request: Request, path: string, { words, assets }: { words: Phrases; assets: Assets }): Drawing {
  return {
    language: languageAsked(request),
    words,
    assets,
    nonce: randomBytes(18).toString('base64url'),
    path,
    embedded: path === '/' && request.query?.embed === '1',
  }
}

function languageAsked(request: Request): Language {
  const asked: unknown = request.query?.lang
  return isLanguage(asked) ? asked : ORIGINAL
}

/** What fails is ours, and tells nothing of itself. */
export function telling(handler: Handler, onError: (error: unknown) => void): Handler {
  return async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      onError(error)
      if (!response.headersSent)
        response.send(500, { error: { code: 'ServiceError', message: 'The request could not be served. Try again.' } })
    }
  }
}
