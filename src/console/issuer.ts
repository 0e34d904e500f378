import * as client from 'openid-client'
import { ROLES, type Role } from '../desk/staff.ts'

/** The OpenID Connect issuer that staff sign in with, as the settings name it. */
export interface IssuerSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What must come back unchanged for a sign-in to be the one that was begun. */
export interface Proof {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the issuer says has signed in. */
export interface Identity {
  readonly id: string
  readonly name?: string
  readonly roles: readonly Role[]
}

export interface Issuer {
  /** Where a browser is sent to sign in; `anew` asks for the account again. */
  begin(back: string, proof: Proof, anew: boolean): Promise<URL>
  /** Who came back; rejects where the answer is not the one to what was begun. */
  finish(answer: URL, proof: Proof): Promise<Identity>
  /** Where a browser is sent to sign out there too, if the issuer knows such a place. */
  endAddress(after: string): Promise<URL | undefined>
  /** The origins where a form of ours may end. */
  origins(): readonly string[]
}

/** The issuer could not be reached, or does not describe itself. */
export class Unreachable extends Error {}

export function newProof(): Proof {
  return { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
}

/** How a client says who it is, the standard's default first (OpenID Connect Core, 9); an issuer may take only one. */
const WAYS = {
  client_secret_basic: client.ClientSecretBasic,
  client_secret_post: client.ClientSecretPost,
} as const
type Way = keyof typeof WAYS

const TIMEOUT_SECONDS = 10
const SKEW_SECONDS = 30

/** It is asked about itself when it is first needed, and again as long as it did not answer. */
export function openIssuer({ issuer, clientId, clientSecret }: IssuerSettings): Issuer {
  let found: Promise<client.Configuration> | undefined
  let ends: string[] = [new URL(issuer).origin]

  async function discover(): Promise<client.Configuration> {
    const about = { [client.clockTolerance]: SKEW_SECONDS }
    const configuration = await client
      .discovery(new URL(issuer), clientId, about, client.ClientSecretBasic(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: isThisMachine(issuer) ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        throw new Unreachable(`The issuer ${issuer} does not answer: check OIDC_ISSUER, and that it can be reached.`, {
          cause: error,
        })
      })
    const end = configuration.serverMetadata().end_session_endpoint
    if (end) ends = [...new Set([...ends, new URL(end).origin])]
    return configuration
  }

  function configured(): Promise<client.Configuration> {
    found ??= discover().catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }

  /** Asks for the tokens in the first way that the issuer takes. A code is not used up by a client it does not know. */
  async function tokens(known: client.Configuration, answer: URL, proof: Proof) {
    const offered = known.serverMetadata().token_endpoint_auth_methods_supported
    const ways = (Object.keys(WAYS) as Way[]).filter((way) => !offered || offered.includes(way))
    const checks = { pkceCodeVerifier: proof.verifier, expectedState: proof.state, expectedNonce: proof.nonce }
    let refused: unknown
    for (const way of ways.length ? ways : (['client_secret_basic'] as const)) {
      try {
        return await client.authorizationCodeGrant(withWay(known, way), answer, { ...checks, idTokenExpected: true })
      } catch (error) {
        if (!isUnknownClient(error)) throw error
        refused = error
      }
    }
    throw refused
  }

  function withWay(known: client.Configuration, way: Way): client.Configuration {
    const about = { [client.clockTolerance]: SKEW_SECONDS }
    const same = new client.Configuration(known.serverMetadata(), clientId, about, WAYS[way](clientSecret))
    same.timeout = TIMEOUT_SECONDS
    if (isThisMachine(issuer)) client.allowInsecureRequests(same)
    return same
  }

  return {
    begin: async (back, proof, anew) => {
      const known = await configured()
      const offered = known.serverMetadata().scopes_supported ?? []
      return client.buildAuthorizationUrl(known, {
        redirect_uri: back,
        scope: ['openid', 'profile', ...(offered.includes('roles') ? ['roles'] : [])].join(' '),
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: 'S256',
        ...(anew ? { prompt: 'login' } : {}),
      })
    },
    finish: async (answer, proof) => {
      const known = await configured()
      const granted = await tokens(known, answer, proof)
      const claims = granted.claims()
      if (!claims) throw new Error('The issuer gave no ID token.')
      const isWhole = 'roles' in claims && ('name' in claims || 'preferred_username' in claims)
      const more =
        !isWhole && known.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(known, granted.access_token, claims.sub)
          : {}
      return identityOf({ ...more, ...claims })
    },
    endAddress: async (after) => {
      const known = await configured()
      if (!known.serverMetadata().end_session_endpoint) return undefined
      return client.buildEndSessionUrl(known, { post_logout_redirect_uri: after })
    },
    origins: () => {
      // Asked for with each page: by the time somebody signs out, the issuer has said where.
      configured().catch(() => undefined)
      return ends
    },
  }
}

const LONGEST_NAME = 80

/** What a sign-in's claims say of a member: `roles` is a list, or one text. */
export function identityOf(claims: Readonly<Record<string, unknown>> & { readonly sub: string }): Identity {
  const { sub, roles } = claims
  const said = typeof roles === 'string' ? roles.split(/[\s,]+/) : Array.isArray(roles) ? roles : []
  const name = [claims.name, claims.preferred_username]
    .flatMap((each) => (typeof each === 'string' ? [each.replace(/[\p{C}\s]+/gu, ' ').trim()] : []))
    .find(Boolean)
  return {
    id: sub,
    ...(name ? { name: name.slice(0, LONGEST_NAME) } : {}),
    roles: ROLES.filter((role) => said.includes(role)),
  }
}

/** Whether an issuer may be asked without HTTPS: only one on this machine. */
function isThisMachine(issuer: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(issuer).hostname)
}

function isUnknownClient(error: unknown): boolean {
  if (error instanceof client.WWWAuthenticateChallengeError) return error.status === 401
  return error instanceof client.ResponseBodyError && error.error === 'invalid_client'
}
