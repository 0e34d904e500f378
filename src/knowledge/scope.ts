import { z } from 'zod'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { factShape, sourceShape } from './article.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { readYaml } from './read.ts'

const sourceElsewhere = z.string().regex(/^[a-z0-9.-]+\/[a-z0-9-]+$/)

function inEveryLanguage<Shape extends z.ZodType>(shape: Shape) {
  return z.strictObject(Object.fromEntries(LANGUAGES.map((language) => [language, shape])) as Record<Language, Shape>)
}
/**
 * Words, or phrases whose words follow one another with a word or two between them at most. They are compared by
 * stems, without articles; `=word` wants the word itself, `= some words` each of them.
 */
const terms = inEveryLanguage(z.array(z.string().min(2)))
export type Terms = z.infer<typeof terms>

const topicShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Words by which a message is about this topic. */
  terms,
  /** Words that only speak of this topic: with a word of ours beside them, or a sure answer, the message is ours. */
  mentions: terms.optional(),
  /** Words that make it ours after all, such as « permis d'exercice ». */
  unless: terms.optional(),
  /** What is said, naming the right door; with the tokens of an article. */
  says: inEveryLanguage(z.string().min(10)),
  sources: z.record(z.string(), z.union([sourceShape, sourceElsewhere])),
  facts: z.record(z.string(), factShape).optional(),
  /** Articles of ours that may help all the same. */
  offers: z.array(z.string()),
})
export type Topic = z.infer<typeof topicShape>

const scopeShape = z.strictObject({
  review: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Words of our own trade. */
  ours: terms,
  emergencies: z.array(topicShape.extend({ kind: z.enum(['danger', 'distress']) })),
  outOfScope: z.array(topicShape),
})

/** What comes before the library: emergencies, and topics that other doors answer. */
export type Scope = z.infer<typeof scopeShape>

/** A library without a scope of its own: nothing is an emergency, nothing is out of scope. */
export const NO_SCOPE: Scope = {
  review: '9999-12-31',
  ours: { fr: [], en: [], es: [], ar: [] },
  emergencies: [],
  outOfScope: [],
}

/** Reads `scope.yaml` among the files of content; what is wrong with it becomes findings. */
export function readScope(files: Files, findings: Finding[]): Scope {
  const text = files.get('scope.yaml')
  if (text === undefined) {
    findings.push({
      rule: 'missing',
      severity: 'error',
      file: 'scope.yaml',
      sentence: 'The content folder does not say what is an emergency and what is out of scope.',
      remedy: 'Write scope.yaml, or bring it back from the last version.',
    })
    return NO_SCOPE
  }
  return readYaml(text, scopeShape, 'scope.yaml', findings) ?? NO_SCOPE
}
