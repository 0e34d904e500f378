import * as client from 'openid-client'
import type { Settings } from '../../settings.ts'
import { type Asker, isThisMachine, networkTrouble } from './ask.ts'
import { expiredSecret } from './bot.ts'
import { fault, look, ok, type Remark } from './remark.ts'

type Oidc = NonNullable<Settings['oidc']>

/** Whether staff can sign in: the issuer describes itself as it is named, and knows this client by its secret. */
export async function examineSignIn(
  { oidc, publicUrl }: Pick<Settings, 'oidc' | 'publicUrl'>,
  asker: Asker,
): Promise<readonly Remark[]> {
  if (!oidc) return []
  const found = await discover(oidc, asker)
  if ('trouble' in found) return [found.trouble]
  return [
    ok(`OIDC_ISSUER : ${placeOf(oidc.issuer)} se décrit sous ce nom.`),
    await tryClient(found.issuer, oidc, publicUrl, asker),
  ]
}

async function discover(
  oidc: Oidc,
  asker: Asker,
): Promise<{ readonly issuer: client.ServerMetadata } | { readonly trouble: Remark }> {
  try {
    const configuration = await client.discovery(new URL(oidc.issuer), oidc.clientId, undefined, client.None(), {
      timeout: asker.withinMs / 1000,
      [client.customFetch]: fetchOf(asker),
      execute: isThisMachine(oidc.issuer) ? [client.allowInsecureRequests] : [],
    })
    return { issuer: configuration.serverMetadata() }
  } catch (error) {
    return { trouble: notDiscovered(error, oidc) }
  }
}

function notDiscovered(error: unknown, oidc: Oidc): Remark {
  const place = placeOf(oidc.issuer)
  const network = networkTrouble(error)
  if (network)
    return fault(
      `OIDC_ISSUER : ${place} ne peut pas être joint (${network}) ; corrigez l'adresse, ou laissez cette machine y aller.`,
    )
  const named = namedInstead(error)
  if (named) return fault(`OIDC_ISSUER : l'émetteur à ${place} se nomme ${named} ; mettez ce nom-là, à la lettre.`)
  return fault(
    `OIDC_ISSUER : il n'y a pas d'émetteur OpenID Connect à ${place} ; mettez l'adresse qui précède « /.well-known/openid-configuration ».`,
  )
}

/** How a client may say who it is, in the order in which a sign-in tries them. */
const WAYS = {
  client_secret_basic: client.ClientSecretBasic,
  client_secret_post: client.ClientSecretPost,
} as const

/** Asks for tokens with a made-up code: an issuer that knows the client finds fault with the code alone. */
async function tryClient(issuer: client.ServerMetadata, oidc: Oidc, publicUrl: string, asker: Asker): Promise<Remark> {
  const offered = issuer.token_endpoint_auth_methods_supported
  const ways = (Object.keys(WAYS) as (keyof typeof WAYS)[]).filter((way) => !offered || offered.includes(way))
  const refused = fault(
    "OIDC_CLIENT_ID ou OIDC_CLIENT_SECRET : l'émetteur ne reconnaît pas ce client ; recopiez les deux de l'endroit où le client y est inscrit.",
  )
  for (const way of ways.length ? ways : (['client_secret_basic'] as const)) {
    const known = new client.Configuration(issuer, oidc.clientId, undefined, WAYS[way](oidc.clientSecret))
    known[client.customFetch] = fetchOf(asker)
    known.timeout = asker.withinMs / 1000
    if (isThisMachine(oidc.issuer)) client.allowInsecureRequests(known)
    const said = await answerTo(known, publicUrl)
    if (said !== 'unknown client') return said
  }
  return refused
}

async function answerTo(known: client.Configuration, publicUrl: string): Promise<Remark | 'unknown client'> {
  try {
    await client.genericGrantRequest(known, 'authorization_code', {
      code: 'passerelle-doctor',
      redirect_uri: `${publicUrl}/sign-in/back`,
      code_verifier: client.randomPKCECodeVerifier(),
    })
    return look("OIDC_ISSUER : l'émetteur a donné un jeton pour un code inventé ; ne vous fiez pas à lui.")
  } catch (error) {
    const network = networkTrouble(error)
    if (network) return fault(`OIDC_ISSUER : son adresse des jetons ne peut pas être jointe (${network}).`)
    if (error instanceof client.WWWAuthenticateChallengeError && error.status === 401) return 'unknown client'
    if (!(error instanceof client.ResponseBodyError))
      return look(
        "OIDC_ISSUER : son adresse des jetons n'a pas répondu comme il faut ; essayez de vous connecter à /desk.",
      )
    if (expiredSecret(error.error_description))
      return fault(`OIDC_CLIENT_SECRET : ${EXPIRED} ; mettez la valeur du nouveau dans OIDC_CLIENT_SECRET.`)
    switch (error.error) {
      case 'invalid_grant':
        return ok('OIDC_CLIENT_ID, OIDC_CLIENT_SECRET : essayés avec un code inventé, seul le code a été refusé.')
      case 'invalid_client':
        return 'unknown client'
      case 'unauthorized_client':
        return fault(
          "OIDC_CLIENT_ID : l'émetteur ne laisse pas ce client se servir d'un code ; permettez-lui là-bas « authorization code ».",
        )
      default:
        return look(
          `OIDC_CLIENT_ID, OIDC_CLIENT_SECRET : l'émetteur a répondu « ${wordOf(error.error)} » à un code inventé, ce qui n'en dit rien ; essayez de vous connecter à /desk.`,
        )
    }
  }
}

const EXPIRED =
  "le secret a expiré ; dans le centre d'administration Microsoft Entra, Inscriptions d'applications, ouvrez l'application, Certificats et secrets, et faites un nouveau secret client"

/** The name that an issuer gives itself, where it is not the one of the settings. */
function namedInstead(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { body, attribute } = (each.cause ?? {}) as { body?: { issuer?: unknown }; attribute?: unknown }
    const named = attribute === 'issuer' ? body?.issuer : undefined
    if (typeof named === 'string' && URL.canParse(named)) return named.slice(0, 200)
  }
  return undefined
}

function fetchOf({ ask }: Asker): client.CustomFetch {
  return (address, how) => ask(address, how as RequestInit)
}

/** An address without what may be secret in it. */
function placeOf(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}

/** An error's name, if it looks like one. */
function wordOf(error: string): string {
  return /^[\w-]{1,60}$/.test(error) ? error : '?'
}
