import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder'
import { patience } from './patience.ts'

/** The bot's identity, as the Bot Framework's settings name it. */
export interface Identity {
  readonly appId: string
  readonly password: string
  readonly type: string
  readonly tenantId: string
}

/** Where we may speak without an identity: this machine, and nobody else's (no SSRF). */
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether we may speak at an address: with an identity the channel vouches for it, without one only on this machine. */
export function mayReach(serviceUrl: string, { appId }: Identity): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, hostname } = new URL(serviceUrl)
  return /^https?:$/.test(protocol) && (appId !== '' || LOCAL.has(hostname))
}

/** The adapter through which everything goes that comes from the Bot Framework's channels, or to them. */
export function makeAdapter(identity: Identity, onError: (error: unknown) => void): CloudAdapter {
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
  return adapter
}

/** A turn failed, and its error was told to the log already. */
class NotTaken extends Error {
  constructor() {
    super('The turn failed.')
    delete this.stack
  }
}
