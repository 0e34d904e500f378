import type { EditableText, TextEdit } from '../knowledge/edit-text.ts'
import type { Library } from '../knowledge/library.ts'
import { sectionIn, type TextPart } from '../knowledge/to-translate.ts'
import { type Language, ORIGINAL } from '../language/languages.ts'
import { isKept } from './kept-in-translation.ts'
import type { Fault, Model } from './model.ts'
import { fromPerson } from './prompt.ts'
import { translate } from './translate.ts'

/** Parts of a French text that are wanted in another language. */
export interface PartsToTranslate {
  readonly french: EditableText
  readonly parts: readonly TextPart[]
  readonly to: Language
}

/** What a model wrote of an article's translation: words that nobody has read yet. */
export interface MachineDraft {
  readonly edit: TextEdit
  /** Parts whose words did not say what the French says, or that the model would not write. */
  readonly refused: readonly TextPart[]
  /** Parts that were not come to, since the model fell silent. */
  readonly silent?: { readonly because: Fault; readonly parts: readonly TextPart[] }
}

/** So many parts are asked for at the same time: people's questions want the model too. */
const AT_ONCE = 3
/** Whoever waits for a page waits no longer. */
const LONGEST_MS = 45_000
/** Faults of one part's words; after any other one the rest is not asked for. */
const OF_THE_WORDS: ReadonlySet<Fault> = new Set(['refused', 'filtered', 'cut', 'wrong-shape'])

type Words = { readonly text: string } | { readonly because: Fault | 'refuted' }

/** Translates parts of a French text, each held to its original. Tokens, and quotations of the plan, stay as they are. */
export async function translateArticle(
  { french, parts, to }: PartsToTranslate,
  { model, library }: { readonly model: Model; readonly library: Library },
): Promise<MachineDraft> {
  const signal = AbortSignal.timeout(LONGEST_MS)
  let because: Fault | undefined
  const ask = async (words: string): Promise<Words> => {
    if (because) return { because }
    // What would be taken out on the way does not come back.
    if (fromPerson(words, library) !== words) return { because: 'refuted' }
    const told = await translate(words, { from: ORIGINAL, to }, model.help({ signal }), library)
    if ('because' in told) return told
    return isKept(words, told.text) ? told : { because: 'refuted' }
  }
  const [edits, refused, silent]: [TextEdit[], TextPart[], TextPart[]] = [[], [], []]
  const left = [...parts]
  const take = async (): Promise<void> => {
    for (let part = left.shift(); part; part = left.shift()) {
      const made = await translatedPart(french, part, ask)
      if (!('because' in made)) edits.push(made)
      else if (made.because === 'refuted' || OF_THE_WORDS.has(made.because)) refused.push(part)
      else {
        because ??= made.because
        silent.push(part)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  const edit: TextEdit = Object.assign({}, ...edits, { sections: edits.flatMap(({ sections = [] }) => sections) })
  const inOrder = (some: readonly TextPart[]) => parts.filter((part) => some.includes(part))
  return { edit, refused: inOrder(refused), ...(because ? { silent: { because, parts: inOrder(silent) } } : {}) }
}

async function translatedPart(
  french: EditableText,
  part: TextPart,
  ask: (words: string) => Promise<Words>,
): Promise<TextEdit | { readonly because: Fault | 'refuted' }> {
  const section = sectionIn(french, part)
  if (section) {
    const heading = section.heading ? await ask(section.heading) : { text: '' }
    if ('because' in heading) return heading
    const body = await translatedBody(section.body, ask)
    return 'because' in body ? body : { sections: [{ id: section.id, heading: heading.text, body: body.text }] }
  }
  const told = await ask(part === 'questions' ? french.questions.join('\n') : french[part as 'title' | 'summary'])
  if ('because' in told) return told
  return part === 'questions' ? { questions: told.text.split('\n') } : { [part]: told.text }
}

/** A quotation of the plan stays in French; its translation follows it, as ordinary words. */
async function translatedBody(body: string, ask: (words: string) => Promise<Words>): Promise<Words> {
  const written: string[] = []
  for (const stretch of stretchesOf(body)) {
    const isQuoted = stretch.startsWith('>')
    const told = await ask(isQuoted ? stretch.replace(/^>\s*/gm, '') : stretch)
    if ('because' in told) return told
    written.push(...(isQuoted ? [stretch] : []), told.text)
  }
  return { text: written.join('\n\n') }
}

/** The blocks of a text, those between two quotations together. */
function stretchesOf(body: string): string[] {
  const stretches: string[] = []
  for (const block of body.split(/\n\s*\n/).filter((each) => each.trim())) {
    const last = stretches.at(-1)
    if (last === undefined || last.startsWith('>') || block.startsWith('>')) stretches.push(block)
    else stretches[stretches.length - 1] = `${last}\n\n${block}`
  }
  return stretches
}
