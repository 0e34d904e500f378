import { hostOf, type ModelSettings } from '../../model/model-settings.ts'
import { networkTrouble } from './ask.ts'
import { fault, look, type Remark } from './remark.ts'

/** The settings where a server of models is mended. */
export function namesOf(server: ModelSettings['server']) {
  return server.kind === 'azure'
    ? {
        key: 'AZURE_OPENAI_API_KEY',
        address: 'AZURE_OPENAI_ENDPOINT',
        chat: 'AZURE_OPENAI_DEPLOYMENT',
        embedding: 'AZURE_OPENAI_EMBEDDING_DEPLOYMENT',
      }
    : {
        key: 'OPENAI_API_KEY',
        address: server.baseUrl ? 'OPENAI_BASE_URL' : 'OPENAI_MODEL',
        chat: 'OPENAI_MODEL',
        embedding: 'OPENAI_EMBEDDING_MODEL',
      }
}

/** What the client throws of an answer: its status, and what the server itself said. */
interface Refusal {
  readonly status?: number
  readonly code?: unknown
  readonly error?: { readonly message?: unknown } | string
}

/** Why a model gave nothing, in a sentence with what to do; of the server's own words none is repeated. */
export function whyNoModel(thrown: unknown, named: string, model: ModelSettings): Remark {
  const { server } = model
  const { key, address } = namesOf(server)
  const host = hostOf(model)
  const { status, code, error } = thrown as Refusal
  const said = `${code ?? ''} ${typeof error === 'string' ? error : (error?.message ?? '')}`
  switch (status) {
    case undefined:
      return unheard(thrown, address, host)
    case 401:
      return fault(`${key} : ${host} refuse la clé (401) ; mettez-y une clé qui vaut là, sans rien autour.`)
    case 402:
      return fault(`${key} : ${host} demande à être payé (402) ; ajoutez-y du crédit.`)
    case 403:
      return fault(
        `${named} : ${host} ne permet pas ce modèle à cette clé (403) ; donnez-lui ce droit chez ce fournisseur.`,
      )
    case 404:
      return notThere(said, named, model)
    case 429:
      return /quota|credit|billing/i.test(said)
        ? fault(
            `${key} : le crédit ou le quota de cette clé à ${host} est épuisé (429) ; relevez-le chez ce fournisseur.`,
          )
        : look(`${named} : ${host} reçoit trop de demandes (429) ; essayez de nouveau plus tard, ou relevez la limite.`)
    default:
      if (status >= 500) return look(`${named} : ${host} est en panne (${status}) ; essayez de nouveau plus tard.`)
      return fault(
        `${named} : ${host} refuse une question toute simple (${status}) ; voyez si ce modèle est du bon genre${server.kind === 'azure' ? ', et si AZURE_OPENAI_API_VERSION existe' : ''}.`,
      )
  }
}

/** A server that knows its models names what it misses; another one is not there at all. */
function notThere(said: string, named: string, model: ModelSettings): Remark {
  const { server } = model
  const host = hostOf(model)
  if (server.kind === 'azure')
    return /deployment/i.test(said)
      ? fault(`${named} : ${host} n'a pas de déploiement de ce nom (404) ; recopiez-le du portail Azure.`)
      : fault(
          `AZURE_OPENAI_ENDPOINT : ${host} n'a rien à cette adresse (404) ; recopiez le point de terminaison du portail Azure, et voyez si AZURE_OPENAI_API_VERSION existe.`,
        )
  return !server.baseUrl || /model/i.test(said)
    ? fault(`${named} : ${host} n'a pas de modèle de ce nom (404) ; mettez un nom de la liste de ses modèles.`)
    : fault(
        `OPENAI_BASE_URL : ${host} n'a rien à cette adresse (404) ; mettez ce qui précède « /chat/completions », le plus souvent avec « /v1 » à la fin.`,
      )
}

function unheard(thrown: unknown, address: string, host: string): Remark {
  const network = networkTrouble(thrown)
  return network
    ? fault(
        `${address} : ${host} ne peut pas être joint (${network}) ; corrigez l'adresse, ou laissez cette machine y aller.`,
      )
    : fault(`${address} : ce qui répond à ${host} ne parle pas comme un modèle d'OpenAI ; corrigez l'adresse.`)
}
