import { z } from 'zod'
import type { Language } from '../language/languages.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { readYaml } from './read.ts'

const words = z.array(z.string().min(1)).min(1)

const entryShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** In each language the official term first, then what people say. */
  fr: words,
  en: words,
  es: words,
  ar: words,
  /** What people say in languages that we do not speak: understood, never shown. */
  other: words.optional(),
})
export type GlossaryEntry = z.infer<typeof entryShape>

const glossaryShape = z.strictObject({ terms: z.array(entryShape) })

/** The terms of recognition, and the ordinary words that mean the same. */
export interface Glossary {
  readonly entries: readonly GlossaryEntry[]
  /** Groups of words (or phrases) that mean the same in a language, for its searcher. */
  synonyms(language: Language): readonly (readonly string[])[]
}

export function glossaryOf(entries: readonly GlossaryEntry[]): Glossary {
  return {
    entries,
    synonyms: (language) =>
      entries.map((entry) => [...entry[language], ...(entry.other ?? [])]).filter((group) => group.length > 1),
  }
}

/** A glossary that holds nothing. */
export const NO_GLOSSARY: Glossary = glossaryOf([])

/** Reads `glossary.yaml` among the files of content; what is wrong with it becomes findings. */
export function readGlossary(files: Files, findings: Finding[]): Glossary {
  const file = 'glossary.yaml'
  const text = files.get(file)
  if (text === undefined) {
    findings.push({
      rule: 'missing',
      severity: 'error',
      file,
      sentence: 'The content folder has no glossary.',
      remedy: 'Write one that begins « terms: [] ».',
    })
    return NO_GLOSSARY
  }
  const read = readYaml(text, glossaryShape, file, findings)
  if (!read) return NO_GLOSSARY
  const seen = new Set<string>()
  for (const { id } of read.terms) {
    if (seen.has(id)) {
      findings.push({
        rule: 'same-term-id',
        severity: 'error',
        file,
        place: id,
        sentence: `Two terms are called « ${id} ».`,
        remedy: 'Make them one, or give each its own identifier.',
      })
    }
    seen.add(id)
  }
  return glossaryOf(read.terms)
}
