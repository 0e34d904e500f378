import type { Settings } from '../../settings.ts'
import { type Asker, isThisMachine, networkTrouble } from './ask.ts'
import { look, ok, type Remark } from './remark.ts'

/** Whether people reach the assistant where the settings say: worth a look at most, for this machine may not see it. */
export async function examinePublicAddress(
  { publicUrl, production }: Pick<Settings, 'publicUrl' | 'production'>,
  { ask }: Asker,
): Promise<Remark> {
  const origin = new URL(publicUrl).origin
  if (production && !publicUrl.startsWith('https:') && !isThisMachine(publicUrl))
    return look(
      `PUBLIC_URL : ${origin} n'est pas en HTTPS, et ce qu'on y écrit se lit en chemin ; donnez une adresse qui commence par https://.`,
    )
  try {
    const answer = await ask(`${publicUrl}/healthz`)
    const said = (await answer.json().catch(() => undefined)) as { alive?: unknown } | undefined
    if (answer.status === 200 && said?.alive === true) return ok(`PUBLIC_URL : ${origin} répond.`)
    const where = answer.status >= 300 && answer.status < 400 ? 'renvoie ailleurs' : `répond ${answer.status}`
    return look(
      `PUBLIC_URL : ${origin} ${where}, mais ce n'est pas Passerelle qui répond ; voyez où ce nom et son proxy mènent.`,
    )
  } catch (error) {
    const why = networkTrouble(error) ?? 'la demande a échoué'
    return look(
      isThisMachine(publicUrl)
        ? `PUBLIC_URL : ${origin} ne répond pas (${why}) ; lancez Passerelle avec « npm start ».`
        : `PUBLIC_URL : ${origin} ne peut pas être joint d'ici (${why}) ; voyez le nom, le certificat, et si Passerelle tourne.`,
    )
  }
}
