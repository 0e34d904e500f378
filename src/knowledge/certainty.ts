/** Whether the best article answers: surely, perhaps, or not at all. */
export type Certainty = 'sure' | 'unsure' | 'nothing'

/** What a search tells of its best article. */
export interface Evidence {
  readonly score: number
  /** Score of the second article. */
  readonly next: number
  /** How much the words of the question would tell if they were found (the sum of their rarities). */
  readonly asked: number
}

/** Below this strength nothing is said; from SURE on the article answers, where it stands clear of the second. */
const ENOUGH = 1.45
const SURE = 2.1
const CLEAR = 0.15
/** A question tells so much in two rare words; what a longer one tells beyond counts by its cube root. */
const WHOLE_QUESTION = 8
/** A question tells nothing by words that every text holds. */
const LEAST = 1

/**
 * Strength is the evidence found for each unit of what was asked: 0 where no word of the question is known, about 1
 * where chance words are, 2 and more where the subject is. Words that the library does not know count as asked and not
 * found, so that « taxes », « visa » or « recipe » weaken an answer; a long story need not be found whole.
 *
 * The limits are set on the articles' own questions, each held out of the index (97 of 100 keep an answer; where we are
 * sure, 95 of 100 are right), against questions of everyday life in Germany (integreat-qa; 16 of 100 get an answer
 * before the screen of topics that are not ours, 4 a sure one).
 */
export function certaintyOf({ score, next, asked }: Evidence): Certainty {
  if (score === 0 || asked === 0) return 'nothing'
  const whole = Math.max(asked, LEAST)
  const strength = score / (whole <= WHOLE_QUESTION ? whole : WHOLE_QUESTION * Math.cbrt(whole / WHOLE_QUESTION))
  if (strength < ENOUGH) return 'nothing'
  return strength >= SURE && score - next >= CLEAR * score ? 'sure' : 'unsure'
}
