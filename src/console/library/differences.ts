import { editableAbout } from '../../knowledge/edit-about.ts'
import { editableText } from '../../knowledge/edit-text.ts'
import { articlePath } from '../../knowledge/files.ts'
import type { Plain } from '../../knowledge/write-yaml.ts'
import { isLanguage, type Language } from '../../language/languages.ts'

/** One field of an article that reads otherwise than before. */
export interface Difference {
  readonly path: string
  /** The way to the field: `section`, `who`; `facts`, `phone`, `phone`. */
  readonly way: readonly string[]
  readonly language?: Language
  readonly before: string
  readonly after: string
}

/** What differs between two states of a file, by field; a file that cannot be read differs as a whole. */
export function differencesOf(path: string, before: string | undefined, after: string | undefined): Difference[] {
  if (before === after) return []
  const [was, is] = [fieldsIn(path, before), fieldsIn(path, after)]
  if (!was || !is) return [{ path, way: [], before: before ?? '', after: after ?? '' }]
  const name = articlePath(path)?.name.replace(/\.md$/, '')
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((way) => was.get(way) !== is.get(way))
    .map((way) => ({
      path,
      way: way.split('\n'),
      ...(isLanguage(name) ? { language: name } : {}),
      before: was.get(way) ?? '',
      after: is.get(way) ?? '',
    }))
}

function fieldsIn(path: string, text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return new Map()
  const name = articlePath(path)?.name
  if (!name) return undefined
  try {
    return name.endsWith('.md') ? fieldsOfText(text) : new Map(leaves(editableAbout(text), []))
  } catch {
    return undefined
  }
}

function fieldsOfText(text: string): ReadonlyMap<string, string> {
  const { title, summary, questions, sections, translates } = editableText(text)
  return new Map([
    ['title', title],
    ['summary', summary],
    ...sections.flatMap(({ id, heading, body }) => [
      ...(id === 'about' ? [] : [[`heading\n${id}`, heading] as const]),
      [`section\n${id}`, body] as const,
    ]),
    ['questions', questions.join('\n')],
    ['follows', translates ?? ''],
  ])
}

function leaves(value: Plain, way: readonly string[]): [string, string][] {
  if (Array.isArray(value)) return value.length ? [[way.join('\n'), value.map(inWords).join('\n')]] : []
  if (typeof value !== 'object' || value === null) return [[way.join('\n'), String(value ?? '')]]
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...way, name]))
}

function inWords(value: Plain): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${inWords(inner)}`)
    .join(' · ')
}
