import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { type Files, faultsOf, filesOf, teamsApp, writeZip } from '../src/commands/package-teams.ts'
import { HOUSE } from '../src/house.ts'
import { LANGUAGES, type Language } from '../src/language/languages.ts'
import { readPhrases } from '../src/language/phrases.ts'
import { fold } from '../src/language/text.ts'

const GIVEN = {
  MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
  PUBLIC_URL: 'https://passerelle.exemple.qc.ca/',
}
const files = filesOf(teamsApp(GIVEN, '1.2.3'))
const folder = mkdtempSync(join(tmpdir(), 'passerelle-teams-'))

interface Manifest {
  [name: string]: unknown
  name: { short: string; full: string }
  description: { short: string; full: string }
  icons: { color: string; outline: string }
  bots: [{ botId: string; commandLists: [{ commands: { title: string; description: string }[] }] }]
  localizationInfo: { additionalLanguages: { languageTag: string; file: string }[] }
}

function jsonOf<Shape>(name: string): Shape {
  return JSON.parse(String(files.get(name))) as Shape
}

/** The package with one of its files changed. */
function but(name: string, change: (manifest: Manifest) => void): Files {
  const changed = jsonOf<Manifest>(name)
  change(changed)
  return new Map(files).set(name, Buffer.from(JSON.stringify(changed)))
}

/** The command as a person runs it. */
async function run(environment: Record<string, string>, ...more: string[]): Promise<{ code: number; said: string }> {
  const command = ['--import', 'tsx', join(HOUSE, 'src/commands/package-teams.ts'), ...more]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      cwd: HOUSE,
      env: { PATH: process.env.PATH, ...environment },
    })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Teams package', () => {
  it('is one that Teams takes', () => {
    expect(faultsOf(files)).toEqual([])
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png', 'en.json', 'es.json', 'ar.json'])
  })

  it('may be added to a team, and reads there, only where counsellors work in Teams', () => {
    const inATeam = filesOf(teamsApp({ ...GIVEN, DESK_TEAMS_CONVERSATION: '19:desk@thread.tacv2' }, '1.2.3'))
    expect(faultsOf(inATeam)).toEqual([])
    expect(String(inATeam.get('manifest.json'))).toContain('ChannelMessage.Read.Group')
    expect(String(files.get('manifest.json'))).not.toContain('ChannelMessage')
  })

  it('says who we are: French first, for one person, with our pages', () => {
    expect(jsonOf('manifest.json')).toMatchObject({
      version: '1.2.3',
      id: GIVEN.MicrosoftAppId,
      localizationInfo: { defaultLanguageTag: 'fr-ca' },
      developer: {
        privacyUrl: 'https://passerelle.exemple.qc.ca/confidentialite',
        termsOfUseUrl: 'https://passerelle.exemple.qc.ca/conditions',
      },
      bots: [{ botId: GIVEN.MicrosoftAppId, scopes: ['personal'], supportsFiles: false }],
      validDomains: ['passerelle.exemple.qc.ca'],
    })
  })

  it('offers commands that the assistant understands as they stand', async () => {
    const phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
    const told = [
      'told.help',
      'told.person',
      'told.forget',
      ...LANGUAGES.map((language) => `told.language.${language}`),
    ]
    const understood = new Set(
      told.flatMap((name) => LANGUAGES.flatMap((language) => phrases.list(name, language).map((way) => fold(way)))),
    )
    const original = jsonOf<Manifest>('manifest.json').bots[0].commandLists[0].commands.map(({ title }) => title)
    const translated = (['en', 'es', 'ar'] as const satisfies Language[]).flatMap((language) =>
      Object.entries(jsonOf<Record<string, string>>(`${language}.json`)).flatMap(([name, text]) =>
        name.endsWith('.title') ? [text] : [],
      ),
    )
    expect(translated).toHaveLength(3 * original.length)
    expect([...original, ...translated].filter((title) => !understood.has(fold(title)))).toEqual([])
  })

  it('is a zip of exactly these files, and the same each time', async () => {
    const paths = ['one.zip', 'two.zip'].map((name) => join(folder, name))
    for (const path of paths) await writeZip(files, path)
    const [one, two] = paths.map((path) => readFileSync(path))
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
    expect(one?.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    for (const name of files.keys()) expect(one?.includes(name)).toBe(true)
  })

  it.each<[string, Files, RegExp]>([
    [
      'a short name that is too long',
      but('manifest.json', (it) => (it.name.short = 'P'.repeat(31))),
      /name\.short has 31 characters, and Teams shows 30/,
    ],
    [
      'a full name that is too long',
      but('manifest.json', (it) => (it.name.full = 'P'.repeat(101))),
      /name\.full has 101/,
    ],
    [
      'a short description that is too long',
      but('manifest.json', (it) => (it.description.short = 'P'.repeat(81))),
      /description\.short has 81/,
    ],
    [
      'a full description that is too long',
      but('manifest.json', (it) => (it.description.full = 'P'.repeat(4001))),
      /description\.full has 4001/,
    ],
    [
      'a bot that is no id',
      but('manifest.json', (it) => (it.bots[0].botId = 'passerelle')),
      /manifest\.json\/bots\/0\/botId must match pattern/,
    ],
    [
      'a part that Teams does not know',
      but('manifest.json', (it) => (it.bridge = true)),
      /must NOT have additional properties/,
    ],
    ['no developer', but('manifest.json', (it) => delete it.developer), /must have required property 'developer'/],
    [
      'a schema that does not exist',
      but('manifest.json', (it) => (it.manifestVersion = '9.9')),
      /asks for schema 9\.9/,
    ],
    [
      'an icon of another size',
      new Map(files).set('color.png', files.get('outline.png') ?? Buffer.alloc(0)),
      /color\.png must be a PNG of 192 × 192 pixels; it is 32 × 32/,
    ],
    [
      'an icon that is no PNG',
      new Map(files).set('outline.png', Buffer.from('<svg/>')),
      /outline\.png must be a PNG of 32 × 32 pixels; it is no PNG/,
    ],
    [
      'a translation that lacks a text',
      but('en.json', (it) => delete it['name.full']),
      /en\.json does not translate name\.full/,
    ],
    [
      'a translation of what is not there',
      but('es.json', (it) => (it['bots[0].commandLists[0].commands[9].title'] = 'Nada')),
      /es\.json translates .*commands\[9\]/,
    ],
    [
      'a translation that is too long',
      but('ar.json', (it) => (it['description.short'] = 'م'.repeat(81))),
      /ar\.json: description\.short has 81/,
    ],
  ])('is refused with %s', (_name, broken, sentence) => {
    expect(faultsOf(broken).join('\n')).toMatch(sentence)
  })

  it.each([
    ['no id', { PUBLIC_URL: GIVEN.PUBLIC_URL }, /^MicrosoftAppId is missing/],
    ['an id that is none', { ...GIVEN, MicrosoftAppId: 'passerelle' }, /^MicrosoftAppId must look like/],
    ['no address', { MicrosoftAppId: GIVEN.MicrosoftAppId }, /^PUBLIC_URL is missing/],
    [
      'an address without HTTPS',
      { ...GIVEN, PUBLIC_URL: 'http://localhost:3978' },
      /^PUBLIC_URL must begin with https:/,
    ],
  ])('is not made with %s', (_name, given, sentence) => {
    expect(() => teamsApp(given, '1.2.3')).toThrow(sentence)
  })

  it('is made by one command, or refused with a sentence', async () => {
    const out = join(folder, 'made.zip')
    const made = await run(GIVEN, '--out', out)
    expect(made).toEqual({ code: 0, said: expect.stringContaining(out) })
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    const refused = await run({ PUBLIC_URL: GIVEN.PUBLIC_URL, MicrosoftAppId: '' }, '--out', join(folder, 'none.zip'))
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/^MicrosoftAppId is missing: .*\n$/) })
  })
})
