import type { ArticleText } from './article.ts'
import { type ExplainedTerm, explainedTerms } from './explained-terms.ts'
import { type Glossary, NO_GLOSSARY } from './glossary.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { syllables } from './syllables.ts'

/** A sentence of more words than a person keeps in mind, by its place in the section's Markdown. */
export interface LongSentence {
  readonly from: number
  readonly to: number
  readonly words: number
  /** As it stands in the text. */
  readonly text: string
}

export const LEVELS = [
  'très facile',
  'facile',
  'assez facile',
  'courant',
  'assez difficile',
  'difficile',
  'très difficile',
] as const
export type Level = (typeof LEVELS)[number]

/** How easily a French text is read. */
export interface Readability {
  /** From 0 (hard) to 100 (easy); nothing where there is no sentence. */
  readonly score?: number
  readonly level?: Level
  readonly words: number
  readonly sentences: number
  readonly longSentences: readonly LongSentence[]
  readonly terms: readonly ExplainedTerm[]
}

/** Past this many words a sentence is long. */
export const LONG = 25

/** Reads a section's French Markdown. */
export function readability(body: string, glossary: Glossary = NO_GLOSSARY): Readability {
  const sentences = sentencesOf(body)
  return {
    ...scored(sentences),
    longSentences: sentences
      .filter(({ words }) => words.length > LONG)
      .map(({ from, to, words }) => ({ from, to, words: words.length, text: body.slice(from, to).trim() })),
    terms: explainedTerms(body, glossary),
  }
}

/** Reads a French text section by section, by the sections' ids, and as a whole (its summary with it). */
export function readabilityOf(
  text: Pick<ArticleText, 'summary' | 'sections'>,
  glossary: Glossary = NO_GLOSSARY,
): {
  readonly whole: Omit<Readability, 'longSentences' | 'terms'>
  readonly sections: ReadonlyMap<string, Readability>
} {
  const all = [text.summary, ...text.sections.map(({ body }) => body)].flatMap(sentencesOf)
  return {
    whole: scored(all),
    sections: new Map(text.sections.map(({ id, body }) => [id, readability(body, glossary)])),
  }
}

function scored(sentences: readonly Sentence[]): Omit<Readability, 'longSentences' | 'terms'> {
  const words = sentences.flatMap((sentence) => sentence.words)
  const spoken = words.filter(isSpoken)
  const counts = { words: words.length, sentences: sentences.length }
  if (spoken.length === 0) return counts
  const score = kandelMoles(
    words.length / sentences.length,
    spoken.reduce((sum, word) => sum + syllables(word), 0) / spoken.length,
  )
  return { ...counts, score, level: levelOf(score) }
}

/** Figures and initials have no syllables that spelling could tell. */
function isSpoken(word: string): boolean {
  return /\p{Ll}/u.test(word) && !/\p{N}/u.test(word)
}

/**
 * Flesch's reading ease fitted to French by L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue
 * française », Cahiers d'études de radio-télévision, no 19, 1958, p. 253-274; kept between 0 and 100.
 */
export function kandelMoles(wordsASentence: number, syllablesAWord: number): number {
  const score = 207 - 1.015 * wordsASentence - 73.6 * syllablesAWord
  return Math.round(Math.min(100, Math.max(0, score)))
}

/** Flesch's seven steps. */
export function levelOf(score: number): Level {
  const step = [90, 80, 70, 60, 50, 30].findIndex((least) => score >= least)
  return LEVELS[step < 0 ? LEVELS.length - 1 : step] ?? 'très difficile'
}
