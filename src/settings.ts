import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from 'dotenv'
import { z } from 'zod'
import type { ModelSettings } from './model/model-settings.ts'
import { MODEL_SHAPE, modelOf } from './settings-of-model.ts'

/** Everything that the environment decides, read once. */
export interface Settings {
  readonly production: boolean
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl?: string
  /** Where people reach us, without a slash at the end. */
  readonly publicUrl: string
  /** Other sites that may show the chat. */
  readonly allowedOrigins: readonly string[]
  /** Whoever holds it may ask for Direct Line tokens. */
  readonly directLineSecret?: string
  /** Signs our own tokens and cookies. */
  readonly sessionSecret: string
  readonly retentionDays: number
  readonly logLevel: string
  readonly bot: BotIdentity
  /** Where staff sign in. Without it, and outside production, one-time links are printed. */
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  /** Whether a draft is published by somebody else than whoever wrote it. */
  readonly secondReader: boolean
  /** The counsellors' channel in Teams: its conversation id, or its full address. */
  readonly deskInTeams?: string
  /** A contact centre that takes the desk's place. */
  readonly hub?: { readonly url: string; readonly secret: string }
  /** A language model; without one the library answers alone. */
  readonly model?: ModelSettings
}

/** Whether anybody could ever answer a person: without that, people are sent to our contacts at once. */
export function hasDesk({ production, oidc, deskInTeams, hub }: Settings): boolean {
  return !production || Boolean(oidc || deskInTeams || hub)
}

/** The bot as Microsoft Entra ID knows it; without an id, only a local emulator is heard. */
export interface BotIdentity {
  readonly appId: string
  readonly password: string
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMsi'
  readonly tenantId: string
}

/** The environment of this process, with what a `.env` file in the working folder adds to it. */
export function environment(): Readonly<Record<string, string | undefined>> {
  config({ quiet: true })
  return process.env
}

/** A setting that is missing or wrong: its message is a sentence that names it. */
export class WrongSetting extends Error {}

const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMsi'] as const
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (name: string, least: number, most: number, otherwise: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return otherwise
      const number = Number(text)
      if (Number.isInteger(number) && number >= least && number <= most) return number
      context.addIssue(`${name} must be a whole number from ${least} to ${most}; it is « ${text} ».`)
      return z.NEVER
    })

const webAddress = (name: string) =>
  z.string().refine(isWebAddress, {
    error: (issue) => `${name} must be a web address such as https://exemple.qc.ca; it is « ${issue.input} ».`,
  })

const shape = z.object({
  NODE_ENV: z.string().optional(),
  PORT: wholeNumber('PORT', 0, 65535, 3978),
  DATA_DIR: z.string().default('./var'),
  DATABASE_URL: z
    .string()
    .refine((text) => isAddressOf(text, ['postgres:', 'postgresql:']), {
      error:
        'DATABASE_URL must look like postgres://user:password@host:5432/name. Leave it out to keep everything in DATA_DIR.',
    })
    .optional(),
  PUBLIC_URL: webAddress('PUBLIC_URL').optional(),
  ALLOWED_ORIGINS: z.string().default(''),
  DIRECT_LINE_SECRET: z.string().min(16, 'DIRECT_LINE_SECRET must have at least 16 characters.').optional(),
  SESSION_SECRET: z.string().min(32, 'SESSION_SECRET must have at least 32 characters.').optional(),
  RETENTION_DAYS: wholeNumber('RETENTION_DAYS', 1, 3650, 90),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: (issue) => `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; it is « ${issue.input} ».`,
    })
    .default('info'),
  MicrosoftAppId: z.string().default(''),
  MicrosoftAppPassword: z.string().default(''),
  MicrosoftAppType: z.string().default('MultiTenant'),
  MicrosoftAppTenantId: z.string().default(''),
  OIDC_ISSUER: webAddress('OIDC_ISSUER').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SECOND_READER: z
    .enum(['yes', 'no'], { error: (issue) => `SECOND_READER must be yes or no; it is « ${issue.input} ».` })
    .default('no'),
  DESK_TEAMS_CONVERSATION: z.string().optional(),
  HANDOFF_HUB_URL: webAddress('HANDOFF_HUB_URL').optional(),
  HANDOFF_HUB_SECRET: z.string().min(16, 'HANDOFF_HUB_SECRET must have at least 16 characters.').optional(),
  ...MODEL_SHAPE,
})

/**
 * Reads the settings from an environment; an empty value is as none.
 * @throws WrongSetting with a sentence naming each setting that is missing or wrong.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = parsedBy(shape, environment)
  const production = read.NODE_ENV === 'production'
  if (production && !read.SESSION_SECRET) {
    throw new WrongSetting(
      'SESSION_SECRET is missing: in production give it 32 random characters or more, the same in every process.',
    )
  }
  if (production && !read.PUBLIC_URL) {
    throw new WrongSetting(
      'PUBLIC_URL is missing: in production it says where people reach the assistant, such as https://passerelle.exemple.qc.ca.',
    )
  }
  return {
    production,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    ...(read.DATABASE_URL ? { databaseUrl: read.DATABASE_URL } : {}),
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    allowedOrigins: originsIn(read.ALLOWED_ORIGINS),
    ...(read.DIRECT_LINE_SECRET ? { directLineSecret: read.DIRECT_LINE_SECRET } : {}),
    sessionSecret: read.SESSION_SECRET ?? keptSecret(read.DATA_DIR),
    retentionDays: read.RETENTION_DAYS,
    logLevel: read.LOG_LEVEL,
    bot: botIdentity(read, production),
    secondReader: read.SECOND_READER === 'yes',
    ...signInOf(read, production),
    ...deskPlaces(read),
    ...modelNamed(read),
  }
}

function modelNamed(read: Parameters<typeof modelOf>[0]): Pick<Settings, 'model'> {
  const named = modelOf(read)
  if ('wrong' in named) throw new WrongSetting(named.wrong)
  return named
}

/**
 * Reads what the environment says of a model, and nothing else: for commands that need no server.
 * @throws WrongSetting
 */
export function readModel(environment: Readonly<Record<string, string | undefined>>): ModelSettings | undefined {
  return modelNamed(parsedBy(z.object(MODEL_SHAPE), environment)).model
}

/** An empty value is as none. */
function parsedBy<Shape extends z.ZodType>(
  wanted: Shape,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Shape> {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()]] : [])),
  )
  const parsed = wanted.safeParse(given)
  if (!parsed.success) throw new WrongSetting(parsed.error.issues.map((issue) => issue.message).join('\n'))
  return parsed.data
}

function signInOf(read: z.infer<typeof shape>, production: boolean): Pick<Settings, 'oidc'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read
  if (!issuer) {
    if (clientId || clientSecret)
      throw new WrongSetting('OIDC_ISSUER is missing, while OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is set.')
    return {}
  }
  if (production && new URL(issuer).protocol !== 'https:')
    throw new WrongSetting(`OIDC_ISSUER must be an https address in production; it is « ${issuer} ».`)
  if (!clientId) throw new WrongSetting('OIDC_CLIENT_ID is missing: the issuer knows this assistant by it.')
  if (!clientSecret) throw new WrongSetting('OIDC_CLIENT_SECRET is missing: the issuer asks for it at each sign-in.')
  return { oidc: { issuer, clientId, clientSecret } }
}

function deskPlaces(read: z.infer<typeof shape>): Pick<Settings, 'deskInTeams' | 'hub'> {
  const { DESK_TEAMS_CONVERSATION: deskInTeams, HANDOFF_HUB_URL: url, HANDOFF_HUB_SECRET: secret } = read
  if (url && !secret)
    throw new WrongSetting(
      'HANDOFF_HUB_SECRET is missing: the contact centre and this assistant know each other by it.',
    )
  if (secret && !url)
    throw new WrongSetting('HANDOFF_HUB_URL is missing, while HANDOFF_HUB_SECRET is set: give both, or neither.')
  if (url && deskInTeams)
    throw new WrongSetting(
      'DESK_TEAMS_CONVERSATION and HANDOFF_HUB_URL are both set: a contact centre takes the place of the counsellors. Keep one.',
    )
  return { ...(deskInTeams ? { deskInTeams } : {}), ...(url && secret ? { hub: { url, secret } } : {}) }
}

function botIdentity(read: z.infer<typeof shape>, production: boolean): BotIdentity {
  const type = APP_TYPES.find((known) => known.toLowerCase() === read.MicrosoftAppType.toLowerCase())
  if (!type) {
    throw new WrongSetting(
      `MicrosoftAppType must be one of ${APP_TYPES.join(', ')}; it is « ${read.MicrosoftAppType} ».`,
    )
  }
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = read
  const identity = { appId, password, type, tenantId }
  if (!appId) {
    if (production)
      throw new WrongSetting(
        'MicrosoftAppId is missing: in production the Bot Framework door needs the id of the bot, or it would hear anybody.',
      )
    if (password)
      throw new WrongSetting('MicrosoftAppId is missing, while MicrosoftAppPassword is set: give both, or neither.')
    return identity
  }
  if (type === 'UserAssignedMsi' && password) {
    throw new WrongSetting(
      'MicrosoftAppPassword must be empty with MicrosoftAppType UserAssignedMsi: a managed identity has none.',
    )
  }
  if (type !== 'UserAssignedMsi' && !password) {
    throw new WrongSetting(`MicrosoftAppPassword is missing: MicrosoftAppType ${type} signs in with it.`)
  }
  if (type !== 'MultiTenant' && !tenantId) {
    throw new WrongSetting(`MicrosoftAppTenantId is missing: MicrosoftAppType ${type} belongs to one tenant.`)
  }
  return identity
}

function originsIn(list: string): string[] {
  const origins = list.split(/[\s,;]+/).filter(Boolean)
  const wrong = origins.find((origin) => !isWebAddress(origin) || new URL(origin).origin !== origin)
  if (wrong)
    throw new WrongSetting(
      `ALLOWED_ORIGINS must list origins such as https://exemple.qc.ca, without a path; « ${wrong} » is not one.`,
    )
  return origins
}

function isWebAddress(text: string): boolean {
  return isAddressOf(text, ['http:', 'https:'])
}

function isAddressOf(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== ''
}

/**
 * Outside production, a secret made once and kept beside the data, so that tokens outlive a restart. It is put in place
 * whole: of two processes that start at once the second takes the secret of the first.
 */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  if (!existsSync(file)) makeSecret(dataDir, file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new WrongSetting(`The file ${file} holds no secret of 32 characters: remove it, and a new one is made.`)
  return secret
}

function makeSecret(dataDir: string, file: string): void {
  const mine = `${file}.${process.pid}`
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 })
  try {
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
}
