import { fold } from '../language/text.ts'
import type { Folder, Section } from './article.ts'
import { changeText } from './change-text.ts'
import { TO_WRITE, USUAL_SECTIONS, usualBehind } from './usual-sections.ts'
import { blockText, type Plain } from './write-yaml.ts'

/** Where something was brought in from, and the article that it becomes. */
export interface BroughtFrom {
  readonly folder: Folder
  readonly id: string
  readonly address: string
  /** The day on which it was read (YYYY-MM-DD). */
  readonly day: string
  readonly publisher?: string
  readonly title?: string
}

/** An article as it is begun from a source: French only, every block resting on that source. */
export interface Begun {
  readonly title: string
  readonly summary: string
  readonly questions: readonly string[]
  /** Their bodies in blocks, without references. */
  readonly sections: readonly Section[]
  readonly source: { readonly publisher: string; readonly title: string; readonly date?: string }
  readonly facts?: Readonly<Record<string, Plain>>
}

const SOURCE = 'page'

/**
 * The files of a begun article. Its source is secondary until somebody confirms it; the usual sections that it lacks
 * are begun as well, and wait to be written.
 */
export function filesOf(begun: Begun, { folder, id, address, day }: BroughtFrom): Map<string, string> {
  const { publisher, title, date } = begun.source
  const source = { publisher, title, address, ...(date ? { date } : {}), consulted: day, level: 'secondary' }
  const facts = Object.fromEntries(
    Object.entries(begun.facts ?? {}).map(([name, fact]) => [name, { ...(fact as object), source: SOURCE }]),
  )
  const about: Plain = {
    audience: ['person'],
    review: sixMonthsAfter(day),
    status: 'unknown',
    contacts: [],
    related: [],
    sources: { [SOURCE]: source },
    ...(Object.keys(facts).length ? { facts } : {}),
  }
  const { title: name, summary, questions } = begun
  const sections = withUsual(begun.sections.map((section) => ({ ...section, body: sourced(section.body) })))
  return new Map([
    [`${folder}/${id}/about.yaml`, blockText(about, 0)],
    [`${folder}/${id}/fr.md`, changeText(undefined, { title: name, summary, questions, sections })],
  ])
}

function withUsual(sections: readonly Section[]): readonly Section[] {
  const [first] = sections
  const about = { id: 'about', heading: '', body: TO_WRITE }
  return USUAL_SECTIONS.reduce<readonly Section[]>(
    (whole, { id, heading }) => {
      if (whole.some((section) => section.id === id)) return whole
      const behind = usualBehind(id) ?? []
      const next = whole.findIndex((section) => behind.includes(section.id))
      const at = next >= 0 ? next : id === 'who' ? 1 : whole.length
      return whole.toSpliced(at, 0, { id, heading, body: TO_WRITE })
    },
    first?.id === 'about' ? sections : [about, ...sections],
  )
}

function sourced(body: string): string {
  return body
    .split(/\n\s*\n/)
    .filter((block) => block.trim())
    .map((block) => `${block.trimEnd()} [^${SOURCE}]`)
    .join('\n\n')
}

function sixMonthsAfter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 6, 0)).toISOString().slice(0, 10)
  return last
}

/** An identifier made of words, unlike the ones taken. */
export function identifierOf(words: string, taken: ReadonlySet<string>): string {
  const plain =
    fold(words)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || 'sans-nom'
  let id = plain
  for (let nth = 2; taken.has(id); nth++) id = `${plain}-${nth}`
  return id
}

/** Words without the signs that tokens of the house are made of. */
export function harmless(words: string): string {
  return words
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
}

/** What is wrong with where something comes from, in a sentence; nothing where all is well. */
export function faultOfOrigin({ id, address, day }: BroughtFrom): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(id))
    return `« ${id} » ne peut pas nommer une fiche : lettres minuscules, chiffres et traits d’union.`
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    return 'Il manque l’adresse Web de la source.'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'Il manque le jour où la source a été consultée (AAAA-MM-JJ).'
  return undefined
}
