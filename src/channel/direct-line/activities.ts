import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bearsSecret } from '../bearer.ts'
import { isStatus, takeStatus } from '../handoff-status.ts'
import { paced } from '../paced.ts'
import { readActivity } from '../read.ts'
import { ASSISTANT } from '../render.ts'
import { isSeenTyping, personTyping, TOLD_EVERY_MS } from '../typing.ts'
import { openAcknowledged } from './acknowledged.ts'
import { grantedHere, knownPlace, watermarkOf } from './granted.ts'
import type { DirectLine } from './line.ts'
import { activityIdOf, activitySet, CHANNEL, readLog } from './log.ts'
import { type Handler, Refusal } from './refusal.ts'

/** `GET …/activities`: the log after a watermark, which says as well what the client has. */
export function readActivities(line: DirectLine): Handler {
  const acknowledged = openAcknowledged(line.deliveries, line.onError)
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const place = await knownPlace(grant, line)
    const watermark = watermarkOf(request)
    acknowledged.watermark(place.id, watermark)
    response.send(200, activitySet(await readLog(line.conversations, place, watermark), watermark))
  }
}

const bodyShape = z.looseObject({ type: z.string(), name: z.string().optional() })

/** `POST …/activities`: a person's words, their mark on an answer, that they are typing, or what a hub tells of a handoff. */
export function postActivity(line: DirectLine): Handler {
  const isTime = paced(TOLD_EVERY_MS, line.now)
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const { conversation, person } = await knownPlace(grant, line)
    const body = bodyShape.safeParse(request.body)
    if (!body.success) throw new Refusal(400, 'BadArgument', 'The body must be one activity, in JSON, with its type.')
    const here = { channelId: CHANNEL, conversation: { id: grant.conversation } }
    const nothing = { id: activityIdOf(grant.conversation, 0) }
    if (isStatus(body.data)) {
      if (!bearsSecret(request, line.secret))
        throw new Refusal(403, 'BadArgument', 'Only whoever holds the secret may tell how a handoff stands.')
      if (line.hub) await takeStatus({ ...body.data, ...here, relatesTo: undefined }, { ...line, hub: line.hub })
      response.send(200, nothing)
      return
    }
    if (body.data.type === 'typing') {
      if (isSeenTyping(conversation) && isTime(conversation.id)) line.news.tell(personTyping(conversation.id))
      response.send(200, nothing)
      return
    }
    const activity = { ...body.data, ...here, id: undefined, from: { id: person }, recipient: ASSISTANT }
    const read = readActivity(activity, line.now(), randomUUID)
    if (read.is === 'malformed')
      throw new Refusal(400, 'BadArgument', `The activity is not well formed: ${read.field}.`)
    if (read.is === 'nothing' || read.incoming.kind === 'joined') {
      response.send(200, nothing)
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

/** `POST …/upload`: refused politely. */
export function upload(line: DirectLine): Handler {
  return async (request) => {
    await grantedHere(request, line)
    throw new Refusal(
      415,
      'NotSupported',
      'Passerelle ne reçoit pas de fichiers. Décrivez votre question en mots. / Files are not received here: put your question in words.',
    )
  }
}
