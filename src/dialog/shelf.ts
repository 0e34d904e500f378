import { join } from 'node:path'
import type { Language } from '../language/languages.ts'
import type { Dialog } from './define.ts'
import { type Occupations, readOccupations } from './occupations.ts'
import { type DialogWords, type QuestionWords, readWords, type WordsByLanguage } from './words.ts'

/** Every dialog with its words: what a conversation takes from. */
export interface Shelf {
  readonly dialogs: ReadonlyMap<string, Dialog>
  readonly occupations: Occupations
  words(dialog: string, language: Language): DialogWords
  /** The words of a question: the dialog's own, or those that all dialogs share. */
  question(dialog: string, question: string, language: Language): QuestionWords
  /** The words of a question wherever it is asked, for reasons and summaries. */
  anyQuestion(question: string, language: Language): QuestionWords | undefined
}

/** Reads the words of every dialog. Throws a sentence where a question or an option has no words in a language. */
export async function readShelf(root: string, dialogs: readonly Dialog[]): Promise<Shelf> {
  const shared = await readWords(join(root, 'questions'))
  const own = new Map<string, WordsByLanguage>()
  for (const { id } of dialogs) own.set(id, await readWords(join(root, id)))
  const occupations = await readOccupations(root)
  return makeShelf(dialogs, own, shared, occupations)
}

export function makeShelf(
  dialogs: readonly Dialog[],
  own: ReadonlyMap<string, WordsByLanguage>,
  shared: WordsByLanguage,
  occupations: Occupations,
): Shelf {
  const words = (dialog: string, language: Language): DialogWords => {
    const found = own.get(dialog)?.[language]
    if (!found) throw new Error(`The dialog « ${dialog} » has no words in « ${language} ».`)
    return found
  }
  return {
    dialogs: new Map(dialogs.map((each) => [each.id, each])),
    occupations,
    words,
    question: (dialog, question, language) => {
      const found = words(dialog, language).questions[question] ?? shared[language].questions[question]
      if (!found) throw new Error(`The question « ${question} » of « ${dialog} » has no words in « ${language} ».`)
      return found
    },
    anyQuestion: (question, language) =>
      shared[language].questions[question] ??
      [...own.values()].map((each) => each[language].questions[question]).find((each) => each !== undefined),
  }
}
