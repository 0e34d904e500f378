import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import xliff2js from 'xliff/xliff2js'
import { contentOf } from '../src/knowledge/content.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { readText } from '../src/knowledge/read.ts'
import { exportXliff } from '../src/knowledge/xliff.ts'
import { importXliff } from '../src/knowledge/xliff-import.ts'
import { readXliff } from '../src/knowledge/xliff-read.ts'

const FILES = readFiles(fileURLToPath(new URL('../knowledge', import.meta.url)))
const { articles } = contentOf(FILES)
const LANGUAGES = ['en', 'es', 'ar'] as const
const PAFFARC = articles.filter(({ id }) => id === 'paffarc')
const PATH = 'programs/paffarc/en.md'

function changed(path: string, change: (text: string) => string): Map<string, string> {
  return new Map(FILES).set(path, change(FILES.get(path) ?? ''))
}

function rulesOf({ findings }: ReturnType<typeof importXliff>): string[] {
  return findings.map(({ rule }) => rule)
}

describe('a translation taken out as XLIFF and brought back', () => {
  it.each(LANGUAGES)('leaves every file of %s as it is', (language) => {
    expect(articles.length).toBeGreaterThanOrEqual(107)
    const taken = importXliff(exportXliff(articles, language), FILES)
    expect(taken).toEqual({ files: new Map(), findings: [] })
  })

  it.each(LANGUAGES)('gives every file of %s back, byte for byte, after it was changed', (language) => {
    const xml = exportXliff(articles, language)
    const worse = new Map(FILES)
    for (const { folder, id, texts } of articles) {
      const path = `${folder}/${id}/${language}.md`
      const last = texts[language]?.sections.at(-1)?.body ?? ''
      const text = FILES.get(path) ?? ''
      worse.set(
        path,
        text.replace(last, () => 'XXX [^gone]'),
      )
    }
    const { files, findings } = importXliff(xml, worse)
    expect(findings).toEqual([])
    expect(files.size).toBe(articles.length)
    for (const [path, text] of files) expect(text, path).toBe(FILES.get(path))
  })

  it.each(LANGUAGES)('makes a file of %s that says the same where there was none', (language) => {
    const xml = exportXliff(articles, language)
    const without = new Map([...FILES].filter(([path]) => !path.endsWith(`/${language}.md`)))
    const { files, findings } = importXliff(xml, without)
    expect(findings).toEqual([])
    for (const { folder, id, texts } of articles) {
      const path = `${folder}/${id}/${language}.md`
      expect(readText(files.get(path) ?? '', language, path, [])).toEqual(texts[language])
    }
  })
})

describe('the document', () => {
  it('is XLIFF 2.0 that another reader reads: units, notes, protected codes', async () => {
    const xml = exportXliff(PAFFARC, 'es')
    const read = await xliff2js(xml)
    expect([read.sourceLanguage, read.targetLanguage]).toEqual(['fr-CA', 'es'])
    const units = read.resources['programs:paffarc'] ?? {}
    expect(Object.keys(units)).toContain('heading.who')
    expect(units.questions?.note).toContain('ligne')
    expect(JSON.stringify(units['section.cost']?.target)).toContain(
      '{"Standalone":{"id":"1","canDelete":"no","disp":"{{weekly}}","equiv":"{{weekly}}"}}',
    )
    expect(units['section.cost']?.additionalAttributes).toMatchObject({ 'xml:space': 'preserve', canResegment: 'no' })
  })

  it('holds only identifiers that XLIFF allows, each once in its place', () => {
    const xml = exportXliff(articles, 'en')
    for (const [, id = ''] of xml.matchAll(/<(?:file|unit|ph|pc)\b[^>]*? id="([^"]*)"/g)) {
      expect(id).toMatch(/^[\w.:-]+$/)
    }
    const read = readXliff(xml)
    expect('files' in read && read.files.size).toBe(articles.length)
  })

  it('keeps signs of XML, entities and spaces as they are', () => {
    const [one] = PAFFARC
    if (!one?.texts.fr) throw new Error('PAFFARC is gone')
    const body = 'a < b && c &amp; d > e "q"\n\n[x](source:conditions) [^eligible] [^plan]\n[y](source:uqam)'
    const french = { ...one.texts.fr, sections: [{ id: 'about', heading: '', body }] }
    const read = readXliff(exportXliff([{ ...one, texts: { fr: french, en: french } }], 'en'))
    const unit = 'files' in read ? read.files.get('programs:paffarc')?.get('section.about') : undefined
    expect(unit).toEqual({ source: body, target: body, unknownCodes: [] })
  })
})

describe('what comes back otherwise than it went', () => {
  const xml = exportXliff(PAFFARC, 'en')

  it('a changed word changes that word only, and the digest stays', () => {
    const { files, findings } = importXliff(xml.replace('You are 18 or older.', 'You are at least 18.'), FILES)
    expect(findings).toEqual([])
    expect([...files]).toEqual([[PATH, FILES.get(PATH)?.replace('You are 18 or older.', 'You are at least 18.')]])
  })

  it('a lost token keeps the article out, and says which', () => {
    const taken = importXliff(
      xml.replaceAll(/<target>[^\n]*/g, (line) => line.replace(/<ph [^>]*\{\{weekly\}\}"\/>/, '')),
      FILES,
    )
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toMatchObject([{ rule: 'token-lost', place: 'cost', file: PATH }])
    expect(taken.findings[0]?.sentence).toContain('{{weekly}}')
  })

  it('a link may lead to the page in the other language', () => {
    const there = xml.replace(/(<target>[^\n]*?dispEnd="\]\(source:)eligible(\)")/, '$1eligible-en$2')
    expect(there).toContain('eligible-en')
    expect(rulesOf(importXliff(there, FILES))).toEqual([])
  })

  it('a code that only its id still tells is known again; one that nobody knows is told', () => {
    const bareCodes = xml.replaceAll(/<target>[\s\S]*?<\/target>/g, (target) =>
      target.replaceAll(/ (?:disp|equiv|dispStart|dispEnd|canDelete|type)="[^"]*"/g, ''),
    )
    expect(importXliff(bareCodes, FILES)).toEqual({ files: new Map(), findings: [] })
    const strange = xml.replace('<target>', '<target><ph id="x99"/>')
    expect(importXliff(strange, FILES).findings).toMatchObject([{ rule: 'token-lost', place: 'title' }])
  })

  it('segments that a tool made and marks that it left are put together again', () => {
    const parted = xml.replace(
      /(<unit id="section\.combining"[\s\S]*?<source>)([\s\S]*?)(<\/source>\s*<target>)([\s\S]*?)(<\/target>)/,
      (_, open: string, source: string, middle: string, target: string, close: string) => {
        const [one, two] = [source, target].map((words) => [words.slice(0, 8), words.slice(8)])
        return `${open}${one?.[0]}${middle}<mrk id="m1" translate="yes">${two?.[0]}</mrk>${close}</segment><segment><source>${one?.[1]}${middle}${two?.[1]}${close}`
      },
    )
    expect(parted).toContain('<mrk')
    expect(importXliff(parted, FILES)).toEqual({ files: new Map(), findings: [] })
  })

  it('a French text that changed since is named, and the translation stays behind', () => {
    const files = changed('programs/paffarc/fr.md', (text) => text.replace('18 ans ou plus', '21 ans ou plus'))
    expect(files.get('programs/paffarc/fr.md')).toContain('21 ans')
    const taken = importXliff(xml.replace('You are 18 or older.', 'You are at least 18.'), files)
    expect(taken.findings).toMatchObject([{ rule: 'french-changed', severity: 'warning' }])
    expect(taken.findings[0]?.sentence).toContain('conditions')
    expect(taken.files.get(PATH)).toContain('translates: "5b4abc718b57"')
  })

  it('a translation of the new French follows it; one that comes back unchanged does not', () => {
    const files = changed('programs/paffarc/fr.md', (text) => text.replace('18 ans ou plus', '21 ans ou plus'))
    const now = contentOf(files).articles.filter(({ id }) => id === 'paffarc')
    const fresh = exportXliff(now, 'en')
    const unread = importXliff(fresh, files)
    expect(rulesOf(unread)).toEqual(['still-behind'])
    expect(unread.files.size).toBe(0)
    const read = importXliff(fresh.replace('You are 18 or older.', 'You are 21 or older.'), files)
    expect(read.findings).toEqual([])
    expect(read.files.get(PATH)).toContain(`translates: "${now[0]?.texts.fr?.digest}"`)
  })

  it('a part without translation keeps the words of before, or keeps a new text out', () => {
    const half = xml.replace(/(<unit id="section\.who"[\s\S]*?)<target>[\s\S]*?<\/target>/, '$1')
    const taken = importXliff(half, FILES)
    expect(taken.findings).toMatchObject([{ rule: 'untranslated', severity: 'warning', place: 'who' }])
    expect(taken.files.size).toBe(0)
    const without = new Map([...FILES].filter(([path]) => path !== PATH))
    const none = importXliff(half, without)
    expect(none.findings).toMatchObject([{ rule: 'untranslated', severity: 'error', place: 'who' }])
    expect(none.files.size).toBe(0)
  })

  it.each([
    ['not XML', '<xliff'],
    ['another document', '<html xmlns="x"></html>'],
    ['XLIFF 1.2', '<xliff version="1.2"></xliff>'],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`],
    ['nothing', ''],
    [
      'marks in one another without end',
      xml.replace('<target>', `<target>${'<mrk>'.repeat(50_000)}${'</mrk>'.repeat(50_000)}`),
    ],
    ['a language that is not ours', xml.replace('trgLang="en-CA"', 'trgLang="de"')],
    ['French to French', xml.replace('trgLang="en-CA"', 'trgLang="fr"')],
    ['an article that is not there', xml.replace('programs:paffarc', '..:etc')],
  ])('%s gets a sentence', (_, bad) => {
    const taken = importXliff(bad, FILES)
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toHaveLength(1)
    expect(taken.findings[0]?.sentence).toMatch(/\.$/)
  })
})
