import type { Folder } from './article.ts'
import type { Files } from './files.ts'
import { blockText } from './write-yaml.ts'

/** What a person looks for in every article, as French headings. */
const HEADINGS: readonly (readonly [string, string])[] = [
  ['who', "À qui cela s'adresse"],
  ['next', 'Que faire maintenant'],
  ['contact', 'Qui joindre'],
  ['since', 'Ce qui a changé depuis le plan'],
]
/** What stands where nothing is written yet: it has no source, so it cannot be published. */
const TO_WRITE = 'À écrire.'

/** The files of an article that is begun: its title, the usual sections, and nothing that could be published yet. */
export function newArticle(folder: Folder, id: string, title: string, review: string): Files {
  const about = { audience: ['person'], review, status: 'unknown', contacts: [], related: [], sources: {} }
  const head = blockText({ title, summary: TO_WRITE, questions: [] }, 0)
  const sections = HEADINGS.map(([name, heading]) => `\n## ${heading} {#${name}}\n\n${TO_WRITE}\n`).join('')
  return new Map([
    [`${folder}/${id}/about.yaml`, blockText(about, 0)],
    [`${folder}/${id}/fr.md`, `---\n${head}---\n\n${TO_WRITE}\n${sections}`],
  ])
}
