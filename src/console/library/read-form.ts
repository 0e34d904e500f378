import { identifierOf } from '../../knowledge/begun-article.ts'
import type { FieldEdit } from '../../knowledge/edit-about.ts'
import type { EditableSection, TextEdit } from '../../knowledge/edit-text.ts'
import { TO_WRITE, USUAL_SECTIONS } from '../../knowledge/usual-sections.ts'
import type { Plain } from '../../knowledge/write-yaml.ts'
import { isLanguage, LANGUAGES, type Language } from '../../language/languages.ts'
import { fold } from '../../language/text.ts'

/** The parts of an article that are edited one at a time. */
export const PARTS = [...LANGUAGES, 'facts', 'sources', 'about', 'concerns'] as const
export type PartName = (typeof PARTS)[number]

export function partOf(asked: unknown): PartName {
  return PARTS.find((part) => part === asked) ?? 'fr'
}

/** The file that a part is written in. */
export function fileOfPart(part: PartName): string {
  return isLanguage(part) ? `${part}.md` : 'about.yaml'
}

const NAME = /^[a-z0-9-]+$/
const WAYS = ['audience', 'review', 'status', 'contacts', 'related', 'sources', 'facts']
/** The heading of a section that was added without one. */
const NAMELESS = 'Partie sans titre'
const FACTS = ['phone', 'email', 'place', 'text'] as const

/**
 * What a form changes in about.yaml. Each field that it drew says so, so that a box that is not ticked is heard too;
 * what is added or taken away waits until the form is sent by hand.
 */
export function readAbout(form: URLSearchParams, isByHand: boolean): readonly FieldEdit[] {
  const drawn = form.getAll('drawn').flatMap((line): FieldEdit[] => {
    const [kind = '', name = ''] = line.split(' ')
    const [top, ...way] = name.split('.')
    if (top !== 'about' || !WAYS.includes(way[0] ?? '') || !way.every((each) => NAME.test(each))) return []
    return [{ way, value: fieldValue(kind, name, form) }]
  })
  return isByHand ? [...drawn, ...added(form), ...removed(form)] : drawn
}

function fieldValue(kind: string, name: string, form: URLSearchParams): Plain | undefined {
  if (kind === 'choices' || kind === 'articles') return [...new Set(form.getAll(name).map(trimmed).filter(Boolean))]
  if (kind === 'yes-no') return form.get(name) === 'true' ? true : undefined
  if (kind === 'words') {
    return Object.fromEntries(LANGUAGES.map((language) => [language, trimmed(form.get(`${name}.${language}`))]))
  }
  return trimmed(form.get(name)) || undefined
}

function added(form: URLSearchParams): FieldEdit[] {
  const facts = FACTS.flatMap((kind): FieldEdit[] => {
    const name = slugOf(form.get(`new.${kind}.name`) ?? '')
    const value = fieldValue(kind === 'text' ? 'words' : 'line', `new.${kind}.${kind}`, form)
    if (!name || !value) return []
    return [{ way: ['facts', name], value: { [kind]: value, source: trimmed(form.get(`new.${kind}.source`)) } }]
  })
  const name = slugOf(form.get('new.source.name') ?? '')
  const address = trimmed(form.get('new.source.address'))
  if (!name || !address) return facts
  const source = Object.fromEntries(
    ['publisher', 'title', 'address', 'date', 'consulted', 'level'].flatMap((field) => {
      const value = trimmed(form.get(`new.source.${field}`))
      return value ? [[field, value]] : []
    }),
  )
  const value: Plain = form.get('new.source.old') === 'true' ? { ...source, old: true } : source
  return [...facts, { way: ['sources', name], value }]
}

function removed(form: URLSearchParams): FieldEdit[] {
  return form.getAll('remove').flatMap((line): FieldEdit[] => {
    const way = line.split('.')
    const isOurs = way.length === 2 && ['facts', 'sources'].includes(way[0] ?? '') && NAME.test(way[1] ?? '')
    return isOurs ? [{ way, value: undefined }] : []
  })
}

/**
 * What a form changes in the text of a language. While somebody writes, a section that is empty for a moment stays as it
 * was: it goes, and what is added comes, when the form is sent by hand.
 */
export function readText(form: URLSearchParams, isByHand: boolean): TextEdit {
  const drawn = [...form.keys()].flatMap((key): EditableSection[] => {
    const [, id] = /^section\.([a-z0-9-]+)\.body$/.exec(key) ?? []
    if (!id) return []
    return [{ id, heading: line(form.get(`section.${id}.heading`)), body: form.get(key) ?? '' }]
  })
  const order = drawn.map(({ id }) => id)
  return {
    title: line(form.get('title')),
    summary: line(form.get('summary')),
    questions: (form.get('questions') ?? '').split(/\r?\n/).map(trimmed).filter(Boolean),
    sections: isByHand ? [...drawn, ...newSection(form, order)] : drawn.filter(({ body }) => body.trim()),
    order,
  }
}

/** The section that is added, under a name of its own, with whatever was filled in of it. */
function newSection(form: URLSearchParams, taken: readonly string[]): EditableSection[] {
  const heading = line(form.get('new.section.heading'))
  const body = form.get('new.section.body') ?? ''
  const asked = slugOf(form.get('new.section.id') ?? '')
  if (!asked && !heading && !body.trim()) return []
  const usual = USUAL_SECTIONS.find(({ id, heading: words }) => id === asked || slugOf(words) === slugOf(heading))
  const id = asked || (usual && !taken.includes(usual.id) ? usual.id : slugOf(heading))
  return [
    {
      id: identifierOf(id, new Set(['about', ...taken])),
      heading: heading || (usual?.heading ?? NAMELESS),
      body: body.trim() ? body : TO_WRITE,
    },
  ]
}

export function languageOfPart(part: PartName): Language | undefined {
  return isLanguage(part) ? part : undefined
}

/** A name without accents or spaces: `Téléphone principal` is `telephone-principal`. */
export function slugOf(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

function trimmed(value: string | null): string {
  return (value ?? '').trim()
}

/** On one line, whatever was pasted. */
function line(value: string | null): string {
  return trimmed(value).replace(/\s*[\r\n]+\s*/g, ' ')
}
