import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFilled, placeholdersIn } from '../src/desk/canned.ts'
import { followCanned, readCanned } from '../src/desk/canned-file.ts'
import { HOUSE } from '../src/house.ts'
import { digestOf } from '../src/knowledge/digest.ts'
import { LANGUAGES } from '../src/language/languages.ts'

const OURS = `${HOUSE}knowledge/desk/replies.yaml`

let folder: string
let path: string
let written = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-replies-'))
  path = join(folder, 'replies.yaml')
})
afterAll(() => rm(folder, { recursive: true }))

async function write(text: string): Promise<void> {
  await writeFile(path, text)
  written += 1
  await utimes(path, 1_800_000_000 + written, 1_800_000_000 + written)
}

const FRENCH = 'Joignez {organisme}.'
const reply = (more: string, digest = digestOf(FRENCH)) => `replies:
  - id: join
    title: { fr: Joindre, en: Contact }
    fr: "${FRENCH}"
${more}
    translates: { en: "${digest}" }
`

describe('the replies that counsellors have ready', () => {
  it('are there in every language, with the same placeholders', () => {
    const { made = [], findings } = readCanned(OURS)
    expect(findings).toEqual([])
    expect(made.length).toBeGreaterThanOrEqual(12)
    for (const { text } of made) {
      expect(Object.keys(text).sort()).toEqual([...LANGUAGES].sort())
      for (const language of LANGUAGES) {
        expect([...placeholdersIn(text[language] ?? '')].sort()).toEqual([...placeholdersIn(text.fr)].sort())
      }
    }
  })

  it('promise no time and hold no figure', async () => {
    const text = (readCanned(OURS).made ?? []).flatMap(({ text }) => Object.values(text)).join('\n')
    expect(text).not.toMatch(/\d|instant|minute|heure|demain|tomorrow|mañana/i)
    expect(await readFile(OURS, 'utf8')).not.toMatch(/https?:/)
  })
})

describe('a placeholder', () => {
  it('is named once, in the order of the text', () => {
    expect(placeholdersIn('Voici {lien}, de { organisme } : {lien}')).toEqual(['lien', 'organisme'])
    expect(placeholdersIn('Bonjour')).toEqual([])
  })

  it.each([
    '{lien}',
    'Voir { une page }',
    'Voir {}',
    'Voir {…}',
    'Joignez {المنظمة}',
    'Voir {lien',
    'Voir lien}',
    '{{mifi.phone}}',
  ])('is not filled in « %s »', (text) => expect(isFilled(text)).toBe(false))

  it.each(['', 'Voici la page : https://www.quebec.ca/emploi', 'Bonjour :-}', 'Écrivez « { » puis continuez.'])(
    'leaves nothing to fill in « %s »',
    (text) => expect(isFilled(text)).toBe(true),
  )
})

describe('a file of replies that is wrong', () => {
  it('shows the French alone where a translation follows another French, and says which digest to write', async () => {
    await write(reply('    en: "Contact {organisme}."', '0123456789ab'))
    const { made, findings } = readCanned(path)
    expect(made).toEqual([{ id: 'join', title: { fr: 'Joindre', en: 'Contact' }, text: { fr: FRENCH } }])
    const stale = findings.find(({ rule }) => rule === 'stale-translation')
    expect(stale).toMatchObject({ severity: 'error', place: 'line 6, replies.translates.en' })
    expect(stale?.remedy).toContain(digestOf(FRENCH))
  })

  it('says which translations are missing, as a warning', async () => {
    await write(reply('    en: "Contact {organisme}."'))
    const { made, findings } = readCanned(path)
    expect(made?.[0]?.text.en).toBe('Contact {organisme}.')
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning missing-language',
      'warning missing-language',
    ])
  })

  it.each([
    ['placeholders-differ', '    en: "Contact {organization}."', 5],
    ['written-twice', '    en: "Call 514 864-9191 or {organisme}."', 5],
    ['field', '    anglais: "Contact {organisme}."', 5],
  ])('names the line: %s', async (rule, line, at) => {
    await write(reply(line))
    const finding = readCanned(path).findings.find((each) => each.rule === rule)
    expect(finding?.severity).toBe('error')
    expect(finding?.place).toMatch(new RegExp(`^line ${at}, replies`))
  })

  it('shows the first of two that have one name', async () => {
    const text = reply('    en: "Contact {organisme}."')
    await write(text + text.replace('replies:\n', '').replace(FRENCH, 'Autre chose, {organisme}.'))
    const { made, findings } = readCanned(path)
    expect(made?.map(({ text }) => text.fr)).toEqual([FRENCH])
    expect(findings.find(({ rule }) => rule === 'same-reply-id')?.place).toBe('line 7, replies.id')
  })

  it('keeps the replies from before while it cannot be read, and tells it once', async () => {
    const told: string[] = []
    const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
    await write(reply('    en: "Contact {organisme}."'))
    const replies = followCanned(path, (sentence) => told.push(sentence))
    expect(replies(at(0))).toHaveLength(1)
    await write('replies: [')
    expect(replies(at(5))).toHaveLength(1)
    expect(replies(at(10))).toHaveLength(1)
    expect(told).toHaveLength(1)
    await write('replies: []')
    expect(replies(at(15))).toEqual([])
    expect(told).toHaveLength(1)
  })
})
