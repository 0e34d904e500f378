import { z } from 'zod'
import type { Client } from '../../model/langchain.ts'
import { hostOf, type ModelSettings } from '../../model/model-settings.ts'
import { readWords } from '../../model/read-words.ts'
import type { Settings } from '../../settings.ts'
import { inTime } from './ask.ts'
import { namesOf, whyNoModel } from './model-refusal.ts'
import { fault, look, ok, type Remark } from './remark.ts'

/** One model that is tried: by the setting that names it, with what it answers. */
interface Trial {
  readonly named: string
  readonly answers: Promise<Remark>
}

const shape = z.strictObject({ well: z.boolean() })
const { $schema: _, ...SCHEMA } = z.toJSONSchema(shape)

/** Whether the model answers to its name and key: it is asked for one word, and the one that embeds for one vector. */
export async function examineModel({ model }: Pick<Settings, 'model'>, withinMs: number): Promise<readonly Remark[]> {
  if (!model) return []
  const names = namesOf(model.server)
  const { username, password } = addressOf(model) ?? {}
  if (username || password)
    return [
      fault(
        `${names.address} : l'adresse porte un nom ou un mot de passe, et rien ne peut y être envoyé ainsi ; retirez-les, ${names.key} suffit.`,
      ),
    ]
  const { openClient } = await import('../../model/langchain.ts')
  const client = openClient({ ...model, budgetMs: withinMs })
  const trials: readonly Trial[] = [
    { named: names.chat, answers: chat(client, names.chat, hostOf(model), withinMs) },
    ...(model.embedding ? [{ named: names.embedding, answers: embed(client, names.embedding, hostOf(model)) }] : []),
  ]
  const remarks = await Promise.all(trials.map((trial) => heard(trial, model, withinMs)))
  // One key or address may be wrong for both.
  return remarks.filter(({ says }, at) => remarks.findIndex((other) => other.says === says) === at)
}

async function chat(client: Client, named: string, host: string, withinMs: number): Promise<Remark> {
  const words = await client.chat(
    { name: 'doctor', instructions: 'Answer with the JSON value {"well": true}.', material: '{}', schema: SCHEMA },
    AbortSignal.timeout(withinMs),
  )
  return 'value' in readWords(words, shape)
    ? ok(`${named} : le modèle à ${host} répond dans la forme demandée.`)
    : look(
        `${named} : le modèle à ${host} répond, mais pas dans la forme demandée ; choisissez-en un qui sait écrire du JSON, sinon l'assistant citera ses fiches sans lui.`,
      )
}

async function embed(client: Client, named: string, host: string): Promise<Remark> {
  const [vector = []] = await client.embed(['Bonjour'])
  return vector.length > 0 && vector.every(Number.isFinite)
    ? ok(`${named} : le modèle à ${host} donne le vecteur d'un texte.`)
    : look(
        `${named} : le modèle à ${host} répond, mais sans vecteur ; nommez un modèle qui en donne, ou retirez ce réglage.`,
      )
}

function heard({ named, answers }: Trial, model: ModelSettings, withinMs: number): Promise<Remark> {
  const late = fault(
    `${named} : le modèle à ${hostOf(model)} n'a pas répondu en ${withinMs / 1000} s ; voyez s'il tourne et si cette machine peut le joindre.`,
  )
  const said = answers.catch((error: unknown) => (isLate(error) ? late : whyNoModel(error, named, model)))
  return inTime(said, withinMs, late)
}

function isLate(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

function addressOf({ server }: ModelSettings): URL | undefined {
  const address = server.kind === 'azure' ? server.endpoint : server.baseUrl
  return address === undefined ? undefined : new URL(address)
}
