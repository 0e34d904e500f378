import { z } from 'zod'
import type { ModelSettings } from './model/model-settings.ts'

/** Teams sends a message again after 15 s without an answer: whatever a model does in a turn ends well before. */
const BUDGET_MS = 10_000

const amount = (name: string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined
      const number = Number(text.replace(',', '.'))
      if (Number.isFinite(number) && number >= 0) return number
      context.addIssue(`${name} must be a number that is not negative, such as 2.50; it is « ${text} ».`)
      return z.NEVER
    })

const address = (name: string) =>
  z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: (issue) => `${name} must be a web address such as https://exemple.qc.ca/v1; it is « ${issue.input} ».`,
  })

/** What the environment may say of a model. */
export const MODEL_SHAPE = {
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: address('OPENAI_BASE_URL').optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: address('AZURE_OPENAI_ENDPOINT').optional(),
  AZURE_OPENAI_DEPLOYMENT: z.string().optional(),
  AZURE_OPENAI_API_VERSION: z.string().optional(),
  AZURE_OPENAI_EMBEDDING_DEPLOYMENT: z.string().optional(),
  MODEL_PRICE_INPUT: amount('MODEL_PRICE_INPUT'),
  MODEL_PRICE_OUTPUT: amount('MODEL_PRICE_OUTPUT'),
  MODEL_DAILY_MONEY: amount('MODEL_DAILY_MONEY'),
  MODEL_DAILY_TOKENS: amount('MODEL_DAILY_TOKENS'),
} as const

const shape = z.object(MODEL_SHAPE)
type Read = z.infer<typeof shape>
type Wrong = { readonly wrong: string }

/** The model that the environment names, none, or a sentence about what is missing or without effect. */
export function modelOf(read: Read): { readonly model?: ModelSettings } | Wrong {
  const server = read.AZURE_OPENAI_ENDPOINT ? azureOf(read, read.AZURE_OPENAI_ENDPOINT) : openaiOf(read)
  if (!server) return withoutEffect(read) ?? {}
  if ('wrong' in server) return server
  const spending = spendingOf(read)
  if ('wrong' in spending) return spending
  const embedding = server.kind === 'azure' ? read.AZURE_OPENAI_EMBEDDING_DEPLOYMENT : read.OPENAI_EMBEDDING_MODEL
  return { model: { server, ...(embedding ? { embedding } : {}), budgetMs: BUDGET_MS, ...spending } }
}

function azureOf(read: Read, endpoint: string): ModelSettings['server'] | Wrong {
  const {
    AZURE_OPENAI_API_KEY: apiKey,
    AZURE_OPENAI_DEPLOYMENT: deployment,
    AZURE_OPENAI_API_VERSION: apiVersion,
  } = read
  if (!apiKey) return missing('AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_ENDPOINT is set, and asks for a key.')
  if (!deployment) return missing('AZURE_OPENAI_DEPLOYMENT', 'it names the model at AZURE_OPENAI_ENDPOINT.')
  if (!apiVersion) return missing('AZURE_OPENAI_API_VERSION', 'AZURE_OPENAI_ENDPOINT asks for one, such as 2024-10-21.')
  return { kind: 'azure', apiKey, endpoint, deployment, apiVersion }
}

/** A server of our own may want no key. */
function openaiOf(read: Read): ModelSettings['server'] | Wrong | undefined {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = read
  if (!apiKey && !baseUrl) return undefined
  if (!model)
    return missing('OPENAI_MODEL', `${apiKey ? 'OPENAI_API_KEY' : 'OPENAI_BASE_URL'} is set, and no model is named.`)
  return { kind: 'openai', apiKey: apiKey ?? 'none', model, ...(baseUrl ? { baseUrl } : {}) }
}

function spendingOf(read: Read): Pick<ModelSettings, 'prices' | 'ceiling'> | Wrong {
  const { MODEL_PRICE_INPUT: input, MODEL_PRICE_OUTPUT: output } = read
  const { MODEL_DAILY_MONEY: money, MODEL_DAILY_TOKENS: tokens } = read
  if (input === undefined && output !== undefined)
    return missing('MODEL_PRICE_INPUT', 'MODEL_PRICE_OUTPUT is set: give both.')
  if (output === undefined && input !== undefined)
    return missing('MODEL_PRICE_OUTPUT', 'MODEL_PRICE_INPUT is set: give both.')
  if (money !== undefined && input === undefined) {
    return missing('MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT', 'MODEL_DAILY_MONEY cannot be counted without prices.')
  }
  const ceiling = { ...(money === undefined ? {} : { money }), ...(tokens === undefined ? {} : { tokens }) }
  return {
    ...(input === undefined || output === undefined ? {} : { prices: { input, output } }),
    ...(money === undefined && tokens === undefined ? {} : { ceiling }),
  }
}

/** Something is said of a model, and nothing names where it is. */
function withoutEffect(read: Read): Wrong | undefined {
  const azure = (['API_KEY', 'DEPLOYMENT', 'API_VERSION', 'EMBEDDING_DEPLOYMENT'] as const)
    .map((name) => `AZURE_OPENAI_${name}` as const)
    .find((name) => read[name])
  if (azure) return missing('AZURE_OPENAI_ENDPOINT', `${azure} is set: give both, or neither.`)
  const openai = (['OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL'] as const).find((name) => read[name])
  if (openai)
    return missing('OPENAI_API_KEY or OPENAI_BASE_URL', `${openai} is set, and nothing says where the model is.`)
  return undefined
}

function missing(name: string, why: string): Wrong {
  return { wrong: `${name} ${name.includes(' and ') ? 'are' : 'is'} missing: ${why}` }
}
