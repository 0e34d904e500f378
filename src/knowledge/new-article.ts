import type { Folder } from './article.ts'
import type { Files } from './files.ts'
import { TO_WRITE, USUAL_SECTIONS } from './usual-sections.ts'
import { blockText } from './write-yaml.ts'

/** The files of an article that is begun: its title, the usual sections, and nothing that could be published yet. */
export function newArticle(folder: Folder, id: string, title: string, review: string): Files {
  const about = { audience: ['person'], review, status: 'unknown', contacts: [], related: [], sources: {} }
  const head = blockText({ title, summary: TO_WRITE, questions: [] }, 0)
  const sections = USUAL_SECTIONS.map(({ id: name, heading }) => `\n## ${heading} {#${name}}\n\n${TO_WRITE}\n`).join('')
  return new Map([
    [`${folder}/${id}/about.yaml`, blockText(about, 0)],
    [`${folder}/${id}/fr.md`, `---\n${head}---\n\n${TO_WRITE}\n${sections}`],
  ])
}
