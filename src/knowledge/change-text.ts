import type { ArticleText, Section } from './article.ts'
import { editableText, editText } from './edit-text.ts'
import { blockText } from './write-yaml.ts'

/** What the Markdown file of a language says. */
export type Wording = Pick<ArticleText, 'title' | 'summary' | 'questions' | 'sections' | 'translates'>

/** The same Markdown file with another wording, whole: what keeps its words keeps its bytes. Without a file, a new one. */
export function changeText(text: string | undefined, wanted: Wording): string {
  const { title, summary, questions, translates, sections } = wanted
  const head = { title, summary, questions, ...(translates ? { translates } : {}) }
  const body = `\n${sections.map(written).join('\n\n')}\n`
  if (text === undefined) return `---\n${blockText(head, 0)}---\n${body}`
  const here = editableText(text).sections.filter((section) => section.body)
  if (idsOf(here) === idsOf(sections)) return editText(text, { ...head, sections })
  const [, newHead = ''] = /^---\r?\n([\s\S]*?\r?\n)---(?:\r?\n|$)/.exec(editText(text, head)) ?? []
  return `---\n${newHead}---\n${body}`
}

function idsOf(sections: readonly { readonly id: string }[]): string {
  return sections.map(({ id }) => id).join()
}

function written({ id, heading, body }: Section): string {
  return id === 'about' ? body : `## ${heading} {#${id}}\n\n${body}`
}
