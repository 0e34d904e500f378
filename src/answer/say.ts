import { type CitedSource, type Passage, toVerify } from '../knowledge/passages.ts'
import { type Language, ORIGINAL } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import type { Answer, AnswerResources, Step, Work } from './answer.ts'
import { inTheirLanguage } from './foreign.ts'
import { type Block, type Given, type Ground, SLOT } from './ground.ts'
import { MACHINE_WORDS } from './machine-words.ts'
import { leadsFrom, sourcesOf } from './quote.ts'
import type { Kept } from './verified.ts'
import { verify } from './verify.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Says what a model wrote and verification left: every sentence with the numbers of its sources. */
export const say: Step = async (work, resources) => {
  const { asked, help, verified, ground, draft, ending } = work
  if (!help || !verified || !ground || !draft || ending === 'refuted') return work
  const language = asked.foreign ? ORIGINAL : asked.language
  const texts = asked.foreign
    ? await inTheirLanguage(verified.kept, asked.question, help, ground, resources.library)
    : undefined
  if (texts && 'because' in texts) return { ...work, ending: texts.because }
  const missing = missingOf(work, language, resources)
  return composed(verified.kept, texts?.sentences, missing, language, ground, work, resources)
}

function composed(
  kept: readonly Kept[],
  translated: readonly string[] | undefined,
  missing: string | undefined,
  language: Language,
  ground: Ground,
  { asked, found }: Work,
  { library, phrases }: AnswerResources,
): Answer {
  const numbers = numbering(kept, language)
  const shown = asked.language
  const sentences = kept.map((sentence, at) => {
    const words = (translated?.[at] ?? sentence.text).replace(
      SLOT,
      (_, token: string) => ground.slots.get(token)?.markdown ?? '',
    )
    const marks = numbers.of(sentence).map(({ source, first }) => {
      const doubtful = (source.level === 'secondary' || source.old) && first
      return doubtful ? `[${source.position}] ${toVerify(source, shown)}` : `[${source.position}]`
    })
    return `${words} ${marks.join(' ')}`
  })
  const words = MACHINE_WORDS[shown]
  const [passage] = numbers.passages
  if (!passage) throw new Error('A sentence that was kept rests on no passage.')
  const articles = [...new Set(numbers.passages.map(({ article }) => article))]
  const others = (found?.hits ?? []).map(({ article }) => article).filter((id) => !articles.includes(id))
  return {
    status: 'answered',
    text: [
      sentences.join(' '),
      ...(missing === undefined ? [] : [missing]),
      [words.written, ...(translated ? [words.translated] : [])].join(' '),
      sourcesOf(numbers.sources, shown, phrases),
      ...(shown === 'fr' ? [] : [phrases.say('answer.unofficial', shown)]),
    ].join('\n\n'),
    passages: numbers.passages,
    articles: [...articles, ...others],
    leads: leadsFrom(passage, shown, library, phrases),
  }
}

/** What a partial answer does not tell: in the model's words where they are harmless, otherwise in ours. */
function missingOf(
  { draft, verified, asked, ground }: Work,
  language: Language,
  { library }: AnswerResources,
): string | undefined {
  const words = MACHINE_WORDS[asked.language]
  const missing =
    draft?.missing
      .replace(/\s+/g, ' ')
      .replace(/[.\s]+$/, '')
      .trim() ?? ''
  if (draft?.status !== 'partial' || missing === '')
    return verified?.dropped.length || draft?.status === 'partial' ? words.inPart : undefined
  const all = ground?.given.map(({ token }) => token) ?? []
  const checked =
    ground &&
    verify([{ text: missing, passages: all }], {
      ground,
      language,
      vocabulary: vocabularyOf(library, language),
      question: '',
      instructions: '',
    })
  const harmless =
    checked?.dropped.every(({ reason }) => reason === 'unsupported' || reason === 'negation') &&
    missing.length <= MOST_MISSING
  return harmless && asked.language === language && !asked.foreign ? words.missing(missing) : words.inPart
}

const MOST_MISSING = 120

interface Numbered {
  /** The passages that are cited, their sources numbered through the whole answer. */
  readonly passages: readonly Passage[]
  readonly sources: readonly CitedSource[]
  of(sentence: Kept): readonly { readonly source: CitedSource; readonly first: boolean }[]
}

/** Numbers the sources of the paragraphs that carry the sentences, in the order in which they are said. */
function numbering(kept: readonly Kept[], language: Language): Numbered {
  const byAddress = new Map<string, CitedSource>()
  const firsts = new Map<Kept, { source: CitedSource; first: boolean }[]>()
  const passages = new Map<string, Passage>()
  for (const sentence of kept) {
    const marks: { source: CitedSource; first: boolean }[] = []
    for (const given of carrying(sentence, language)) {
      passages.set(given.passage.id, given.passage)
      for (const source of sourcesUnder(sentence, given, language)) {
        const known = byAddress.get(source.address)
        const numbered = known ?? { ...source, position: byAddress.size + 1 }
        byAddress.set(source.address, numbered)
        if (!marks.some((mark) => mark.source === numbered)) marks.push({ source: numbered, first: !known })
      }
    }
    firsts.set(sentence, marks)
  }
  const used = (passage: Passage) => passage.sources.flatMap(({ address }) => byAddress.get(address) ?? [])
  return {
    passages: [...passages.values()].map((passage) => ({ ...passage, sources: used(passage) })),
    sources: [...byAddress.values()],
    of: (sentence) => firsts.get(sentence) ?? [],
  }
}

/** How much a paragraph shares with a sentence: words, and above all tokens. */
function shared({ text }: Kept, { plain, slots }: Block, language: Language): number {
  const own = new Set(terms(text, language))
  const tokens = new Set([...text.matchAll(SLOT)].map(([, token = '']) => token))
  const words = new Set(terms(plain, language).filter((each) => own.has(each))).size
  return words + 5 * slots.filter((slot) => tokens.has(slot)).length
}

/** Of the passages that a sentence cites, those that carry most of it: who cites everything, cites nothing. */
function carrying(sentence: Kept, language: Language): readonly Given[] {
  const weighed = sentence.given
    .map((given) => ({ given, worth: Math.max(0, ...given.blocks.map((block) => shared(sentence, block, language))) }))
    .sort((one, other) => other.worth - one.worth)
  const most = weighed[0]?.worth ?? 0
  return weighed.filter(({ worth }) => worth >= most * NEARLY).map(({ given }) => given)
}

const NEARLY = 0.8

/** The sources of the paragraph that shares most with a sentence; of the whole passage where that one names none. */
function sourcesUnder(sentence: Kept, { passage, blocks }: Given, language: Language): readonly CitedSource[] {
  const [best] = [...blocks].sort((one, other) => shared(sentence, other, language) - shared(sentence, one, language))
  const cited = passage.sources.filter(({ position }) => best?.sources.includes(position))
  return cited.length ? cited : passage.sources
}
