import type { Shelf } from '../../dialog/shelf.ts'
import type { Content } from '../../knowledge/content.ts'
import { ORIGINAL } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'

/** A question that conditions speak of, with its answers, in the reader's language. */
export interface Question {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Who regulates a trade: it follows from the trade, and nobody is asked for it. */
const REGULATORS = ['order', 'ccq', 'qualified-trades', 'teaching', 'childcare', 'none', 'unknown']

/** The names that conditions may use, with their values: what the dialogs ask, and what follows from the trade. */
export function questionsAsked(shelf: Shelf, { articles }: Pick<Content, 'articles'>, drawing: Drawing): Question[] {
  const { language, say } = drawing
  const asked = new Map<string, Question>()
  for (const { questions } of shelf.dialogs.values()) {
    for (const [name, { kind, options }] of Object.entries(questions)) {
      const words = shelf.anyQuestion(name, language)
      if (kind !== 'choice' || asked.has(name) || !words) continue
      asked.set(name, {
        name,
        label: capital(words.name, language),
        options: options.map((value) => ({ value, label: words.options[value]?.label ?? value })),
      })
    }
  }
  return [
    ...asked.values(),
    {
      name: 'regulator',
      label: say('regulator.name'),
      options: REGULATORS.map((value) => ({ value, label: say(`regulator.${value}`) })),
    },
    {
      name: 'order',
      label: say('regulator.which-order'),
      options: articles
        .filter(({ kind }) => kind === 'order')
        .map(({ id, texts }) => ({ value: id, label: texts[ORIGINAL]?.title ?? id })),
    },
  ]
}

function capital(words: string, language: string): string {
  return words.slice(0, 1).toLocaleUpperCase(language) + words.slice(1)
}
