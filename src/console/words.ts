import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../language/languages.ts'
import { phrasesOf } from '../language/phrases.ts'
import { typeset } from '../language/typography.ts'
import { readYamlText } from '../language/yaml.ts'

/** The languages that the console speaks to staff. */
export const CONSOLE_LANGUAGES = ['fr', 'en'] as const satisfies readonly Language[]
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number]

/** The console's sentences, by name. */
export interface Words {
  /** The sentence of that name, its `{words}` filled in and typeset; throws where there is none. */
  say(name: string, language: ConsoleLanguage, words?: Readonly<Record<string, string | number>>): string
}

/** Reads `fr.yaml` and `en.yaml` of a folder; throws a sentence where they differ in their names or `{words}`. */
export async function readWords(folder: string): Promise<Words> {
  const trees = await Promise.all(
    CONSOLE_LANGUAGES.map(async (language) => {
      const text = await readFile(join(folder, `${language}.yaml`), 'utf8')
      return [language, Object.fromEntries(named(readYamlText(text)))] as const
    }),
  )
  const phrases = phrasesOf(new Map<Language, Record<string, string>>(trees))
  return { say: (name, language, words) => typeset(phrases.say(name, language, words), language) }
}

/** The texts of a tree, each by its whole name, `page.title`. */
function named(tree: unknown, before = ''): [string, string][] {
  return Object.entries((tree ?? {}) as Record<string, unknown>).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? named(value, `${before}${name}.`)
      : [[`${before}${name}`, String(value ?? '').trimEnd()]],
  )
}
