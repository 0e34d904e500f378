import type { Language } from '../../language/languages.ts'
import type { ConsoleLanguage } from '../words.ts'
import type { Wish } from './wish.ts'

/** What every part of the desk's pages is drawn with. */
export interface Drawing {
  readonly language: ConsoleLanguage
  say(name: string, words?: Readonly<Record<string, string | number>>): string
  /** Who looks. */
  readonly member: { readonly id: string; readonly name: string }
  /** Whether they may read who did what. */
  readonly mayAudit: boolean
  readonly now: Date
  /** In which times are shown (IANA). */
  readonly timeZone: string
  /** What is asked of the inbox; every link keeps it. */
  readonly wish: Wish
  /** A person's answers in words. */
  inWords(situation: Readonly<Record<string, string>>): readonly { readonly name: string; readonly answer: string }[]
  /** Where staff read an article. */
  articleAddress(article: string): string | undefined
}

/** What a language is called in the reader's own. */
export function languageName(language: Language, { language: reads }: Pick<Drawing, 'language'>): string {
  const names = NAMES.get(reads) ?? new Intl.DisplayNames([reads], { type: 'language' })
  NAMES.set(reads, names)
  return names.of(language) ?? language
}

/** Made once for each reader's language: making one takes longer than a whole inbox. */
const NAMES = new Map<string, Intl.DisplayNames>()
