import type { Request, Response, Server } from 'restify'
import { z } from 'zod'
import type { Conversations, News } from '../../conversation/conversation.ts'
import type { NotTaken } from '../../desk/hub.ts'
import { bearsSecret } from '../bearer.ts'
import { isStatus, Oddity, takeStatus } from '../handoff-status.ts'
import type { HubDesk } from '../hub.ts'
import { counsellorTyping } from '../typing.ts'
import { refusalFor } from './refusal.ts'

export interface HubDoor {
  readonly secret: string
  readonly hub: HubDesk
  readonly conversations: Pick<Conversations, 'find'>
  readonly news: Pick<News, 'tell'>
  onError(error: unknown): void
}

const bodyShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(300).nullish(),
  channelId: z.string().min(1).max(100),
  conversation: z.looseObject({ id: z.string().min(1).max(1024) }),
  from: z.looseObject({ name: z.string().max(200).nullish() }).nullish(),
  text: z.string().nullish(),
})
type Body = z.infer<typeof bodyShape>

/** `POST /handoff`: what an outside hub says and tells, one activity at a time, with its secret. */
export function hubDoor(server: Server, door: HubDoor): void {
  server.post('/handoff', async (request: Request, response: Response) => {
    const send = (status: number, code: string, message: string): void =>
      response.send(status, { error: { code, message } })
    if (!bearsSecret(request, door.secret))
      return send(401, 'Unauthorized', 'The secret of the hub is missing or wrong: Authorization: Bearer …')
    const body = bodyShape.safeParse(request.body)
    if (!body.success) {
      const field = body.error.issues[0]?.path.join('.') || 'body'
      return send(400, 'BadArgument', `The body must be one activity, in JSON, as it was posted to you: ${field}.`)
    }
    try {
      const taken = await take(body.data, door)
      if (taken === 'no id') return send(400, 'BadArgument', 'A message must have an id: by it, it is said once.')
      if (taken === 'taken') return response.send(200, { id: body.data.id ?? '' })
      const { status, code, message } = refusalFor(taken)
      door.onError(new Oddity(`What the hub posted was refused (${body.data.type}, ${status}). ${message}`))
      send(status, code, message)
    } catch (error) {
      door.onError(error)
      send(500, 'ServiceError', 'The activity could not be taken. Send it again.')
    }
  })
}

/** Unknown types and states are none of our business, and no error. */
async function take(body: Body, door: HubDoor): Promise<'taken' | 'no id' | NotTaken> {
  const { hub, conversations, news } = door
  const address = { channel: body.channelId, conversation: body.conversation.id }
  const conversation = await conversations.find(address)
  if (!conversation) return { why: 'unknown' }
  if (isStatus(body)) return (await takeStatus({ ...body, relatesTo: undefined }, door)) ?? 'taken'
  if (body.type === 'typing') news.tell(counsellorTyping(conversation.id))
  if (body.type === 'message') {
    if (!body.id) return 'no id'
    return (await hub.say(address, body.text ?? '', body.from?.name ?? '', body.id)) ?? 'taken'
  }
  return 'taken'
}
