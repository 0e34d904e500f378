import type { Answer } from './answer.ts'
import { addUsage, NO_USAGE, type Usage } from './model.ts'

/** How well a model's answers were held to the text, over many questions. */
export interface Groundedness {
  readonly answers: number
  /** How the model's help ended, counted by name. */
  readonly endings: Readonly<Record<string, number>>
  readonly sentences: { readonly kept: number; readonly dropped: number }
  readonly reasons: Readonly<Record<string, number>>
  /** Figures in what was said that stand in no passage cited: there must be none. */
  readonly inventedFigures: readonly string[]
  readonly usage: Usage
}

/** Counts what became of a model's words; figures are counted anew and more simply, so that verification is not its own judge. */
export function groundedness(answers: readonly Answer[]): Groundedness {
  const withModel = answers.flatMap((answer) => (answer.model ? [{ answer, note: answer.model }] : []))
  const count = (names: readonly string[]) => {
    const counts: Record<string, number> = {}
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1
    return counts
  }
  return {
    answers: withModel.length,
    endings: count(withModel.map(({ note }) => note.ending)),
    sentences: {
      kept: withModel.reduce((sum, { note }) => sum + note.kept, 0),
      dropped: withModel.reduce((sum, { note }) => sum + note.dropped.length, 0),
    },
    reasons: count(withModel.flatMap(({ note }) => note.dropped.map(({ reason }) => reason))),
    inventedFigures: withModel.flatMap(({ answer }) => (answer.status === 'answered' ? inventedIn(answer) : [])),
    usage: withModel.reduce((sum, { note }) => addUsage(sum, note.usage), NO_USAGE),
  }
}

/** The runs of digits in the first paragraph, which is what a model wrote, that no passage or source of the answer holds. */
function inventedIn({ text, passages }: Answer): string[] {
  const plain = (words: string) =>
    words
      .normalize('NFKC')
      .replace(/[\p{Cf}]/gu, '')
      .replace(/(\d)[\s.,'’](?=\d{3}(?!\d))/g, '$1')
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  const [said = ''] = text.split('\n\n')
  const held = plain(
    passages
      .flatMap(({ title, heading, text, sources }) => [title, heading, text, ...sources.map(({ date }) => date ?? '')])
      .join('\n'),
  )
  const known = new Set(held.match(/\d+/g) ?? [])
  const bare = plain(said.replace(/\[\d+\]/g, ' '))
  return (bare.match(/\d+/g) ?? []).filter((digits) => !known.has(digits))
}
