import type { EditableText } from '../src/knowledge/edit-text.ts'
import type { Asked, Deed } from './model-server.ts'

const TOKEN = /\[\^[a-z0-9-]+\]|\{\{[a-z0-9.-]+\}\}|\]\((?:source|article):[a-z0-9./-]+\)/g

/** Words as a model reads them, its tokens numbered, with the translation that has them in its own order. */
export function asAsked(french: string, other: string): readonly [string, string] {
  const numbers = new Map<string, string[]>()
  let count = 0
  const material = french.replace(TOKEN, (token) => {
    count += 1
    const number = `{{L${count}}}`
    numbers.set(token, [...(numbers.get(token) ?? []), number])
    return number
  })
  return [material, other.replace(TOKEN, (token) => numbers.get(token)?.shift() ?? token)]
}

const blocksOf = (body: string) => body.split(/\n\s*\n/)

/** All that is asked of a text, with what a person wrote for it in the other language. */
export function knownTranslations(french: EditableText, other: EditableText): Map<string, string> {
  const known = new Map<string, string>()
  const know = (one: string, two: string) => void known.set(...asAsked(one, two))
  know(french.title, other.title)
  know(french.summary, other.summary)
  know(french.questions.join('\n'), other.questions.join('\n'))
  for (const { id, heading, body } of french.sections) {
    const there = other.sections.find((section) => section.id === id)
    if (!there) throw new Error(`There is no section « ${id} » in the other language.`)
    know(heading, there.heading)
    const theirs = blocksOf(there.body)
    let stretch: string[] = []
    const end = () => {
      if (stretch.length) know(stretch.join('\n\n'), theirs.splice(0, stretch.length).join('\n\n'))
      stretch = []
    }
    for (const block of blocksOf(body)) {
      if (!block.startsWith('>')) {
        stretch.push(block)
        continue
      }
      end()
      theirs.shift()
      know(block.replace(/^>\s*/gm, ''), theirs.shift() ?? '')
    }
    end()
  }
  return known
}

/** A model that translates what it knows, changed as told; whatever else it is asked, it refuses. */
export function translates(
  known: ReadonlyMap<string, string>,
  changed: (translation: string, text: string) => string = (translation) => translation,
): (asked: Asked) => Deed {
  return ({ purpose, material }) => {
    if (purpose !== 'translate') return { fails: 400 }
    const { text } = JSON.parse(material) as { text: string }
    const translation = known.get(text)
    return translation === undefined
      ? { refuses: 'unknown words' }
      : { says: { translation: changed(translation, text) } }
  }
}
