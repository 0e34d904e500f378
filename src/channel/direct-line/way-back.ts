import type { Request } from 'restify'
import type { Conversation } from '../../conversation/conversation.ts'
import { bearerOf } from '../bearer.ts'
import { grantedHere, knownPlace } from './granted.ts'
import type { DirectLine } from './line.ts'
import { type Handler, Refusal } from './refusal.ts'
import type { Grant } from './tokens.ts'

/**
 * `GET …/way-back`, beside the protocol: what brings a person back to their conversation once their token is over, on
 * our own page, while they wait for an answer; empty (204) while they wait for none.
 */
export function wayBack(line: DirectLine): Handler {
  return async (request, response) => {
    const grant = await grantedHere(request, line)
    const place = await knownPlace(grant, line)
    response.setHeader('Cache-Control', 'no-store')
    if (!(await isAwaited(place.conversation, line))) {
      response.send(204)
      return
    }
    const { token, expiresIn } = await line.tokens.wayBack({ ...grant, of: place.id })
    response.send(200, { conversationId: grant.conversation, token, expires_in: expiresIn })
  }
}

/**
 * What a way back opens; nothing where the request bears none. It opens the conversation that it was given for, and
 * none that began at the same address after an erasure; only as long as an answer is awaited there.
 * @throws Refusal
 */
export async function grantedBack(request: Request, line: DirectLine): Promise<Grant | undefined> {
  const token = bearerOf(request)
  if (!token) return undefined
  const read = await line.tokens.readWayBack(token)
  if (typeof read === 'string') return undefined
  const { of, ...grant } = read
  if (grant.conversation !== request.params?.id)
    throw new Refusal(403, 'BadArgument', 'The token is for another conversation.')
  const place = await knownPlace(grant, line)
  if (place.id !== of || !(await isAwaited(place.conversation, line)))
    throw new Refusal(403, 'NothingAwaited', 'No answer is awaited in this conversation any more: begin a new one.')
  return grant
}

/** Whether a request is open, or words of a counsellor still have to reach the person. */
async function isAwaited({ id, handling }: Conversation, { deliveries }: DirectLine): Promise<boolean> {
  if (handling.by !== 'assistant') return true
  return (await deliveries.of(id)).some((line) => line.is !== 'delivered')
}
