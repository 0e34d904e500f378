import type { Request } from 'restify'
import type { Conversation } from '../../conversation/conversation.ts'
import { bearerOf, bearsSecret } from '../bearer.ts'
import type { DirectLine } from './line.ts'
import { CHANNEL, type Place, positionOf } from './log.ts'
import { Refusal } from './refusal.ts'
import type { Grant } from './tokens.ts'

/**
 * What a request may do, by its token.
 * @throws Refusal
 */
export async function granted(request: Request, line: Pick<DirectLine, 'tokens'>): Promise<Grant> {
  const token = bearerOf(request)
  if (!token) throw new Refusal(401, 'BadArgument', 'A token is missing: Authorization: Bearer …')
  const read = await line.tokens.read(token)
  if (read === 'TokenExpired') throw new Refusal(403, 'TokenExpired', 'The token has expired: ask for another one.')
  if (read === 'BadToken') throw new Refusal(403, 'BadArgument', 'The token is not one of ours.')
  return read
}

/**
 * What a request may do in the conversation of its address, by its token or by the secret.
 * @throws Refusal
 */
export async function grantedHere(request: Request, line: Pick<DirectLine, 'tokens' | 'secret'>): Promise<Grant> {
  const here: unknown = request.params?.id
  if (bearsSecret(request, line.secret) && typeof here === 'string') return { conversation: here }
  const grant = await granted(request, line)
  if (grant.conversation !== here) throw new Refusal(403, 'BadArgument', 'The token is for another conversation.')
  return grant
}

/**
 * The conversation that a grant is for.
 * @throws Refusal
 */
export async function knownPlace(
  grant: Grant,
  line: Pick<DirectLine, 'conversations'>,
): Promise<Place & { readonly conversation: Conversation }> {
  const found = await line.conversations.find({ channel: CHANNEL, conversation: grant.conversation })
  if (!found) throw new Refusal(404, 'BadArgument', 'There is no such conversation: it ended, or never began.')
  return { id: found.id, channelId: grant.conversation, person: found.person.id, conversation: found }
}

/**
 * The position that a request's watermark stands for.
 * @throws Refusal
 */
export function watermarkOf(request: Request): number {
  const given: unknown = request.query?.watermark
  const position = positionOf(typeof given === 'string' ? given : undefined)
  if (position === undefined) throw new Refusal(400, 'BadArgument', 'The watermark is not one that was given out here.')
  return position
}
