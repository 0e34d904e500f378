import type { Language } from '../language/languages.ts'

/** A reply that counsellors have ready (`knowledge/desk/replies.yaml`): French, and what exists of the other languages. */
export interface CannedReply {
  readonly id: string
  /** What counsellors search it by, in French and English. */
  readonly title: Readonly<Record<'fr' | 'en', string>>
  /** Markdown with `{placeholders}` to be filled before it may be sent. */
  readonly text: Readonly<Partial<Record<Language, string>> & { fr: string }>
}
