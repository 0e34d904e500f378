import type { EditableText, TextEdit } from './edit-text.ts'

/** A part of a text that is translated as one: a section goes with its heading. */
export type TextPart = 'title' | 'summary' | 'questions' | `section.${string}`

/** What a translation was made of, and how it reads where people read it. */
export interface Before {
  readonly french: EditableText
  readonly own: EditableText
}

/** Which parts of a translation a machine may write. */
export interface ToTranslate {
  readonly parts: readonly TextPart[]
  /** Whether the whole text follows the French as soon as these parts do. */
  readonly isAll: boolean
}

/**
 * The parts that are empty, and those whose French changed since while nobody has touched them. What somebody wrote
 * stays, unless all is to be replaced.
 * @param before nothing where the French that the translation follows is no longer known
 */
export function toTranslate(
  french: EditableText,
  own: EditableText,
  before: Before | undefined,
  replace: boolean,
): ToTranslate {
  const written = partsOf(french).filter((part) => bodyOf(french, part) !== '')
  const isEmpty = (part: TextPart) => bodyOf(own, part) === ''
  const isBehind = (part: TextPart) =>
    part !== 'questions' && before !== undefined && wordsOf(before.french, part) !== wordsOf(french, part)
  const isUntouched = (part: TextPart) => before !== undefined && wordsOf(before.own, part) === wordsOf(own, part)
  const parts = written.filter((part) => replace || isEmpty(part) || (isBehind(part) && isUntouched(part)))
  const left = written.filter((part) => !parts.includes(part))
  return { parts, isAll: left.every((part) => part === 'questions' || (before !== undefined && !isBehind(part))) }
}

/** What an edit keeps of these parts: those that still read as they did when it was begun. */
export function unlessTouched(edit: TextEdit, then: EditableText, now: EditableText): TextEdit {
  const { title, summary, questions, sections = [] } = edit
  const isSame = (part: TextPart) => wordsOf(then, part) === wordsOf(now, part)
  return {
    ...(title !== undefined && isSame('title') ? { title } : {}),
    ...(summary !== undefined && isSame('summary') ? { summary } : {}),
    ...(questions && isSame('questions') ? { questions } : {}),
    sections: sections.filter(({ id }) => isSame(`section.${id}`)),
  }
}

/** The parts that an edit writes. */
export function partsIn({ title, summary, questions, sections = [] }: TextEdit): readonly TextPart[] {
  return [
    ...(title === undefined ? [] : (['title'] as const)),
    ...(summary === undefined ? [] : (['summary'] as const)),
    ...sections.map(({ id }) => `section.${id}` as const),
    ...(questions ? (['questions'] as const) : []),
  ]
}

function partsOf({ sections }: EditableText): readonly TextPart[] {
  return ['title', 'summary', ...sections.map(({ id }) => `section.${id}` as const), 'questions']
}

/** What a part says, without its heading. */
function bodyOf(text: EditableText, part: TextPart): string {
  if (part === 'questions') return text.questions.join('\n').trim()
  if (part === 'title' || part === 'summary') return text[part].trim()
  return sectionIn(text, part)?.body.trim() ?? ''
}

function wordsOf(text: EditableText, part: TextPart): string {
  const heading = sectionIn(text, part)?.heading ?? ''
  return `${heading}\n${bodyOf(text, part)}`
}

/** The section that a part names, where it names one. */
export function sectionIn({ sections }: EditableText, part: TextPart) {
  return sections.find(({ id }) => part === `section.${id}`)
}
