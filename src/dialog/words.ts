import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { readYamlText } from '../language/yaml.ts'

const optionShape = z.strictObject({
  label: z.string().min(1).max(60),
  /** Other ways of saying it, found in the middle of a story as well. */
  also: z.array(z.string()).default([]),
  /** Ways that only answer the open question, in a few words: « au Québec », « cours » stand in many a sentence by accident. */
  alone: z.array(z.string()).default([]),
  /** Words beside which it is in doubt: « étudié » makes « au Maroc » a place of study. */
  unless: z.array(z.string()).default([]),
})

const questionShape = z.strictObject({
  /** The question, as it is asked. */
  ask: z.string().min(3),
  /** Why it is asked. */
  why: z.string().min(3),
  /** What it is about, as in « modifier mon métier ». */
  name: z.string().min(2),
  /** Other ways of naming it. */
  also: z.array(z.string()).default([]),
  options: z.record(z.string(), optionShape).default({}),
})
export type QuestionWords = z.infer<typeof questionShape>

const dialogShape = z.strictObject({
  title: z.string().min(2),
  /** Ways of asking for this dialog. */
  opens: z.array(z.string()).default([]),
  intro: z.string().optional(),
  questions: z.record(z.string(), questionShape).default({}),
  /** Sentences of its own, by name, such as what is said above the articles of an ending. */
  says: z.record(z.string(), z.string()).default({}),
})
export type DialogWords = z.infer<typeof dialogShape>

/** The words of one folder of dialogs, in every language. */
export type WordsByLanguage = Readonly<Record<Language, DialogWords>>

/** Reads `fr.yaml`, `en.yaml` … of a dialog's folder; throws a sentence naming the file and the field that is wrong. */
export async function readWords(folder: string): Promise<WordsByLanguage> {
  const read = await Promise.all(
    LANGUAGES.map(async (language) => {
      const file = join(folder, `${language}.yaml`)
      const parsed = dialogShape.safeParse(readYamlText(await readFile(file, 'utf8')))
      if (!parsed.success) {
        const issue = parsed.error.issues[0]
        throw new Error(`The words of a dialog are wrong in ${file}, at ${issue?.path.join('.')}: ${issue?.message}.`)
      }
      return [language, parsed.data] as const
    }),
  )
  return Object.fromEntries(read) as Record<Language, DialogWords>
}

/** The names of the folders that hold a dialog's words, besides those of the shared questions. */
export async function wordFolders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'phrases' && entry.name !== 'questions')
    .map(({ name }) => name)
}
