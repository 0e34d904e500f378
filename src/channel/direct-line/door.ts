import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Request, Response, Server } from 'restify'
import { z } from 'zod'
import type { Conversations } from '../../conversation/conversation.ts'
import type { Hearing } from '../../conversation/hear.ts'
import { readActivity } from '../read.ts'
import { ASSISTANT } from '../render.ts'
import { activityIdOf, CHANNEL, positionOf, readLog } from './log.ts'
import type { Grant, Tokens } from './tokens.ts'

/** What the Direct Line door needs. */
export interface DirectLine {
  readonly tokens: Tokens
  readonly hearing: Hearing
  readonly conversations: Conversations
  /** Whoever holds it may ask for tokens; without one, nobody may from outside. */
  readonly secret?: string
  readonly publicUrl: string
  now(): Date
  onError(error: unknown): void
}

type Handler = (request: Request, response: Response) => Promise<void>

/** A refusal as Direct Line words it: a status, a code, a sentence (Direct Line 3.0, errors). */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const startShape = z
  .looseObject({
    locale: z.string().max(50).optional(),
    user: z.looseObject({ id: z.string().max(200).optional() }).optional(),
  })
  .nullish()

/** Adds Direct Line 3.0 to a server: tokens, conversations, activities; the stream is `stream.ts`. */
export function directLineDoor(server: Server, line: DirectLine): void {
  const open = (handler: Handler): Handler => handlingRefusals(handler, line)
  server.post('/v3/directline/tokens/generate', open(generate(line)))
  server.post('/v3/directline/tokens/refresh', open(refresh(line)))
  server.post('/v3/directline/conversations', open(start(line)))
  server.get('/v3/directline/conversations/:id', open(rejoin(line)))
  server.get('/v3/directline/conversations/:id/activities', open(readActivities(line)))
  server.post('/v3/directline/conversations/:id/activities', open(postActivity(line)))
  server.post('/v3/directline/conversations/:id/upload', open(upload(line)))
  server.get('/v3/directline/session/getsessionid', open(sessionId(line)))
}

/** A token for a new conversation: what our own page gets, and what `tokens/generate` answers. */
export async function newToken(line: DirectLine, user?: string) {
  const conversation = randomUUID()
  const { token, expiresIn } = await line.tokens.grant({ conversation, ...(user ? { user } : {}) })
  return { conversationId: conversation, token, expires_in: expiresIn }
}

function generate(line: DirectLine): Handler {
  return async (request, response) => {
    if (!line.secret)
      throw new Refusal(403, 'BadArgument', 'No DIRECT_LINE_SECRET is set, so that no token is given out here.')
    if (!holdsSecret(request, line.secret)) throw new Refusal(403, 'BadArgument', 'The secret is missing or wrong.')
    const body = startShape.safeParse(request.body)
    if (!body.success) throw new Refusal(400, 'BadArgument', 'The body must be JSON such as {"user":{"id":"dl_1"}}.')
    response.send(200, await newToken(line, body.data?.user?.id))
  }
}

function refresh(line: DirectLine): Handler {
  return async (request, response) => {
    const grant = await granted(request, line)
    const { token, expiresIn } = await line.tokens.grant(grant)
    response.send(200, { conversationId: grant.conversation, token, expires_in: expiresIn })
  }
}

function start(line: DirectLine): Handler {
  return async (request, response) => {
    const body = startShape.safeParse(request.body)
    if (!body.success) throw new Refusal(400, 'BadArgument', 'The body must be JSON such as {"locale":"fr-CA"}.')
    const bySecret = line.secret !== undefined && holdsSecret(request, line.secret)
    const grant: Grant = bySecret ? { conversation: randomUUID() } : await granted(request, line)
    const user = grant.user ?? (body.data?.user?.id || undefined) ?? `dl_${grant.conversation}`
    const known = await line.conversations.find({ channel: CHANNEL, conversation: grant.conversation })
    if (!known) {
      const joined = await line.hearing.note({
        address: { channel: CHANNEL, conversation: grant.conversation },
        activityId: 'joined',
        kind: 'joined',
        text: '',
        person: { id: user },
        at: line.now(),
        ...(body.data?.locale ? { locale: body.data.locale } : {}),
      })
      line.hearing.answersTo(joined).catch(line.onError)
    }
    response.send(known ? 200 : 201, await opened({ ...grant, user }, line, '-'))
  }
}

function rejoin(line: DirectLine): Handler {
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const watermark = watermarkOf(request)
    await knownPlace(grant, line)
    response.send(200, await opened(grant, line, String(watermark)))
  }
}

function readActivities(line: DirectLine): Handler {
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const place = await knownPlace(grant, line)
    response.send(200, await readLog(line.conversations, place, watermarkOf(request)))
  }
}

function postActivity(line: DirectLine): Handler {
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const place = await knownPlace(grant, line)
    const body = z.looseObject({ type: z.string() }).safeParse(request.body)
    if (!body.success) throw new Refusal(400, 'BadArgument', 'The body must be one activity, in JSON, with its type.')
    const activity = {
      ...body.data,
      id: undefined,
      channelId: CHANNEL,
      conversation: { id: grant.conversation },
      from: { id: place.person },
      recipient: ASSISTANT,
    }
    const read = readActivity(activity, line.now(), randomUUID)
    if (read.is === 'malformed')
      throw new Refusal(400, 'BadArgument', `The activity is not well formed: ${read.field}.`)
    if (read.is === 'nothing' || read.incoming.kind !== 'message') {
      response.send(200, { id: activityIdOf(grant.conversation, 0) })
      return
    }
    const { clientId } = read.incoming
    const heard = await line.hearing.note({
      ...read.incoming,
      ...(clientId ? { activityId: `client:${clientId}` } : {}),
    })
    response.send(200, { id: activityIdOf(grant.conversation, heard.position) })
    line.hearing.answersTo(heard).catch(line.onError)
  }
}

function upload(line: DirectLine): Handler {
  return async (request) => {
    await grantedHere(request, line)
    throw new Refusal(
      415,
      'NotSupported',
      'Passerelle ne reçoit pas de fichiers. Décrivez votre question en mots. / Files are not received here: put your question in words.',
    )
  }
}

function sessionId(line: DirectLine): Handler {
  return async (request, response) => {
    await granted(request, line)
    response.send(200, { sessionId: randomUUID() })
  }
}

async function opened(grant: Grant, line: DirectLine, watermark: string) {
  const { token, expiresIn } = await line.tokens.grant(grant)
  const stream = await line.tokens.stream(grant)
  const host = line.publicUrl.replace(/^http/, 'ws')
  return {
    conversationId: grant.conversation,
    token,
    expires_in: expiresIn,
    streamUrl: `${host}/v3/directline/conversations/${grant.conversation}/stream?watermark=${watermark}&t=${stream}`,
  }
}

async function knownPlace(grant: Grant, line: DirectLine) {
  const found = await line.conversations.find({ channel: CHANNEL, conversation: grant.conversation })
  if (!found) throw new Refusal(404, 'BadArgument', 'There is no such conversation: it ended, or never began.')
  return { id: found.id, channelId: grant.conversation, person: found.person.id }
}

async function grantedHere(request: Request, line: DirectLine): Promise<Grant> {
  const here: unknown = request.params?.id
  if (line.secret && holdsSecret(request, line.secret) && typeof here === 'string') return { conversation: here }
  const grant = await granted(request, line)
  if (grant.conversation !== here) throw new Refusal(403, 'BadArgument', 'The token is for another conversation.')
  return grant
}

async function granted(request: Request, line: DirectLine): Promise<Grant> {
  const token = bearer(request)
  if (!token) throw new Refusal(401, 'BadArgument', 'A token is missing: Authorization: Bearer …')
  const read = await line.tokens.read(token)
  if (read === 'TokenExpired') throw new Refusal(403, 'TokenExpired', 'The token has expired: ask for another one.')
  if (read === 'BadToken') throw new Refusal(403, 'BadArgument', 'The token is not one of ours.')
  return read
}

function watermarkOf(request: Request): number {
  const given: unknown = request.query?.watermark
  const position = positionOf(typeof given === 'string' ? given : undefined)
  if (position === undefined) throw new Refusal(400, 'BadArgument', 'The watermark is not one that was given out here.')
  return position
}

function bearer(request: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1]
}

function holdsSecret(request: Request, secret: string): boolean {
  const given = Buffer.from(bearer(request) ?? '')
  const right = Buffer.from(secret)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** A refusal is answered as one; anything else is ours, and tells nothing of itself. */
function handlingRefusals(handler: Handler, line: DirectLine): Handler {
  return async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      if (error instanceof Refusal) {
        response.send(error.status, { error: { code: error.code, message: error.message } })
        return
      }
      line.onError(error)
      if (!response.headersSent)
        response.send(500, { error: { code: 'ServiceError', message: 'The request could not be served. Try again.' } })
    }
  }
}
