import { readYamlText } from '../language/yaml.ts'
import { changeYaml } from './change-yaml.ts'
import { isSame, type Plain } from './write-yaml.ts'

/** What holds in every language as it can be edited, also while it lacks what an article needs. */
export type EditableAbout = Readonly<Record<string, Plain>>

/** One field by its way (`facts`, `phone`, `phone`) and its words; nothing takes it away. */
export interface FieldEdit {
  readonly way: readonly string[]
  readonly value: Plain | undefined
}

type Mutable = { [key: string]: Plain }

const ORDER = ['audience', 'review', 'status', 'contacts', 'related', 'sources', 'facts', 'concerns']
const SOURCE_ORDER = ['publisher', 'title', 'address', 'date', 'consulted', 'level', 'old']
/** What is not written where it would hold nothing. */
const LEFT_OUT_EMPTY = ['facts', 'concerns']

/** Reads about.yaml for a form; throws where it cannot be read at all. */
export function editableAbout(text: string): EditableAbout {
  return (readYamlText(text) ?? {}) as EditableAbout
}

/** about.yaml with what was edited; every other byte stays, and so does a value that reads the same. */
export function editAbout(text: string, fields: readonly FieldEdit[]): string {
  const about = structuredClone(editableAbout(text)) as Mutable
  for (const { way, value } of fields) put(about, way, value)
  for (const name of LEFT_OUT_EMPTY) if (isSame(about[name], {})) delete about[name]
  return changeYaml(
    text,
    inOrder(about, ORDER, (name, inner) => (name === 'sources' ? sourcesInOrder(inner) : inner)),
  )
}

/** The value at the end of a way, or nothing. */
export function valueAt(about: EditableAbout, way: readonly string[]): Plain | undefined {
  return way.reduce<Plain | undefined>((inner, name) => (isMapping(inner) ? inner[name] : undefined), about)
}

function put(about: Mutable, way: readonly string[], value: Plain | undefined): void {
  const [last = '', before] = [way.at(-1), way.slice(0, -1)]
  let inner = about
  for (const name of before) {
    if (!isMapping(inner[name])) inner[name] = {}
    inner = inner[name] as Mutable
  }
  if (value === undefined) delete inner[last]
  else if (!readsSame(inner[last], value)) inner[last] = value
}

/** A form holds words: a number or a lone value of a list reads as the words that stand for it. */
function readsSame(there: Plain | undefined, value: Plain): boolean {
  return there !== undefined && isSame(inWords(there), inWords(value))
}

function inWords(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(inWords)
  if (isMapping(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inWords(inner)]))
  return String(value)
}

function isMapping(value: Plain | undefined): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sourcesInOrder(sources: Plain): Plain {
  if (!isMapping(sources)) return sources
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, isMapping(source) ? inOrder(source, SOURCE_ORDER) : source]),
  )
}

function inOrder(
  mapping: Readonly<Record<string, Plain>>,
  order: readonly string[],
  each: (name: string, inner: Plain) => Plain = (_, inner) => inner,
): Readonly<Record<string, Plain>> {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.fromEntries(
    Object.entries(mapping)
      .sort(([one], [other]) => rank(one) - rank(other))
      .map(([name, inner]) => [name, each(name, inner)]),
  )
}
