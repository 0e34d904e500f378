/** Asks what the settings name, each within its time, and notes what time it is there. */
export interface Asker {
  /** Follows no redirect; rejects where nothing answers in time. */
  readonly ask: (address: string, how?: RequestInit) => Promise<Response>
  /** What was noted: by so many milliseconds the clock there is ahead of ours. */
  readonly clocks: readonly { readonly host: string; readonly aheadMs: number }[]
  /** How long anything may take. */
  readonly withinMs: number
}

export function openAsker(now: () => Date, withinMs: number): Asker {
  const clocks: { host: string; aheadMs: number }[] = []
  return {
    clocks,
    withinMs,
    ask: async (address, how) => {
      const answer = await fetch(address, { ...how, redirect: 'manual', signal: AbortSignal.timeout(withinMs) })
      const there = Date.parse(answer.headers.get('date') ?? '')
      // What a cache kept tells an older time.
      if (!Number.isNaN(there) && !answer.headers.has('age'))
        clocks.push({ host: new URL(address).host, aheadMs: there - now().getTime() })
      return answer
    },
  }
}

/** What network errors mean, by their codes. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOTFOUND: "ce nom n'existe pas, ou le DNS ne le connaît pas",
  EAI_AGAIN: 'le DNS ne répond pas',
  ECONNREFUSED: "rien n'écoute à cette adresse",
  ECONNRESET: 'la connexion a été coupée',
  UND_ERR_SOCKET: 'la connexion a été coupée',
  ETIMEDOUT: 'rien ne répond à temps',
  UND_ERR_CONNECT_TIMEOUT: 'rien ne répond à temps',
  UND_ERR_HEADERS_TIMEOUT: 'rien ne répond à temps',
  OAUTH_TIMEOUT: 'rien ne répond à temps',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'hors de cette machine, son adresse doit commencer par https://',
  EHOSTUNREACH: "le réseau n'y mène pas",
  ENETUNREACH: "le réseau n'y mène pas",
  CERT_HAS_EXPIRED: 'son certificat a expiré',
  CERT_NOT_YET_VALID: "son certificat n'est pas encore valide, ou l'horloge de cette machine est en retard",
  DEPTH_ZERO_SELF_SIGNED_CERT: "son certificat n'est signé par aucune autorité",
  SELF_SIGNED_CERT_IN_CHAIN: 'son certificat est signé par une autorité que cette machine ne connaît pas',
  UNABLE_TO_GET_ISSUER_CERT: 'la chaîne de son certificat est incomplète',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'la chaîne de son certificat est incomplète',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'la chaîne de son certificat est incomplète',
  ERR_TLS_CERT_ALTNAME_INVALID: 'son certificat est fait pour un autre nom',
  ERR_SSL_WRONG_VERSION_NUMBER: "on n'y parle pas HTTPS",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "on n'y parle pas HTTPS",
  EPROTO: "on n'y parle pas HTTPS",
}

/** Why nothing was had of an address, in words; nothing where the error is none of the network's. */
export function networkTrouble(error: unknown): string | undefined {
  for (let each = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth += 1) {
    if (each.name === 'TimeoutError') return MEANINGS.ETIMEDOUT
    const meaning = MEANINGS[String((each as NodeJS.ErrnoException).code)]
    if (meaning) return meaning
  }
  return undefined
}

/** Gives something in its time, or else what is to be said in its place. */
export async function inTime<Thing>(thing: Promise<Thing>, withinMs: number, late: Thing): Promise<Thing> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Thing>((resolve) => {
    timer = setTimeout(() => resolve(late), withinMs)
  })
  try {
    return await Promise.race([thing, over])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether an address is one of this machine. */
export function isThisMachine(address: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname)
}
