import { describe, expect, it } from 'vitest'
import { readText } from '../src/console/library/read-form.ts'
import { HOUSE } from '../src/house.ts'
import { changeYaml } from '../src/knowledge/change-yaml.ts'
import { changedDraft } from '../src/knowledge/drafting.ts'
import { editAbout, editableAbout } from '../src/knowledge/edit-about.ts'
import { type EditableText, editableText, editText } from '../src/knowledge/edit-text.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { newArticle } from '../src/knowledge/new-article.ts'
import { readArticles } from '../src/knowledge/read.ts'
import { USUAL_SECTIONS } from '../src/knowledge/usual-sections.ts'
import type { Plain } from '../src/knowledge/write-yaml.ts'
import { readYamlText } from '../src/language/yaml.ts'

const FILES = readFiles(`${HOUSE}knowledge`)
const ABOUTS = [...FILES].filter(([path]) => path.endsWith('/about.yaml'))
const TEXTS = [...FILES].filter(([path]) => path.split('/').length === 3 && path.endsWith('.md'))

/** The lines of one text that the other does not have. */
function linesBesides(text: string, other: string): string[] {
  const known = new Set(other.split('\n'))
  return text.split('\n').filter((line) => !known.has(line))
}

/** A text as the page's form sends it. */
function formOf({ title, summary, questions, sections }: EditableText): Record<string, string> {
  const fields = sections.flatMap(({ id, heading, body }) => [
    ...(id === 'about' ? [] : [[`section.${id}.heading`, heading]]),
    [`section.${id}.body`, body.replaceAll('\n', '\r\n')],
  ])
  return { title, summary, questions: questions.join('\r\n'), ...Object.fromEntries(fields) }
}

describe('editing an article', () => {
  it('leaves every file as it is, byte for byte, where nothing is changed', () => {
    for (const [path, text] of TEXTS) expect([path, editText(text, editableText(text))]).toEqual([path, text])
    for (const [path, text] of ABOUTS) {
      const fields = Object.entries(editableAbout(text)).map(([name, value]) => ({ way: [name], value }))
      expect([path, editAbout(text, fields)]).toEqual([path, text])
    }
  })

  it('changes in every article the lines that were meant, and no other', () => {
    for (const [path, text] of ABOUTS) {
      const after = editAbout(text, [
        { way: ['review'], value: '2031-12-31' },
        { way: ['facts', 'reception'], value: { phone: '1 800 555-0100', source: 'plan' } },
      ])
      const came = linesBesides(after, text).filter((line) => line !== 'facts:')
      expect([path, came]).toEqual([
        path,
        ['review: 2031-12-31', '  reception:', '    phone: 1 800 555-0100', '    source: plan'].filter(
          (line) => !text.split('\n').includes(line),
        ),
      ])
      expect(linesBesides(text, after)).toHaveLength(1)
      expect(readYamlText(after)).toMatchObject({ review: '2031-12-31', facts: { reception: { source: 'plan' } } })
    }
    for (const [path, text] of TEXTS) {
      const { sections } = editableText(text)
      const [first] = sections
      if (!first) throw new Error(path)
      const after = editText(text, { sections: [{ ...first, body: `${first.body}\n\nOne sentence more. [^plan]` }] })
      expect([path, linesBesides(after, text)]).toEqual([path, ['One sentence more. [^plan]']])
      expect([path, linesBesides(text, after)]).toEqual([path, []])
    }
  })

  it('keeps comments, quotation marks and the order of names', () => {
    const text = '# who\nname: "Léa"  # first\nlist:\n  - one # 1\n  # about two\n  - two\nempty: {}\n'
    const wanted = { name: 'Éloi : le deuxième', list: ['one', 'three'], empty: { a: { b: 'c' } }, fresh: ['x', 'y'] }
    expect(changeYaml(text, wanted)).toBe(
      '# who\nname: "Éloi : le deuxième"  # first\nlist:\n  - one # 1\n  # about two\n  - three\n' +
        'empty:\n  a:\n    b: c\nfresh: [x, y]\n',
    )
    expect(changeYaml(text, { name: 'Léa', list: ['one'], empty: {} })).toBe(
      '# who\nname: "Léa"  # first\nlist:\n  - one # 1\nempty: {}\n',
    )
  })

  it.each([
    'yes',
    '007',
    '2026-01-01',
    'a: b',
    '#1',
    '{x}',
    '[y]',
    '- z',
    'two\nlines',
    '"quoted"',
    '  spaced ',
    'é, à',
    'مرحبا',
    '',
    'null',
    '1e3',
    '@a',
    'a #b',
    '*b*',
  ])('writes %j so that it is read back', (value) => {
    for (const text of ['a: old\n', 'a: "old"\n', "a: 'old'\n", 'a: [old]\n', 'b: { a: old }\n']) {
      const wanted: Plain = text.startsWith('b')
        ? { b: { a: value } }
        : text.includes('[')
          ? { a: [value, 'x'] }
          : { a: value }
      expect(readYamlText(changeYaml(text, wanted))).toEqual(wanted)
    }
  })

  it('puts a new section where the French has it, and takes an empty one away', () => {
    const text = TEXTS.find(([path]) => path === 'contacts/mifi/en.md')?.[1] ?? ''
    const order = editableText(text).sections.map(({ id }) => id)
    const without = editText(text, { sections: [{ id: 'limits', heading: 'What', body: '' }] })
    expect(editableText(without).sections.map(({ id }) => id)).toEqual(order.filter((id) => id !== 'limits'))
    const again = editText(without, { order, sections: editableText(text).sections })
    expect(again).toBe(text)
  })

  it('keeps the heading of a section that is sent without one', () => {
    const text = TEXTS.find(([path]) => path === 'programs/paffarc/fr.md')?.[1] ?? ''
    const sections = editableText(text).sections.map((section) => ({ ...section, heading: '' }))
    expect(editText(text, { sections })).toBe(text)
    const fresh = editText(text, { sections: [{ id: 'costs', heading: ' ', body: 'Rien.' }] })
    expect(editableText(fresh).sections.find(({ id }) => id === 'costs')).toMatchObject({
      heading: 'costs',
      body: 'Rien.',
    })
  })

  it('puts a usual section that was missing where it usually is, and sections in the order that is asked for', () => {
    const text = TEXTS.find(([path]) => path === 'contacts/mifi/fr.md')?.[1] ?? ''
    const { sections } = editableText(text)
    const order = sections.map(({ id }) => id)
    for (const { id } of USUAL_SECTIONS) {
      const without = editText(text, { sections: [{ id, heading: '', body: '' }] })
      expect(order.filter((each) => each !== id)).toEqual(editableText(without).sections.map((section) => section.id))
      const again = editableText(editText(without, { sections: sections.filter((section) => section.id === id) }))
      const ids = again.sections.map((section) => section.id)
      const usual = USUAL_SECTIONS.map((each) => each.id)
      expect(ids.filter((each) => usual.includes(each))).toEqual(usual)
    }
    const behind = ['about', ...order.slice(1).reverse()]
    const turned = editText(text, { order: behind })
    expect(editableText(turned).sections).toEqual(behind.map((id) => sections.find((section) => section.id === id)))
    expect(editText(turned, { order })).toBe(text)
  })

  it('keeps, while somebody writes, a section that is empty for a moment', () => {
    const text = TEXTS.find(([path]) => path === 'programs/paffarc/fr.md')?.[1] ?? ''
    const form = (more: Readonly<Record<string, string>>) =>
      new URLSearchParams({ ...formOf(editableText(text)), ...more })
    for (const emptied of ['section.who.body', 'section.who.heading', 'section.about.body']) {
      expect([emptied, editText(text, readText(form({ [emptied]: '' }), false))]).toEqual([emptied, text])
    }
    const gone = editText(text, readText(form({ 'section.who.body': ' ' }), true))
    expect(editableText(gone).sections.map(({ id }) => id)).not.toContain('who')
    // Whoever keeps their own version over that one puts the section back where it was.
    expect(editText(gone, readText(form({}), true))).toBe(text)
  })

  it('adds whatever was filled in of a new section, under a name of its own', () => {
    const added = (more: Readonly<Record<string, string>>) =>
      readText(
        new URLSearchParams({ 'section.about.body': 'x', 'section.costs.body': 'y', ...more }),
        true,
      ).sections?.slice(2)
    expect(added({})).toEqual([])
    expect(added({ 'new.section.id': 'who' })).toEqual([
      { id: 'who', heading: "À qui cela s'adresse", body: 'À écrire.' },
    ])
    expect(added({ 'new.section.heading': 'A qui cela s’adresse', 'new.section.body': 'Tous.' })).toEqual([
      { id: 'who', heading: 'A qui cela s’adresse', body: 'Tous.' },
    ])
    expect(added({ 'new.section.heading': 'Costs', 'new.section.body': 'z' })).toEqual([
      { id: 'costs-2', heading: 'Costs', body: 'z' },
    ])
    expect(added({ 'new.section.body': 'z' })).toMatchObject([{ heading: 'Partie sans titre', body: 'z' }])
    expect(readText(new URLSearchParams({ 'new.section.id': 'who' }), false).sections).toEqual([])
  })

  it('drops from a draft what reads again as it is published', () => {
    const published = new Map([['steps/x/fr.md', 'one']])
    const begun = changedDraft(undefined, new Map([['steps/x/fr.md', 'two']]), published)
    expect([...begun.files]).toEqual([['steps/x/fr.md', 'two']])
    expect(changedDraft(begun, new Map([['steps/x/fr.md', 'one']]), published).files.size).toBe(0)
    // What was published meanwhile stays to be seen.
    const moved = changedDraft(begun, new Map([['steps/x/fr.md', 'three']]), new Map([['steps/x/fr.md', 'other']]))
    expect(moved.base).toEqual(begun.base)
  })

  it('begins an article that is read, though it cannot be published', () => {
    const { articles, findings } = readArticles(newArticle('steps', 'x', 'Un titre : le premier', '2027-01-01'))
    expect(articles.map(({ id, about }) => [id, about.review])).toEqual([['x', '2027-01-01']])
    expect(findings.map(({ place }) => place)).toEqual(['summary', 'questions'])
  })
})
