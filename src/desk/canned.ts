import type { Language } from '../language/languages.ts'

/** A reply that counsellors have ready (`knowledge/desk/replies.yaml`): French, and what exists of the other languages. */
export interface CannedReply {
  readonly id: string
  /** What counsellors search it by, in French and English. */
  readonly title: Readonly<Record<'fr' | 'en', string>>
  /** Markdown with `{placeholders}` to be filled before it may be sent. */
  readonly text: Readonly<Partial<Record<Language, string>> & { fr: string }>
}

/** The names between braces, in the order of the text, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = '']) => name.trim()))]
}

/** Whether nothing is left to fill: no `{word}`, and no half of one from which a brace was deleted. */
export function isFilled(text: string): boolean {
  return !/\{[^{}\n]*\}|\{\p{L}|\p{L}\}/u.test(text)
}
