import type { News } from '../../conversation/conversation.ts'
import type { CannedReply } from '../../desk/canned.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Language } from '../../language/languages.ts'

/** A passage of the library that may be put into a reply. */
export interface FoundPassage {
  readonly article: string
  readonly title: string
  /** The heading it stands under, or nothing. */
  readonly section: string
  /** Markdown. */
  readonly text: string
  /** Where anybody may read it. */
  readonly address?: string
}

/** What the desk's pages need from the house. */
export interface DeskResources {
  readonly desk: Desk
  search(query: string, language: Language): readonly FoundPassage[]
  canned(): readonly CannedReply[]
  /** A person's answers in words. */
  inWords(
    situation: Readonly<Record<string, string>>,
    language: Language,
  ): readonly { readonly name: string; readonly answer: string }[]
  /** Where staff read an article; nothing where there is no such place. */
  articleAddress(article: string): string | undefined
  /** The desk's time zone (IANA). */
  readonly timeZone: string
  readonly news: News
  now(): Date
  onError(error: unknown): void
}
