import { readFileSync } from 'node:fs'
import type { Answer, Work } from '../src/answer/answer.ts'
import { type Ground, groundOf } from '../src/answer/ground.ts'
import { holdToText } from '../src/answer/hold-to-text.ts'
import type { Dropped, Verified } from '../src/answer/verified.ts'
import type { Library } from '../src/knowledge/library.ts'
import type { Language } from '../src/language/languages.ts'
import type { Phrases } from '../src/language/phrases.ts'

/** One false sentence, and the passages that a model would have written it from. */
export interface Lie {
  readonly name: string
  readonly kind: string
  readonly language: Language
  readonly passages: readonly string[]
  readonly text: string
}

/** One true answer, sentence by sentence, and the passages that carry it. */
export interface Truth {
  readonly language: Language
  readonly passages: readonly string[]
  readonly sentences: readonly string[]
}

/** The rows of a golden set. */
export function rowsOf<Row>(name: string): readonly Row[] {
  return readFileSync(new URL(`./measure/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

/** What becomes of sentences that cite every one of these passages: the very step of an answer, alone. */
export async function hold(
  { language, passages }: Pick<Lie, 'language' | 'passages'>,
  sentences: readonly string[],
  { library, phrases }: { readonly library: Library; readonly phrases: Phrases },
): Promise<Verified & { readonly stands: boolean }> {
  const ground = groundOf(
    passages.map((name) => {
      const [article = '', section = ''] = name.split('#')
      const passage = library.passage(article, section, language)
      if (!passage) throw new Error(`No passage « ${name} » in « ${language} »: name one that the library holds.`)
      return passage
    }),
  )
  const work: Work = {
    asked: { question: questionOf(passages, language, library), language },
    ground,
    draft: {
      status: 'complete',
      missing: '',
      sentences: sentences.map((text) => ({ text, passages: tokens(ground) })),
    },
  }
  const held = (await holdToText(work, { library, phrases })) as Exclude<typeof work, Answer>
  if (!held.verified) throw new Error('The step verified nothing: it needs a draft and its ground.')
  return { ...held.verified, stands: held.ending === undefined }
}

/** Why each sentence was dropped, in words that a failing test shows. */
export function saidOf({ sentence, reason, what }: Dropped): string {
  return `${reason}${what ? ` (${what})` : ''}: ${sentence}`
}

function tokens({ given }: Ground): string[] {
  return given.map(({ token }) => token)
}

/** What a person asked: the first question of the first article, as its author foresaw it. */
function questionOf([first = '']: readonly string[], language: Language, library: Library): string {
  const article = library.articles.get(first.split('#')[0] ?? '')
  return article?.texts[language]?.questions[0] ?? ''
}
