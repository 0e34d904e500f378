import type { z } from 'zod'
import { isLanguage, type Language } from '../language/languages.ts'
import { readYamlText } from '../language/yaml.ts'
import {
  type Article,
  type ArticleText,
  aboutShape,
  type Folder,
  headShape,
  KIND_OF_FOLDER,
  type Section,
} from './article.ts'
import { digestOf } from './digest.ts'
import { articlePath, type Files } from './files.ts'
import type { Finding } from './finding.ts'

/** What was read from a content folder: the articles that have their shape, and a finding for each that does not. */
export interface ReadArticles {
  readonly articles: readonly Article[]
  readonly findings: readonly Finding[]
}

/** Reads every article among the files of content. Never throws for a bad file: it gives a finding naming the field. */
export function readArticles(files: Files): ReadArticles {
  return articlesReader()(files)
}

/** A reader that remembers what it read last: an article whose files are the same is the same object again. */
export function articlesReader(): (files: Files) => ReadArticles {
  let last = new Map<string, { readonly own: Named; readonly read: ReturnType<typeof readArticle> }>()
  return (files) => {
    const next: typeof last = new Map()
    for (const [place, own] of byArticle(files)) {
      const [folder, id] = place.split('/') as [Folder, string]
      const known = last.get(place)
      next.set(place, known && isSame(known.own, own) ? known : { own, read: readArticle(folder, id, own) })
    }
    last = next
    const all = [...next.values()].map(({ read }) => read)
    return {
      articles: all.flatMap(({ article }) => article ?? []),
      findings: all.flatMap(({ findings }) => findings),
    }
  }
}

/** The files of one article by name. */
type Named = ReadonlyMap<string, string>

function isSame(one: Named, other: Named): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text)
}

/** The files of each article by name, in the order of the folders and then of the ids. */
function byArticle(files: Files): readonly (readonly [string, Named])[] {
  const places = new Map<string, Map<string, string>>()
  for (const [path, text] of files) {
    const at = articlePath(path)
    if (!at) continue
    const place = `${at.folder}/${at.id}`
    const own = places.get(place) ?? new Map<string, string>()
    places.set(place, own.set(at.name, text))
  }
  const order = Object.keys(KIND_OF_FOLDER)
  const ranked = [...places].map(([place, own]) => {
    const [folder = '', id = ''] = place.split('/')
    return { rank: order.indexOf(folder), id, place, own }
  })
  ranked.sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1))
  return ranked.map(({ place, own }) => [place, own] as const)
}

/** Makes an article of its files (`about.yaml`, `fr.md` …), or findings of what keeps it from being one. */
export function readArticle(
  folder: Folder,
  id: string,
  files: ReadonlyMap<string, string>,
): { article?: Article; findings: Finding[] } {
  const findings: Finding[] = []
  const place = `${folder}/${id}`
  const aboutText = files.get('about.yaml')
  if (aboutText === undefined) {
    return { findings: [missing(`${place}/about.yaml`, 'The article has no about.yaml.')] }
  }
  const about = readYaml(aboutText, aboutShape, `${place}/about.yaml`, findings)
  const texts: Partial<Record<Language, ArticleText>> = {}
  for (const [name, content] of files) {
    if (name === 'about.yaml') continue
    const language = name.replace(/\.md$/, '')
    if (!name.endsWith('.md') || !isLanguage(language)) {
      findings.push({
        rule: 'unknown-file',
        severity: 'error',
        file: `${place}/${name}`,
        sentence: 'The file is neither about.yaml nor the text of a language.',
        remedy: 'Name it fr.md, en.md, es.md or ar.md, or take it away.',
      })
      continue
    }
    const text = readText(content, language, `${place}/${name}`, findings)
    if (text) texts[language] = text
  }
  if (!about) return { findings }
  return { article: { id, folder, kind: KIND_OF_FOLDER[folder], about, texts }, findings }
}

/** Parts a Markdown text into its head, its preamble and its headed sections. */
export function readText(
  content: string,
  language: Language,
  file: string,
  findings: Finding[],
): ArticleText | undefined {
  const parted = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(content)
  if (!parted) {
    findings.push(missing(file, 'The text does not begin with a head between two lines of three dashes.'))
    return undefined
  }
  const head = readYaml(parted[1] ?? '', headShape, file, findings)
  const sections = readSections(parted[2] ?? '', file, findings)
  if (!head) return undefined
  const { title, summary, questions, translates, machine } = head
  const digest = digestOf([title, summary, ...sections.map((s) => `${s.id}\n${s.heading}\n${s.body}`)].join('\n'))
  const marks = { ...(translates ? { translates } : {}), ...(machine ? { machine } : {}) }
  return { language, title, summary, questions, sections, digest, ...marks }
}

const HEADING = /^##\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$/

function readSections(body: string, file: string, findings: Finding[]): Section[] {
  const sections: { id: string; heading: string; lines: string[] }[] = [{ id: 'about', heading: '', lines: [] }]
  for (const line of body.split(/\r?\n/)) {
    const heading = HEADING.exec(line)
    if (heading) {
      sections.push({ id: heading[2] ?? '', heading: heading[1] ?? '', lines: [] })
    } else if (/^#/.test(line)) {
      findings.push({
        rule: 'heading-without-id',
        severity: 'error',
        file,
        place: line,
        sentence: 'The heading has no identifier, or is not of the second level.',
        remedy: 'Write it as « ## Words {#identifier} ».',
      })
    } else {
      sections[sections.length - 1]?.lines.push(line)
    }
  }
  const seen = new Set<string>()
  for (const { id } of sections) {
    if (seen.has(id))
      findings.push({
        rule: 'same-heading-id',
        severity: 'error',
        file,
        place: id,
        sentence: `Two sections are called {#${id}}.`,
        remedy: 'Give each its own identifier.',
      })
    seen.add(id)
  }
  return sections
    .map(({ id, heading, lines }) => ({ id, heading, body: lines.join('\n').trim() }))
    .filter((s) => s.body)
}

/** Reads YAML of a shape; where it does not fit, a finding names each field. */
export function readYaml<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
  file: string,
  findings: Finding[],
): z.output<Shape> | undefined {
  let value: unknown
  try {
    value = readYamlText(text)
  } catch (error) {
    findings.push({
      rule: 'unreadable',
      severity: 'error',
      file,
      sentence: `The file cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason'}`,
      remedy: 'Mind the indents, and put words that hold « : » between quotation marks.',
    })
    return undefined
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    findings.push({
      rule: 'field',
      severity: 'error',
      file,
      place: issue.path.join('.') || 'whole file',
      sentence: `The field does not have its shape: ${issue.message}.`,
      remedy: 'LISEZMOI.md shows every field.',
    })
  }
  return undefined
}

function missing(file: string, sentence: string): Finding {
  return { rule: 'missing', severity: 'error', file, sentence, remedy: 'LISEZMOI.md shows what an article holds.' }
}
