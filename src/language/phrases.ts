import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LANGUAGES, type Language, ORIGINAL } from './languages.ts'
import { readYamlText } from './yaml.ts'

/** The house's own sentences, by name, in every language. */
export interface Phrases {
  /** The phrase of that name, its `{words}` filled in; throws where no such phrase exists. */
  say(name: string, language: Language, words?: Readonly<Record<string, string | number>>): string
  /** The phrases of a list, such as the ways of asking for a person. */
  list(name: string, language: Language): readonly string[]
}

type Tree = { readonly [name: string]: string | readonly string[] }

/** Reads `fr.yaml`, `en.yaml` … of a folder; throws a sentence where a phrase is missing in a language. */
export async function readPhrases(folder: string): Promise<Phrases> {
  const trees = new Map<Language, Tree>()
  for (const language of LANGUAGES) {
    trees.set(language, flat(readYamlText(await readFile(join(folder, `${language}.yaml`), 'utf8'))))
  }
  return phrasesOf(trees)
}

/** Phrases from trees already read; every name of the original must be there in every language, with the same `{words}`. */
export function phrasesOf(trees: ReadonlyMap<Language, Tree>): Phrases {
  const original = trees.get(ORIGINAL) ?? {}
  for (const [language, tree] of trees) {
    const missing = Object.keys(original).filter((name) => !(name in tree))
    const surplus = Object.keys(tree).filter((name) => !(name in original))
    if (missing.length || surplus.length) {
      throw new Error(
        `The phrases in « ${language} » differ from the French ones: missing ${missing.join(', ') || 'none'}, surplus ${surplus.join(', ') || 'none'}.`,
      )
    }
    for (const name of Object.keys(original)) {
      if (slots(original[name]) !== slots(tree[name])) {
        throw new Error(`The phrase « ${name} » does not hold the same {words} in « ${language} » as in French.`)
      }
    }
  }
  const find = (name: string, language: Language): string | readonly string[] => {
    const found = trees.get(language)?.[name]
    if (found === undefined) throw new Error(`There is no phrase « ${name} » in « ${language} ».`)
    return found
  }
  return {
    say: (name, language, words = {}) => {
      const found = find(name, language)
      const text = typeof found === 'string' ? found : (found[0] ?? '')
      return text.replace(/\{(\w+)\}/g, (whole, slot) => String(words[slot] ?? whole))
    },
    list: (name, language) => {
      const found = find(name, language)
      return typeof found === 'string' ? [found] : found
    },
  }
}

function slots(phrase: string | readonly string[] | undefined): string {
  if (typeof phrase !== 'string') return ''
  return [...new Set(phrase.match(/\{\w+\}/g) ?? [])].sort().join()
}

function flat(tree: unknown, prefix = ''): Tree {
  const names: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries((tree ?? {}) as Record<string, unknown>)) {
    const whole = prefix ? `${prefix}.${name}` : name
    if (typeof value === 'string') names[whole] = value.trimEnd()
    else if (Array.isArray(value)) names[whole] = value.map(String)
    else Object.assign(names, flat(value, whole))
  }
  return names
}
