import { z } from 'zod'
import { instructs } from '../answer/instructs.ts'
import { digestOf } from '../knowledge/digest.ts'
import type { Finding } from '../knowledge/finding.ts'
import { readYaml } from '../knowledge/read.ts'
import { LANGUAGES, type Language, ORIGINAL } from '../language/languages.ts'
import { type CannedReply, placeholdersIn } from './canned.ts'
import { followFile } from './follow-file.ts'
import { type FileRead, readStaffFile, withLines } from './staff-file.ts'

/** Where the replies are kept, below the content folder. */
export const REPLIES_FILE = 'desk/replies.yaml'

const text = z
  .string({ error: 'a text is missing' })
  .trim()
  .min(1, 'a text is empty')
  .max(1500, 'a reply has 1500 characters at most')
const digest = z.string().regex(/^[0-9a-f]{12}$/, 'it is no digest; « npm run check » says which one to write')

const replyShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'an identifier has small letters without accents, digits and hyphens'),
  title: z.strictObject({ fr: text, en: text }),
  fr: text,
  en: text.optional(),
  es: text.optional(),
  ar: text.optional(),
  /** For each translation, the digest of the French that it translates. */
  translates: z.strictObject({ en: digest, es: digest, ar: digest }).partial().default({}),
})
type WrittenReply = z.output<typeof replyShape>

const repliesShape = z.strictObject({ replies: z.array(replyShape) })

type Translation = Exclude<Language, 'fr'>
const isTranslation = (language: Language): language is Translation => language !== ORIGINAL

/** Figures and addresses change: they belong in an article, or in a `{placeholder}` that the counsellor fills. */
const FACT = /\d{3}|\d\s*\$|\$\s*\d|https?:|\bwww\.|@/

/**
 * Reads the replies that counsellors have ready. A translation that does not follow the present French, or holds other
 * placeholders, is left out and becomes a finding; so does whatever else is wrong.
 */
export function readCanned(path: string): FileRead<readonly CannedReply[]> {
  const { file, text: whole, findings } = readStaffFile(path)
  if (whole === undefined) return { findings }
  const wrong: Finding[] = []
  const read = readYaml(whole, repliesShape, file, wrong)
  if (!read) return { findings: withLines(wrong, whole) }
  const made = read.replies.map((reply, at) => {
    const ofReply = faultsOf(reply, read.replies.slice(0, at))
    for (const { field, ...fault } of ofReply) {
      const place = field ? `replies.${at}.${field}` : `replies.${at}`
      wrong.push({ severity: 'error', ...fault, file, place })
    }
    const leftOut = ofReply.map(({ field }) => field)
    return cannedOf(reply, (language) => !leftOut.includes(language) && !leftOut.includes(`translates.${language}`))
  })
  return { made: made.filter(({ id }, at) => !isRepeated(id, made.slice(0, at))), findings: withLines(wrong, whole) }
}

/** Gives the replies as the file has them at a moment; the same rules as `followHours`. */
export function followCanned(path: string, trouble: (sentence: string) => void): (now: Date) => readonly CannedReply[] {
  return followFile(path, readCanned, [], trouble)
}

function cannedOf(reply: WrittenReply, keeps: (language: Language) => boolean): CannedReply {
  const { id, title, fr } = reply
  const texts: Partial<Record<Language, string>> = {}
  for (const language of LANGUAGES.filter(isTranslation))
    if (reply[language] && keeps(language)) texts[language] = reply[language]
  return { id, title, text: { fr, ...texts } }
}

/** What is wrong with one reply, in one of its fields; an error, where nothing else is said. */
interface Fault {
  readonly field?: string
  readonly severity?: 'warning'
  readonly rule: string
  readonly sentence: string
  readonly remedy: string
}

function faultsOf(reply: WrittenReply, above: readonly WrittenReply[]): Fault[] {
  const faults: Fault[] = []
  if (isRepeated(reply.id, above))
    faults.push({
      field: 'id',
      rule: 'same-reply-id',
      sentence: `Two replies are called « ${reply.id} »; only the first is shown.`,
      remedy: 'Give each its own identifier.',
    })
  const present = digestOf(reply.fr)
  for (const language of LANGUAGES) {
    const words = reply[language]
    if (!words) {
      faults.push({
        severity: 'warning',
        rule: 'missing-language',
        sentence: `The reply « ${reply.id} » cannot be given in « ${language} ».`,
        remedy: 'Translate it, and say under « translates » which French it follows.',
      })
      continue
    }
    if (FACT.test(words))
      faults.push({
        field: language,
        rule: 'written-twice',
        sentence: `The reply « ${reply.id} » holds a figure or an address.`,
        remedy: 'Put a {placeholder} in its place, or let the counsellor insert the article.',
      })
    if (instructs(words))
      faults.push({
        field: language,
        rule: 'speaks-to-a-model',
        sentence: `The reply « ${reply.id} » reads in « ${language} » like an order to a language model.`,
        remedy: 'Say it to the person, in other words.',
      })
    if (!isTranslation(language)) continue
    if (names(words) !== names(reply.fr))
      faults.push({
        field: language,
        rule: 'placeholders-differ',
        sentence: `The reply « ${reply.id} » does not hold the same {placeholders} in « ${language} » as in French.`,
        remedy: 'Write them as in the French; their names are not translated.',
      })
    if (reply.translates[language] !== present)
      faults.push({
        field: `translates.${language}`,
        rule: 'stale-translation',
        sentence: `The reply « ${reply.id} » does not say in « ${language} » that it follows the present French; only the French is shown.`,
        remedy: `Read it against the French, then write ${language}: "${present}" under « translates ».`,
      })
  }
  return faults
}

function isRepeated(id: string, above: readonly { readonly id: string }[]): boolean {
  return above.some((other) => other.id === id)
}

function names(words: string): string {
  return [...placeholdersIn(words)].sort().join()
}
