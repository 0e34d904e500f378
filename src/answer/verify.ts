import { isLanguage } from '../language/languages.ts'
import { apart } from './apart.ts'
import { type Given, type Ground, SLOT } from './ground.ts'
import type { Drafted, Dropped, Fault, Held, Kept, Seen, Verified } from './verified.ts'
import { accordingOf } from './verify-according.ts'
import { alikeOf } from './verify-alike.ts'
import { besideOf } from './verify-beside.ts'
import { countedOf, namesOf } from './verify-facts.ts'
import { meaningOf } from './verify-meaning.ts'
import { citationOf, personalOf, slotsOf, typedOf } from './verify-tokens.ts'
import { comesBack, forbiddenOf, formOf, languageOf } from './verify-words.ts'

/** At most so many sentences, of so many characters. */
export const MOST_SENTENCES = 5

/**
 * Holds sentences to the text: what no cited passage carries is dropped, by name. Pure; trusts nothing of what a model
 * wrote. A passage in another language than the sentence's carries figures, dates and names, not its words.
 */
export function verify(drafted: readonly Drafted[], held: Held): Verified {
  const kept: Kept[] = []
  const dropped: Dropped[] = []
  for (const sentence of drafted.flatMap(apart)) {
    const fault = kept.length === MOST_SENTENCES ? { reason: 'too-many' as const } : faultOf(sentence, held)
    if (fault) dropped.push({ sentence: sentence.text, ...fault })
    else kept.push({ ...sentence, given: citedBy(sentence, held.ground) })
  }
  return { kept, dropped }
}

/** Whether what is left of a draft still answers: its first sentence stands, most of it does, and nothing was an attack. */
export function stillAnswers(drafted: readonly Drafted[], { kept, dropped }: Verified): boolean {
  const [first] = drafted.flatMap(apart)
  const attacked = dropped.some(({ reason }) => reason === 'echo' || reason === 'prompt-leak')
  return kept.length > 0 && kept[0]?.text === first?.text && kept.length >= dropped.length && !attacked
}

function citedBy({ passages }: Drafted, { given }: Ground): readonly Given[] {
  return given.filter(({ token }) => passages.includes(token))
}

/** The checks, in order; the first fault found names the reason. */
function faultOf(sentence: Drafted, held: Held): Fault | undefined {
  const { ground } = held
  const cited = citedBy(sentence, ground)
  const seen: Seen = { text: sentence.text, words: withWords(sentence.text, ground), cited }
  return (
    formOf(seen) ??
    comesBack(seen, held) ??
    citationOf(sentence, ground) ??
    slotsOf(seen) ??
    typedOf(seen) ??
    personalOf(seen) ??
    languageOf(seen, held) ??
    forbiddenOf(seen, held) ??
    countedOf(seen, held) ??
    namesOf(seen, held) ??
    besideOf(seen, held) ??
    (isLanguage(held.language)
      ? (meaningOf(seen, held.language) ?? accordingOf(seen, held.language) ?? alikeOf(seen, held, held.language))
      : undefined)
  )
}

/** A sentence with the words of its links in place of tokens, and nothing where telephones will stand. */
function withWords(text: string, { slots }: Ground): string {
  return text
    .replace(SLOT, (_, token: string) => slots.get(token)?.words ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
