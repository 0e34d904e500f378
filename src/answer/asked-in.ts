import type { Library } from '../knowledge/library.ts'
import { nearness, type Written } from '../language/detect.ts'
import { detectExpecting, smallWordsOf } from '../language/detect-expecting.ts'
import type { Language } from '../language/languages.ts'
import type { Asked } from './answer.ts'

/** A question as the library is asked it in a conversation of a language: whoever asks in any other way, asks something else. */
export function askedIn(
  question: string,
  language: Language,
  library: Library,
): Pick<Asked, 'question' | 'language' | 'writtenIn' | 'foreign'> {
  const written = writtenAs(question, language, library)
  if (written === undefined || written === language) return { question, language }
  return { question, language, ...(written === 'other' ? { foreign: true } : { writtenIn: written }) }
}

/**
 * The language of a question in a conversation of a language. A short one that may as well be of that language, and
 * that the library surely answers in it and not in the other, is of that language.
 */
export function writtenAs(question: string, language: Language, library: Library): Written {
  const written = detectExpecting(question, language)
  if (written === undefined || written === language) return written
  return mayBe(language, written, question) && isOnlyHere(language, written, question, library) ? language : written
}

/** How near words must be to a language, beside the one that they are nearest to. */
const NEAR = 0.8
/** The same, beside the nearest of our languages. */
const NEAREST = 0.95

function mayBe(language: Language, written: Language | 'other', question: string): boolean {
  const near = nearness(question)
  const small = smallWordsOf(question)
  if (near[language] < NEAR) return false
  if (written === 'other') return near[language] >= Math.max(near.fr, near.en, near.es) * NEAREST
  return small(language) >= small(written)
}

function isOnlyHere(language: Language, written: Language | 'other', question: string, library: Library): boolean {
  const isSure = (each: Language) => library.search(question, each).certainty === 'sure'
  return isSure(language) && (written === 'other' || !isSure(written))
}
