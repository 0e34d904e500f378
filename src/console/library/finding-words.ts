import { articlePath } from '../../knowledge/files.ts'
import type { Finding } from '../../knowledge/finding.ts'
import { isLanguage } from '../../language/languages.ts'
import { sectionName } from './difference-part.tsx'
import { type Drawing, languageName } from './drawing.ts'
import type { PartName } from './read-form.ts'

/** What the rule says of it, in the reader's language where there are words for it, else as the rule says it. */
export function sentenceOf({ rule, sentence, place }: Finding, { say, says }: Drawing): string {
  if (!says(`finding.${rule}.sentence`)) return sentence
  const [, quoted = ''] = /«\s*(.*?)\s*»/.exec(sentence) ?? []
  const field = (place ?? '').split('.').at(-1) ?? ''
  const named = says(`field.${field}.label`) ? say(`field.${field}.label`) : (place ?? '')
  return say(`finding.${rule}.sentence`, { what: quoted, where: named })
}

export function remedyOf({ rule, remedy }: Finding, { say, says }: Drawing): string {
  return says(`finding.${rule}.remedy`) ? say(`finding.${rule}.remedy`) : remedy
}

/** Where it stands: the article where it is another one, the language or the part, and the section. */
export function placeOf(finding: Finding, drawing: Drawing, article?: string): string {
  const place = articlePath(finding.file) ? placeInArticle(finding, drawing) : placeBeside(finding, drawing)
  return article === undefined ? place : `${article} · ${place}`
}

/** A file that belongs to no article, such as the glossary. */
function placeBeside({ file }: Finding, { say, says }: Drawing): string {
  const name = `findings.beside.${file.replace(/^.*\//, '').replace(/\.\w+$/, '')}`
  return says(name) ? say(name) : file
}

function placeInArticle(finding: Finding, drawing: Drawing): string {
  const name = articlePath(finding.file)?.name.replace(/\.md$/, '')
  const part = isLanguage(name) ? languageName(name, drawing) : drawing.say(`part.${partOfFinding(finding)}`)
  const isWhole = !finding.place || finding.place === 'translates'
  return !isWhole && isLanguage(name) ? `${part} · ${placeName(finding.place ?? '', drawing)}` : part
}

function placeName(place: string, drawing: Drawing): string {
  return drawing.says(`field.${place}.label`) ? drawing.say(`field.${place}.label`) : sectionName(place, drawing)
}

/** The part of the article in which it is mended. */
export function partOfFinding({ file, place = '' }: Finding): PartName {
  const name = articlePath(file)?.name.replace(/\.md$/, '')
  if (isLanguage(name)) return name
  const [first = ''] = place.split(/[.,\s]/)
  return first === 'facts' || first === 'sources' || first === 'concerns' ? first : 'about'
}
