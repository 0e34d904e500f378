import type { Language } from '../../language/languages.ts'
import { isLanguage, LANGUAGES, ORIGINAL } from '../../language/languages.ts'
import type { Visit } from '../visit.ts'
import type { ConsoleLanguage } from '../words.ts'
import type { LibraryFiles } from './files.ts'
import type { LibraryPages } from './resources.ts'

/** What every part of the library's pages is drawn with. */
export interface Drawing {
  readonly language: ConsoleLanguage
  say(name: string, words?: Readonly<Record<string, string | number>>): string
  /** Whether there are words of that name. */
  says(name: string): boolean
  readonly member: { readonly id: string; readonly name: string }
  readonly now: Date
  /** The day in the house's zone (YYYY-MM-DD). */
  readonly today: string
  readonly timeZone: string
}

export function drawingOf({ language, member }: Visit, { words }: LibraryFiles, pages: LibraryPages): Drawing {
  const now = pages.now()
  const timeZone = pages.timeZone(now)
  const say: Drawing['say'] = (name, slots) => words.say(name, language, slots)
  return {
    language,
    say,
    says: (name) => {
      try {
        return say(name) !== ''
      } catch {
        return false
      }
    },
    member: { id: member.id, name: member.name },
    now,
    today: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now),
    timeZone,
  }
}

/** What a language is called in the reader's own, as a heading begins. */
export function languageName(language: Language, { language: reads }: Pick<Drawing, 'language'>): string {
  const name = new Intl.DisplayNames([reads], { type: 'language' }).of(language) ?? language
  return name.slice(0, 1).toLocaleUpperCase(reads) + name.slice(1)
}

/** A language that an address asks for; French where it asks for none. */
export function languageOf(asked: unknown): Language {
  return isLanguage(asked) ? asked : ORIGINAL
}

export const TRANSLATIONS: readonly Language[] = LANGUAGES.filter((language) => language !== ORIGINAL)
