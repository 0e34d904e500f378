import { forbiddenIn } from './forbidden.ts'
import { SLOT, wordsOf } from './ground.ts'
import { instructs } from './instructs.ts'
import { forNames, isNamed } from './names.ts'
import type { Fault, Held, Seen } from './verified.ts'
import { isOtherLanguage } from './written-in.ts'

const LONGEST = 420

/** So many words in a row are no coincidence. */
const SHINGLE = 8

export function formOf({ text, words }: Seen): Fault | undefined {
  const bare = text.replace(SLOT, '')
  if (text.length > LONGEST || !/\p{L}/u.test(words)) return { reason: 'form' }
  if (/[<>{}|\\#~^]|\p{Cc}|\p{Co}|\[●|●|\n/u.test(bare)) return { reason: 'form' }
  if (/[\u200b-\u200d\u2060\ufeff\u202a-\u202e]|[\u{e0000}-\u{e007f}]/u.test(bare)) return { reason: 'form' }
  const mixed = words
    .split(/[^\p{L}\p{M}]+/u)
    .find((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))
  if (mixed) return { reason: 'form', what: mixed }
  const run = words.split(/\s+/).find((word) => word.length > 38)
  return run ? { reason: 'form', what: run } : undefined
}

export function comesBack({ words, cited }: Seen, { instructions, question }: Held): Fault | undefined {
  if (instructs(words)) return { reason: 'echo' }
  const said = forNames(words)
  const shingles = shinglesOf(said)
  const ours = forNames(instructions)
  if (shingles.some((each) => ours.includes(each))) return { reason: 'prompt-leak' }
  const asked = forNames(question)
  const carried = cited.map((given) => forNames(wordsOf(given))).join(' ')
  const echoed = shingles.find((each) => asked.includes(each) && !carried.includes(each))
  return echoed ? { reason: 'echo', what: echoed } : undefined
}

function shinglesOf(said: string): string[] {
  const words = said.split(' ')
  return words.slice(0, Math.max(0, words.length - SHINGLE + 1)).map((_, at) => words.slice(at, at + SHINGLE).join(' '))
}

/** The language of a sentence is that of its own words: official names of the passages stand in it in theirs. */
export function languageOf({ text, cited }: Seen, { language }: Held): Fault | undefined {
  const carried = forNames(cited.map(wordsOf).join('\n'))
  const bare = text.replace(SLOT, ' ')
  const own = bare.replace(NAME_RUN, (run) => {
    const words = run.split(' ')
    for (let length = words.length; length > 0; length--) {
      if (isNamed(words.slice(0, length).join(' '), carried)) return words.slice(length).join(' ')
    }
    return run
  })
  const left = own.match(/\p{L}/gu)?.length ?? 0
  const scarce = left < (bare.match(/\p{L}/gu)?.length ?? 0) / 4
  return isOtherLanguage(scarce ? bare : own, language) ? { reason: 'other-language' } : undefined
}

/** A word with a capital, and what follows it up to a mark. */
const NAME_RUN = /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}\d'’-]*(?: [\p{Script=Latin}\d'’-]+)*/gu

export function forbiddenOf({ words }: Seen, { language }: Held): Fault | undefined {
  const forbidden = forbiddenIn(words, language)
  return forbidden && { reason: forbidden }
}
