import { readYamlText } from '../language/yaml.ts'
import { changeYaml } from './change-yaml.ts'
import { usualBehind } from './usual-sections.ts'
import type { Plain } from './write-yaml.ts'

/** A text as it can be edited, also while it lacks what an article needs. */
export interface EditableText {
  readonly title: string
  readonly summary: string
  readonly questions: readonly string[]
  readonly translates?: string
  /** A machine translated it, and nobody has read it yet. */
  readonly machine?: true
  /** The preamble first, without a heading. */
  readonly sections: readonly EditableSection[]
}
export interface EditableSection {
  readonly id: string
  readonly heading: string
  readonly body: string
}

/** What an editor changes in a text; what is left out stays as it is. */
export interface TextEdit {
  readonly title?: string
  readonly summary?: string
  readonly questions?: readonly string[]
  readonly translates?: string
  /** False takes the mark away. */
  readonly machine?: boolean
  /**
   * Sections by their id. One that is not there yet is added in its place; one without a body goes; one without a heading
   * keeps the one it has.
   */
  readonly sections?: readonly EditableSection[]
  /** The order that sections stand in. Without it, and for what it does not name: as usual, before whom to contact. */
  readonly order?: readonly string[]
}

interface Part extends EditableSection {
  /** The lines that it takes, its heading included. */
  readonly from: number
  readonly to: number
}

const WHOLE = /^---(\r?\n)([\s\S]*?\r?\n)---(?=\r?\n|$)([\s\S]*)$/
const HEADING = /^##\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$/
/** Sections that stay at the end. */
const LAST = ['contact', 'since']

const HEAD_ORDER = ['title', 'summary', 'questions', 'translates', 'machine']

/** Reads a text for a form; throws where its head cannot be read at all. */
export function editableText(text: string): EditableText {
  const [, , head = '', body = ''] = WHOLE.exec(text) ?? []
  const { title, summary, questions, translates, machine } = (readYamlText(head) ?? {}) as Record<string, unknown>
  return {
    title: String(title ?? ''),
    summary: String(summary ?? ''),
    questions: Array.isArray(questions) ? questions.map(String) : [],
    ...(translates ? { translates: String(translates) } : {}),
    ...(machine === true ? { machine } : {}),
    sections: partsOf(linesOf(body)).map(({ id, heading, body: words }) => ({ id, heading, body: words })),
  }
}

/** The text with what was edited; every other byte stays. */
export function editText(text: string, { sections = [], order, ...head }: TextEdit): string {
  const [, end = '\n', old = '', body = ''] = WHOLE.exec(text) ?? []
  const before = (readYamlText(old) ?? {}) as Readonly<Record<string, Plain>>
  const wanted = Object.fromEntries(
    HEAD_ORDER.flatMap((name) => {
      const value = head[name as keyof typeof head] ?? before[name]
      return value === undefined || value === false ? [] : [[name, value]]
    }),
  )
  const written = changeYaml(old, { ...wanted, ...unknownOf(before) })
  const changed = inOrder(
    sections.reduce((whole, section) => withSection(whole, section, order), body),
    order,
  )
  return `---${end}${written}---${changed || end}`
}

function unknownOf(head: Readonly<Record<string, Plain>>): Readonly<Record<string, Plain>> {
  return Object.fromEntries(Object.entries(head).filter(([name]) => !HEAD_ORDER.includes(name)))
}

function withSection(
  body: string,
  { id, heading, body: given }: EditableSection,
  order: readonly string[] | undefined,
): string {
  const lines = linesOf(body)
  const parts = partsOf(lines)
  const words = given.replace(/\r\n?/g, '\n').trim()
  const old = parts.find((part) => part.id === id)
  const name = heading.trim() || old?.heading || (id === 'about' ? '' : id)
  if (old && old.body === words && old.heading === name) return body
  if (!old && !words) return body
  const written = [...(name ? ['', `## ${name} {#${id}}`] : []), ...(words ? ['', ...words.split('\n')] : [])]
  if (old) {
    const isGone = !words && id !== 'about'
    return joined([...lines.slice(0, old.from), ...(isGone ? [] : written), '', ...lines.slice(old.to)])
  }
  const rank = order?.indexOf(id) ?? -1
  const behind = rank >= 0 && order ? order.slice(rank + 1) : (usualBehind(id) ?? LAST)
  const next = parts.find((part) => behind.includes(part.id))
  const at = next?.from ?? lines.length
  return joined([...lines.slice(0, at), ...written, '', ...lines.slice(at)])
}

/** The sections that the order names, in that order; the others, and all where nothing moves, stay where they are. */
function inOrder(body: string, order: readonly string[] = []): string {
  const lines = linesOf(body)
  const parts = partsOf(lines)
  const named = parts.filter(({ id }) => id !== 'about' && order.includes(id))
  const sorted = named.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
  if (sorted.every((part, at) => part === named[at])) return body
  const placed = parts.map((part) => sorted[named.indexOf(part)] ?? part)
  return joined(placed.flatMap(({ from, to }) => [...lines.slice(from, to), '']))
}

/** One empty line between parts, and an end of line at the end. */
function joined(lines: readonly string[]): string {
  const kept = lines.filter((line, at) => line.trim() || (at > 0 && lines[at - 1]?.trim()) || at === 0)
  return `${kept.join('\n').trimEnd()}\n`.replace(/^\n*/, '\n\n')
}

function linesOf(body: string): string[] {
  return body.split(/\r?\n/)
}

function partsOf(lines: readonly string[]): Part[] {
  const starts = lines.flatMap((line, at) => {
    const [, heading = '', id = ''] = HEADING.exec(line) ?? []
    return id ? [{ at, id, heading }] : []
  })
  return [{ at: 0, id: 'about', heading: '' }, ...starts].map(({ at, id, heading }, place, all) => {
    const to = all[place + 1]?.at ?? lines.length
    const body = lines
      .slice(place === 0 ? at : at + 1, to)
      .join('\n')
      .trim()
    return { id, heading, body, from: at, to }
  })
}
