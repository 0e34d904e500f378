import type { Middleware } from 'botbuilder'

/** How long one attempt to reach a channel may take, in milliseconds; the SDK itself would wait for ever. */
export const ATTEMPT_MS = 5_000

/** The part that we rely on of the client with which the SDK reaches a channel. */
interface ConnectorClient {
  readonly client: { readonly pipeline: { addPolicy(policy: Policy): void } }
}
interface Policy {
  readonly name: string
  sendRequest<Sent extends { timeout: number }, Answer>(request: Sent, next: (request: Sent) => Answer): Answer
}

const policy: Policy = {
  name: 'passerelle-patience',
  sendRequest: (request, next) => {
    request.timeout ||= ATTEMPT_MS
    return next(request)
  },
}

/** Gives the connector's client of every turn a time-out: the SDK has no setting for one. */
export function patience(clientKey: symbol): Middleware {
  return {
    onTurn: async (context, next) => {
      const connector = context.turnState.get<ConnectorClient | undefined>(clientKey)
      connector?.client.pipeline.addPolicy(policy)
      await next()
    },
  }
}
