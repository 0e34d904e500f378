import type { ActivityHandler, Request as BotRequest, Response as BotResponse, TurnContext } from 'botbuilder'
import type { Request, Response } from 'restify'
import { readActivity } from '../read.ts'
import type { Voice } from '../voice.ts'
import { type Identity, makeAdapter, mayReach } from './adapter.ts'
import { type Held, holdResponse } from './held.ts'
import { voiceOf } from './voice.ts'

export type Door = (request: Request, response: Response) => Promise<void>

/** Both ways of the Bot Framework: what comes in at `POST /api/messages`, and what is said apart from any turn. */
export interface Teams {
  /**
   * Authenticates the activity and hands it to the bot. With an app id, an activity without a valid token is refused
   * (401). Without one, only a local address is answered.
   */
  door(bot: ActivityHandler): Door
  readonly voice: Voice
}

export function openTeams(identity: Identity, onError: (error: unknown) => void): Teams {
  const adapter = makeAdapter(identity, onError)
  return {
    voice: voiceOf(adapter, identity),
    door: (bot) => async (request, response) => {
      const refusal = refusalOf(request.body, identity)
      if (refusal) {
        response.send(refusal.status, { error: { code: refusal.code, message: refusal.message } })
        return
      }
      const held: Held = { status: 500 }
      try {
        await adapter.process(
          request as unknown as BotRequest,
          holdResponse(held) as unknown as BotResponse,
          (context: TurnContext) => bot.run(context),
        )
      } catch (error) {
        onError(error)
      }
      const refused = ERRORS[held.status]
      response.send(held.status, refused ? { error: refused } : held.body)
    },
  }
}

/** What is said in place of the SDK's own words. */
const ERRORS: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  401: { code: 'Unauthorized', message: 'The activity bears no valid token of the Bot Framework.' },
  500: { code: 'ServiceError', message: 'The message could not be taken. Send it again.' },
}

interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

function refusalOf(body: unknown, identity: Identity): Refusal | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { status: 400, code: 'BadArgument', message: 'The body must be one activity, in JSON.' }
  }
  const activity = body as Record<string, unknown>
  if (typeof activity.type !== 'string' || !activity.type) {
    return { status: 400, code: 'BadArgument', message: 'The activity has no type.' }
  }
  const read = activity.type === 'message' ? readActivity(activity, new Date(), () => '') : undefined
  if (read?.is === 'malformed') {
    return { status: 400, code: 'BadArgument', message: `The activity is not well formed: ${read.field}.` }
  }
  if (identity.appId || activity.deliveryMode === 'expectReplies') return undefined
  if (typeof activity.serviceUrl === 'string' && mayReach(activity.serviceUrl, identity)) return undefined
  return {
    status: 403,
    code: 'BadServiceUrl',
    message:
      'Without MicrosoftAppId only an emulator on this machine is answered: its serviceUrl must be on localhost.',
  }
}
