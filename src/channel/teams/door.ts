import {
  type ActivityHandler,
  type Request as BotRequest,
  type Response as BotResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder'
import type { Request, Response } from 'restify'
import { readActivity } from '../read.ts'
import { type Held, holdResponse } from './held.ts'
import { patience } from './patience.ts'

/** The bot's identity, as the Bot Framework's settings name it. */
export interface Identity {
  readonly appId: string
  readonly password: string
  readonly type: string
  readonly tenantId: string
}

/** Where an unauthenticated emulator may ask us to answer: this machine, and nobody else's (no SSRF). */
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * `POST /api/messages`: authenticates the activity with CloudAdapter and hands it to the bot.
 * With an app id, an activity without a valid token is refused (401). Without one, only a local address is answered.
 */
export function botFrameworkDoor(
  identity: Identity,
  bot: ActivityHandler,
  onError: (error: unknown) => void,
): (request: Request, response: Response) => Promise<void> {
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: identity.appId,
    MicrosoftAppPassword: identity.password,
    MicrosoftAppType: identity.type,
    MicrosoftAppTenantId: identity.tenantId,
  })
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}, credentials))
  adapter.use(patience(adapter.ConnectorClientKey))
  // What failed is not acknowledged: the channel may bring it again, and it is taken once all the same.
  adapter.onTurnError = async (_context: TurnContext, error: Error) => {
    onError(error)
    throw new NotTaken()
  }
  return async (request, response) => {
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
  }
}

/** A turn failed, and its error was told to the log already. */
class NotTaken extends Error {
  constructor() {
    super('The turn failed.')
    delete this.stack
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
  if (identity.appId) return undefined
  const serviceUrl = typeof activity.serviceUrl === 'string' ? activity.serviceUrl : ''
  if (activity.deliveryMode === 'expectReplies') return undefined
  if (URL.canParse(serviceUrl) && LOCAL.has(new URL(serviceUrl).hostname)) return undefined
  return {
    status: 403,
    code: 'BadServiceUrl',
    message:
      'Without MicrosoftAppId only an emulator on this machine is answered: its serviceUrl must be on localhost.',
  }
}
