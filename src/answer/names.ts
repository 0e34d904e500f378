import { fold, tokens } from '../language/text.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words with a capital that name nothing a person could be sent to. */
const EVERYWHERE = new Set(
  `quebec quebecois quebecoise passerelle internet web francais francaise anglais espagnol arabe french english spanish
  arabic frances ingles espanol arabe i
  posez gardez appelez utilisez consultez verifiez contactez informez renseignez adressez conservez rassemblez preparez
  commencez regardez rappelez confirmez ajoutez faites attendez allez ouvrez choisissez remplissez payez obtenez sachez
  parlez continuez terminez apprenez evitez start begin look add open choose fill read send empiece mire abra elija lea
  notez prenez suivez comparez ask check call keep use contact note collect prepare compare follow pregunte consulte
  llame conserve guarde use reuna prepare siga verifique`.split(/\s+/),
)
/** Who stands before a person's name, in small letters too. */
const BEFORE_A_NAME =
  /(?<!\p{L})(?:madame|monsieur|mme|mlle|mr|mrs|ms|miss|dre?|docteure?|doctor|senor|senora|sra?|dona|السيد|السيده|الدكتور|الدكتوره|الاستاذ|الاستاذه|الانسه)\.?\s+(\p{L}+)/gu
const NAMED = /(?<!\p{L})(?:nomme|nommee|appele|appelee|named|called|llamad[oa]|يدعي|تدعي|اسمه|اسمها)\s+(\p{L}+)/gu
/** What is named by the words after it, in a script without capitals. */
const BODY =
  /(?<!\p{L})(?:و|ب|ل|ف)?(?:مكتب|وزاره|جامعه|شركه|موسسه|كليه|نقابه|جمعيه|مركز|معهد|برنامج|هييه|مدرسه|مدينه|مستشفي)\s+((?:\p{L}{2,}\s*){1,3})/gu
/** Words after a body that say something of it and name nothing. */
const NO_NAME =
  /^(?:و?تابعه?|واحده?|فقط|التي|الذي|في|من|علي|مع|عن|الي|هي|هو|او|اخري|كل|و?لل?\p{L}{4,}|مهنيه|رسميه?|خاصه?)$/u

/** The proper names of a sentence, folded: runs of words with a capital, and what titles and bodies are followed by. */
export function namesIn(sentence: string, { isOrdinary }: Pick<Vocabulary, 'isOrdinary'>): readonly string[] {
  const names: string[] = []
  const starts = [...sentence.matchAll(/(?:^|[.!?:;؟]\s+|[«"“(]\s*)(?=\p{Lu})/gu)].map(
    (match) => match.index + match[0].length,
  )
  const runs = sentence.matchAll(
    /(?<![\p{L}\d])\p{Lu}[\p{L}\d]*(?:[-'’]\p{L}[\p{L}\d]*)*(?: \p{Lu}[\p{L}\d]*(?:[-'’]\p{L}[\p{L}\d]*)*)*/gu,
  )
  for (const run of runs) {
    const parts = run[0].split(' ').flatMap((word) => word.split(/[-'’]/).map(partOf))
    const opens = parts[0] !== undefined && starts.includes(run.index) && isOpening(parts[0], isOrdinary)
    for (const name of sideBySide(opens ? parts.slice(1) : parts)) {
      if (!name.every(({ folded }) => EVERYWHERE.has(folded))) names.push(name.map(({ folded }) => folded).join(' '))
    }
  }
  const folded = fold(sentence)
  for (const [, name = ''] of folded.matchAll(BEFORE_A_NAME)) names.push(name)
  for (const [, name = ''] of folded.matchAll(NAMED)) if (!isOrdinary(name)) names.push(name)
  for (const [, words = ''] of folded.matchAll(BODY)) {
    const name = words.trim().split(/\s+/)
    const end = name.findIndex((word) => NO_NAME.test(word))
    if (end !== 0) names.push(name.slice(0, end < 0 ? name.length : end).join(' '))
  }
  return names
}

interface Part {
  readonly word: string
  readonly folded: string
}

function partOf(word: string): Part {
  return { word, folded: fold(word) }
}

/** Words with a capital that nothing parts: « l'OIIQ » holds one name, « OIIQ's Office » two, and a single letter is none. */
function sideBySide(parts: readonly Part[]): Part[][] {
  const names: Part[][] = [[]]
  for (const part of parts) {
    if (/^\p{Lu}/u.test(part.word) && part.word.length > 1) names.at(-1)?.push(part)
    else names.push([])
  }
  return names.filter((name) => name.length > 0)
}

/** « Confírmelo », « Pregúntele » */
const ENCLITIC = /(?:se)?(?:l[aeo]s?|me|nos)$/

/** A word that only begins a sentence: it is an ordinary one, and not written all in capitals. */
function isOpening({ word, folded }: Part, isOrdinary: (word: string) => boolean): boolean {
  const capitals = word.length > 1 && word === word.toUpperCase()
  return !capitals && (isOrdinary(folded) || isOrdinary(folded.replace(ENCLITIC, '')))
}

/** Whether a name stands in words, its own words side by side. */
export function isNamed(name: string, said: string): boolean {
  const wanted = tokens(name)
  return wanted.length === 0 || ` ${said} `.includes(` ${wanted.join(' ')} `)
}

/** Words as names are looked for in them. */
export function forNames(text: string): string {
  return tokens(text.replace(/(\p{L})['’](?=\p{L})/gu, '$1 ')).join(' ')
}
