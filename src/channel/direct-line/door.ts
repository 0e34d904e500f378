import { randomUUID } from 'node:crypto'
import type { Server } from 'restify'
import { z } from 'zod'
import { bearsSecret } from '../bearer.ts'
import { postActivity, readActivities, upload } from './activities.ts'
import { granted, grantedHere, knownPlace, watermarkOf } from './granted.ts'
import type { DirectLine } from './line.ts'
import { CHANNEL } from './log.ts'
import { answering, type Handler, Refusal } from './refusal.ts'
import type { Grant } from './tokens.ts'
import { grantedBack, wayBack } from './way-back.ts'

const startShape = z
  .looseObject({
    locale: z.string().max(50).optional(),
    user: z.looseObject({ id: z.string().max(200).optional() }).optional(),
  })
  .nullish()

/** Adds Direct Line 3.0 to a server: tokens, conversations, activities; the stream is `stream.ts`. */
export function directLineDoor(server: Server, line: DirectLine): void {
  const open = (handler: Handler): Handler => answering(handler, line.onError)
  server.post('/v3/directline/tokens/generate', open(generate(line)))
  server.post('/v3/directline/tokens/refresh', open(refresh(line)))
  server.post('/v3/directline/conversations', open(start(line)))
  server.get('/v3/directline/conversations/:id', open(rejoin(line)))
  server.get('/v3/directline/conversations/:id/way-back', open(wayBack(line)))
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
    if (!bearsSecret(request, line.secret)) throw new Refusal(403, 'BadArgument', 'The secret is missing or wrong.')
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
    const grant: Grant = bearsSecret(request, line.secret)
      ? { conversation: randomUUID() }
      : await granted(request, line)
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
    const grant = (await grantedBack(request, line)) ?? (await grantedHere(request, line))
    const watermark = watermarkOf(request)
    await knownPlace(grant, line)
    response.send(200, await opened(grant, line, String(watermark)))
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
