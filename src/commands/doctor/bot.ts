import { z } from 'zod'
import type { Settings } from '../../settings.ts'
import { type Asker, networkTrouble } from './ask.ts'
import { fault, look, ok, type Remark } from './remark.ts'

/** Where Microsoft Entra gives tokens, and where bots get those of the Bot Framework. */
export const LOGIN = 'https://login.microsoftonline.com'
const TENANT_OF_BOTS = 'botframework.com'
const SCOPE = 'https://api.botframework.com/.default'

const shape = z.looseObject({
  access_token: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
})

/** Whether the bot can speak in Teams: its id and secret give a token, asked for as the SDK asks. */
export async function examineBot(
  { bot }: Pick<Settings, 'bot'>,
  { ask }: Asker,
  login: string = LOGIN,
): Promise<readonly Remark[]> {
  const { appId, password, type, tenantId } = bot
  if (!appId)
    return [ok("MicrosoftAppId : aucun ; seul un émulateur sur cette machine est entendu, et Teams ne l'est pas.")]
  if (type === 'UserAssignedMsi')
    return [
      look(
        "MicrosoftAppType : une identité gérée ne s'essaie que sur la machine qui la porte ; dites bonjour au robot dans Teams.",
      ),
    ]
  const tenant = type === 'SingleTenant' ? tenantId : TENANT_OF_BOTS
  try {
    const answer = await ask(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: password,
        scope: SCOPE,
      }),
    })
    const said = shape.safeParse(await answer.json().catch(() => undefined))
    if (answer.status === 200 && said.data?.access_token)
      return [ok('MicrosoftAppId, MicrosoftAppPassword : Microsoft leur donne un jeton.')]
    return [refusalOf(answer.status, said.data ?? {}, type)]
  } catch (error) {
    const why = networkTrouble(error) ?? 'la demande a échoué'
    return [
      fault(
        `MicrosoftAppId : ${new URL(login).host} ne peut pas être joint (${why}) ; sans lui, le robot ne peut rien dire dans Teams.`,
      ),
    ]
  }
}

/** What the codes of Microsoft Entra mean, and where it is mended. */
const MEANINGS: Readonly<Record<string, string>> = {
  '7000222':
    "MicrosoftAppPassword : le secret a expiré ; dans le portail Azure, Microsoft Entra ID, Inscriptions d'applications, ouvrez l'application, Certificats et secrets, faites un nouveau secret client, et mettez sa valeur dans MicrosoftAppPassword.",
  '7000215':
    "MicrosoftAppPassword : ce n'est pas un secret de cette application ; mettez la valeur du secret, et non son identifiant (portail Azure, Inscriptions d'applications, Certificats et secrets).",
  '90002':
    "MicrosoftAppTenantId : ce locataire n'existe pas ; recopiez « ID de l'annuaire (locataire) » de la page de l'application.",
  '900023':
    "MicrosoftAppTenantId : ce n'est pas l'identifiant d'un locataire ; recopiez « ID de l'annuaire (locataire) » de la page de l'application.",
}

const UNKNOWN_APP: Readonly<Record<string, string>> = {
  SingleTenant:
    "MicrosoftAppId : ce locataire ne connaît pas cette application ; recopiez « ID d'application (client) » et « ID de l'annuaire (locataire) » de sa page.",
  MultiTenant:
    "MicrosoftAppId : Microsoft ne connaît pas d'application multilocataire de ce nom ; corrigez l'identifiant, ou mettez MicrosoftAppType à SingleTenant avec MicrosoftAppTenantId.",
}

function refusalOf(status: number, { error, error_description }: z.infer<typeof shape>, type: string): Remark {
  const code = /AADSTS(\d+)/.exec(error_description ?? '')?.[1] ?? ''
  const known = code === '700016' || code === '7000229' ? UNKNOWN_APP[type] : MEANINGS[code]
  if (known) return fault(known)
  const named = code ? `AADSTS${code}` : String(status)
  if (status === 429 || status >= 500)
    return look(`MicrosoftAppId : Microsoft n'a pas pu répondre (${named}) ; essayez de nouveau plus tard.`)
  return error === 'invalid_client' || error === 'unauthorized_client'
    ? fault(
        `MicrosoftAppId, MicrosoftAppPassword : Microsoft les refuse (${named}) ; recopiez-les de la page de l'application dans le portail Azure.`,
      )
    : fault(
        `MicrosoftAppId : Microsoft refuse de donner un jeton (${named}) ; comparez les quatre réglages MicrosoftApp… avec la page de l'application dans le portail Azure.`,
      )
}

/** Whether Microsoft Entra says that a secret has expired. */
export function expiredSecret(description: string | undefined): boolean {
  return /AADSTS7000222\b/.test(description ?? '')
}
