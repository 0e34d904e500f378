import { hasDesk, type Settings } from '../../settings.ts'
import { type Asker, isThisMachine, networkTrouble } from './ask.ts'
import { fault, look, ok, type Remark } from './remark.ts'

/** Who could answer people, and who could write: said plainly where nobody can. */
export function examineAnswering(settings: Settings): readonly Remark[] {
  const { production, oidc, deskInTeams, hub } = settings
  if (!hasDesk(settings))
    return [
      look(
        "Personne ne peut répondre aux gens : en production il faut OIDC_ISSUER (le bureau), DESK_TEAMS_CONVERSATION ou HANDOFF_HUB_URL ; d'ici là, qui demande une personne est dirigé vers les ressources.",
      ),
    ]
  if (!production && !oidc)
    return [
      ok('OIDC_ISSUER : aucun ; « npm start » écrit des liens qui servent une fois pour entrer à /desk et à /library.'),
    ]
  if (!oidc)
    return [
      look(
        `OIDC_ISSUER : aucun ; en production /desk et /library restent fermés, et l'on répond ${hub ? 'du centre de contact' : 'dans Teams'} seulement.`,
      ),
    ]
  return deskInTeams || hub ? [] : [ok('Le bureau : on répond aux gens à /desk.')]
}

/** Whether the counsellors' channel in Teams is named as Teams names channels. */
export function examineTeams({ deskInTeams, bot }: Pick<Settings, 'deskInTeams' | 'bot'>): readonly Remark[] {
  if (!deskInTeams) return []
  const address = /^https?:\/\/.+\/v3\/conversations\/([^/?#]+)/.exec(deskInTeams)?.[1]
  if (/^https:\/\/teams\.(microsoft|cloud\.microsoft)/.test(deskInTeams))
    return [
      fault(
        "DESK_TEAMS_CONVERSATION : c'est le lien d'un canal, et non son nom ; prenez-y ce qui suit « /channel/ », jusqu'à la barre, avec « %3A » écrit « : » et « %40 » écrit « @ ».",
      ),
    ]
  if (!/^19:[^\s;/]+@(thread\.(tacv2|skype|v2))(;messageid=\d+)?$/.test(address ? decoded(address) : deskInTeams))
    return [
      fault(
        'DESK_TEAMS_CONVERSATION : cela ne ressemble pas au nom d’un canal ; il a la forme « 19:…@thread.tacv2 », seul ou à la fin de « https://…/v3/conversations/ ».',
      ),
    ]
  if (!bot.appId && !(address && isThisMachine(deskInTeams)))
    return [
      fault(
        "DESK_TEAMS_CONVERSATION : sans MicrosoftAppId, rien ne peut être posté dans Teams ; donnez l'identité du robot, ou retirez ce réglage.",
      ),
    ]
  return [
    ok(
      'DESK_TEAMS_CONVERSATION : a la forme d’un canal ; si aucune demande n’y paraît, ajoutez l’application à cette équipe.',
    ),
  ]
}

/** Whether a contact centre answers at its address; nothing is handed to it. */
export async function examineHub({ hub }: Pick<Settings, 'hub'>, { ask }: Asker): Promise<readonly Remark[]> {
  if (!hub) return []
  const { origin, username, password } = new URL(hub.url)
  if (username || password)
    return [
      fault(
        "HANDOFF_HUB_URL : l'adresse porte un nom ou un mot de passe, et rien ne peut y être envoyé ainsi ; retirez-les, HANDOFF_HUB_SECRET suffit.",
      ),
    ]
  try {
    const answer = await ask(hub.url, { headers: { authorization: `Bearer ${hub.secret}` } })
    await answer.body?.cancel()
    return [hubAnswered(answer.status, origin)]
  } catch (error) {
    const why = networkTrouble(error) ?? 'la demande a échoué'
    return [
      fault(
        `HANDOFF_HUB_URL : le centre de contact à ${origin} ne peut pas être joint (${why}) ; corrigez l'adresse, ou laissez cette machine y aller.`,
      ),
    ]
  }
}

function hubAnswered(status: number, origin: string): Remark {
  if (status === 401 || status === 403)
    return look(
      `HANDOFF_HUB_SECRET : le centre de contact à ${origin} répond ${status} ; voyez si le secret y est le même.`,
    )
  if (status === 404)
    return look(
      `HANDOFF_HUB_URL : ${origin} répond, mais dit ne rien avoir à cette adresse (404) ; comparez le chemin avec le sien.`,
    )
  if (status >= 500)
    return look(`HANDOFF_HUB_URL : le centre de contact à ${origin} répond ${status} ; demandez-lui ce qu'il a.`)
  if (status >= 300 && status < 400)
    return fault(
      `HANDOFF_HUB_URL : ${origin} renvoie ailleurs (${status}), où le secret ne va pas ; mettez l'adresse où il mène.`,
    )
  return ok(`HANDOFF_HUB_URL : le centre de contact à ${origin} répond.`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
