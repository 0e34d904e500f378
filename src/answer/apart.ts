import type { Drafted } from './verified.ts'

/** What is written as one sentence is taken for as many as it is, each without the yes or no that opens it. */
export function apart({ text, passages }: Drafted): Drafted[] {
  return text
    .replace(/[*_`]+/g, '')
    .split(/(?<=[.!?؟。！？])\s+(?=[\p{Lu}\p{Script=Arabic}\p{Script=Han}])/u)
    .reduce<string[]>(joined, [])
    .map((each) => ({ text: withoutYes(each.replace(/\s+/g, ' ').trim()), passages }))
    .filter((each) => each.text !== '')
}

/** « 1200, boul. Saint-Laurent » ends no sentence. */
const SHORTENED =
  /(?<![\p{L}])(?:boul|blvd|av|ave|app|st|ste|no|n°|art|tél|tel|ext|p\. ?ex|etc|c\.p|m|mme|mr|mrs|dr|dre)\.$/iu

function joined(sentences: readonly string[], next: string): string[] {
  const last = sentences.at(-1)
  return last !== undefined && SHORTENED.test(last)
    ? [...sentences.slice(0, -1), `${last} ${next}`]
    : [...sentences, next]
}

/** Whether « oui » answers what was asked, no check can tell: what follows is said without it. */
const YES = /^(?:oui|non|yes|no|sí|si|نعم|كلا|لا|بلى)\s*(?:[,،.!:—–]+\s*|$)/iu

function withoutYes(sentence: string): string {
  const rest = sentence.replace(YES, '')
  return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1)
}
