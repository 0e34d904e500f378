import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Accounts of the issuer, by what they sign in as; any password will do. */
const ACCOUNTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  maude: { name: 'Maude', roles: ['counsellor'] },
  elif: { preferred_username: 'Elif', roles: 'editor' },
  ada: { name: 'Ada', roles: ['administrator', 'something else'] },
  nemo: { name: 'Nemo' },
}

export interface TestIssuer {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

/** A real OpenID Connect issuer on this machine, with its own pages to sign in and out on. */
export async function issuerFor(
  home: string,
  more: { readonly port?: number; readonly way?: 'client_secret_basic' | 'client_secret_post' } & Configuration = {},
): Promise<TestIssuer> {
  const { port, way = 'client_secret_basic', ...configuration } = more
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port ?? 0, resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const clientId = 'passerelle'
  const clientSecret = 'a secret of the issuer: with / and +'
  const provider = new Provider(url, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${home}/sign-in/back`],
        post_logout_redirect_uris: [`${home}/signed-out`],
        token_endpoint_auth_method: way,
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...ACCOUNTS[sub] }) }),
    cookies: { keys: ['cookies of the issuer'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    ...configuration,
  })
  server.on('request', provider.callback())
  return {
    url,
    clientId,
    clientSecret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
