import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import AjvModule from 'ajv-draft-04'
import formatsModule from 'ajv-formats'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { HOUSE } from '../house.ts'
import { environment, WrongSetting } from '../settings.ts'

/** What makes the package ours: the bot's id, and where its pages are. */
export interface TeamsApp {
  readonly appId: string
  readonly publicUrl: string
  readonly version: string
  /** Counsellors work in a channel of Teams: the app may be added to a team, and reads the replies in that team. */
  readonly forCounsellors: boolean
}

/** The files of a package, by the name that they have in it. */
export type Files = ReadonlyMap<string, Buffer>

const FOLDER = join(HOUSE, 'manifest')

/** Reads from the environment what the package needs; the password is not. @throws WrongSetting naming each setting. */
export function teamsApp(given: Readonly<Record<string, string | undefined>>, version: string): TeamsApp {
  const appId = given.MicrosoftAppId?.trim() ?? ''
  const publicUrl = given.PUBLIC_URL?.trim().replace(/\/+$/, '') ?? ''
  const wrong: string[] = []
  if (!appId)
    wrong.push(
      "MicrosoftAppId is missing: it is the bot's application id in Microsoft Entra, which the Teams app names.",
    )
  else if (!z.guid().safeParse(appId).success)
    wrong.push(`MicrosoftAppId must look like 00000000-0000-0000-0000-000000000000; it is « ${appId} ».`)
  if (!publicUrl)
    wrong.push(
      'PUBLIC_URL is missing: Teams opens the privacy and terms pages there. Give it the public address, such as https://passerelle.exemple.qc.ca.',
    )
  else if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== 'https:')
    wrong.push(`PUBLIC_URL must begin with https:// for Teams, which opens pages there; it is « ${publicUrl} ».`)
  if (wrong.length) throw new WrongSetting(wrong.join('\n'))
  return { appId, publicUrl, version, forCounsellors: Boolean(given.DESK_TEAMS_CONVERSATION?.trim()) }
}

/** The files of the package: the manifest with its blanks filled in, its languages, its icons, as the manifest names them. */
export function filesOf(app: TeamsApp, folder = FOLDER): Files {
  const filled = readFileSync(join(folder, 'manifest.json'), 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (blank, name: string) => {
      const value = blanks(app)[name]
      if (value === undefined)
        throw new Error(
          `manifest.json has the blank ${blank}, which nothing fills. Use one of ${Object.keys(blanks(app)).join(', ')}.`,
        )
      return JSON.stringify(value).slice(1, -1)
    },
  )
  const { icons, localizationInfo } = parse('manifest.json', filled, manifestShape)
  const named = [icons.color, icons.outline, ...localizationInfo.additionalLanguages.map(({ file }) => file)]
  return new Map([
    ['manifest.json', Buffer.from(app.forCounsellors ? inATeam(filled, app) : filled)],
    ...named.map((name) => [name, readNamed(folder, name)] as const),
  ])
}

/** The manifest of an app that may be added to a team too: without its permission, only what mentions the bot would come. */
function inATeam(manifest: string, { appId }: TeamsApp): string {
  const read = parse('manifest.json', manifest, z.looseObject({ bots: z.array(z.looseObject({})) }))
  return JSON.stringify(
    {
      ...read,
      bots: read.bots.map((bot) => ({ ...bot, scopes: ['personal', 'team'] })),
      webApplicationInfo: { id: appId, resource: 'https://RscBasedStoreApp' },
      authorization: {
        permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
      },
    },
    undefined,
    2,
  )
}

function blanks({ appId, publicUrl, version }: TeamsApp): Readonly<Record<string, string>> {
  return { APP_ID: appId, PUBLIC_URL: publicUrl, PUBLIC_DOMAIN: new URL(publicUrl).hostname, VERSION: version }
}

function readNamed(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch {
    throw new Error(`manifest.json names ${name}, which is not in ${folder}. Add it, or name another file.`)
  }
}

/** The part of a manifest that is looked at here; the schema of Teams looks at all of it. */
const manifestShape = z.looseObject({
  manifestVersion: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })).default([]),
  }),
})

/** What Teams shows of a text is cut beyond these, though its schema lets some be longer. */
const LONGEST: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^bots\[0\].*\.title$/, 32],
  [/^bots\[0\].*\.description$/, 128],
]

/** What is wrong with a package, each as a sentence; none where Teams would take it. */
export function faultsOf(files: Files): string[] {
  const manifest = parse('manifest.json', String(files.get('manifest.json')), manifestShape)
  const { manifestVersion, icons, localizationInfo } = manifest
  const texts = new Map(flat(manifest))
  return [
    ...schemaFaults('manifest.json', manifest, manifestVersion, 'MicrosoftTeams.schema.json'),
    ...tooLong('manifest.json', texts),
    ...iconFaults(files, icons.color, 192),
    ...iconFaults(files, icons.outline, 32),
    ...localizationInfo.additionalLanguages.flatMap(({ file }) => languageFaults(files, file, manifestVersion, texts)),
  ]
}

function languageFaults(files: Files, file: string, version: string, original: ReadonlyMap<string, string>): string[] {
  const language = parse(file, String(files.get(file)), z.record(z.string(), z.string()))
  const names = Object.keys(language).filter((name) => name !== '$schema')
  const expected = [...original.keys()].filter((name) => LONGEST.some(([pattern]) => pattern.test(name)))
  return [
    ...schemaFaults(file, language, version, 'MicrosoftTeams.Localization.schema.json'),
    ...tooLong(file, new Map(Object.entries(language))),
    ...expected.filter((name) => !names.includes(name)).map((name) => `${file} does not translate ${name}. Add it.`),
    ...names
      .filter((name) => !original.has(name))
      .map((name) => `${file} translates ${name}, which manifest.json does not have. Take it out.`),
  ]
}

function tooLong(file: string, texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([name, text]) => {
    const most = LONGEST.find(([pattern]) => pattern.test(name))?.[1]
    return most !== undefined && text.length > most
      ? [`${file}: ${name} has ${text.length} characters, and Teams shows ${most}. Shorten it.`]
      : []
  })
}

/** A PNG says its width and height 16 bytes from its start (PNG, 11.2.2). */
function iconFaults(files: Files, name: string, size: number): string[] {
  const icon = files.get(name)
  const isPng = icon?.subarray(1, 4).toString() === 'PNG'
  const [width, height] = isPng ? [icon.readUInt32BE(16), icon.readUInt32BE(20)] : []
  if (width === size && height === size) return []
  return [`${name} must be a PNG of ${size} × ${size} pixels; it is ${isPng ? `${width} × ${height}` : 'no PNG'}.`]
}

/** What the schema of Microsoft says, which @microsoft/app-manifest brings along: nothing is fetched. */
function schemaFaults(file: string, content: unknown, version: string, schemaName: string): string[] {
  const schema = schemaOf(version, schemaName)
  if (!schema)
    return [
      `manifest.json asks for schema ${version}, which @microsoft/app-manifest does not have. Name one that it has.`,
    ]
  const ajv = new AjvModule.default({ strict: false, allErrors: true, unicodeRegExp: false })
  formatsModule.default(ajv)
  const holds = ajv.compile(schema)
  if (holds(content)) return []
  return (holds.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${file}${instancePath || ' as a whole'} ${message} (${JSON.stringify(params)}).`,
  )
}

function schemaOf(version: string, name: string): object | undefined {
  try {
    return createRequire(import.meta.url)(
      `@microsoft/app-manifest/build/json-schemas/teams/v${version}/${name}`,
    ) as object
  } catch {
    return undefined
  }
}

function parse<Shape extends z.ZodType>(file: string, text: string, shape: Shape): z.infer<Shape> {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is not well-formed JSON: ${(error as Error).message}`)
  }
  const read = shape.safeParse(content)
  if (!read.success)
    throw new Error(
      `${file} is wrong at ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    )
  return read.data
}

/** The texts of a manifest, named as its languages name them: `bots[0].commandLists[0].commands[1].title`. */
function flat(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (Array.isArray(value)) return value.flatMap((each, index) => flat(each, `${name}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => flat(each, name ? `${name}.${key}` : key))
}

/** Writes a package as a zip; the same files make the same bytes. */
export async function writeZip(files: Files, path: string): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of files) zip.addBuffer(content, name, { mtime: new Date(Date.UTC(2026, 0, 1, 12)) })
  zip.end()
  mkdirSync(dirname(path), { recursive: true })
  await pipeline(zip.outputStream, createWriteStream(path))
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'var/passerelle-teams.zip' } } })
  const { version } = JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8')) as { version: string }
  const app = teamsApp(environment(), version)
  const files = filesOf(app)
  const faults = faultsOf(files)
  if (faults.length) throw new Error(faults.join('\n'))
  await writeZip(files, values.out)
  console.log(
    `${values.out}: Passerelle ${version} for Teams, bot ${app.appId}, pages at ${app.publicUrl}. Upload it in the Teams admin centre.`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
