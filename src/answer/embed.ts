import { digestOf } from '../knowledge/digest.ts'
import { type Library, readable } from '../knowledge/library.ts'
import type { Hit } from '../knowledge/search.ts'
import type { Language } from '../language/languages.ts'
import type { Help, Model } from './model.ts'
import type { Vectors } from './vectors.ts'

/** What is embedded of a passage, and by which digest its vector is kept: another model, or other words, is another vector. */
interface Embeddable {
  readonly article: string
  readonly passage: string
  readonly words: string
  readonly key: string
}

/** So many passages are embedded by one call. */
const BATCH = 64
/** A passage is embedded by no more than so many characters. */
const LONGEST = 6_000

function embeddables(library: Library, language: Language, model: string): readonly Embeddable[] {
  return [...library.articles.keys()].flatMap((article) =>
    library.passages(article, language).map((passage) => {
      const words = [passage.title, passage.heading, readable(passage.text)]
        .filter(Boolean)
        .join('\n')
        .slice(0, LONGEST)
      return { article, passage: passage.id, words, key: `${model}:${digestOf(words)}` }
    }),
  )
}

/**
 * Embeds what a library holds in a language and whose vector is not kept yet; says how many were. Run after a
 * publication: it embeds only what changed. Stops at the first call that gives nothing; what it has done is kept.
 */
export async function embedLibrary(
  library: Library,
  language: Language,
  model: Model,
  vectors: Vectors,
): Promise<{ readonly embedded: number; readonly left: number }> {
  if (!model.embeds) return { embedded: 0, left: 0 }
  const all = new Map(embeddables(library, language, model.embeds).map((each) => [each.key, each]))
  const known = await vectors.get([...all.keys()])
  const wanted = [...all.values()].filter(({ key }) => !known.has(key))
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH)
    const told = await model.help().embed?.(batch.map(({ words }) => words))
    if (told?.is !== 'told') return { embedded: at, left: wanted.length - at }
    await vectors.put(new Map(batch.map(({ key }, place) => [key, told.value[place] ?? []])))
  }
  read.delete(library)
  return { embedded: wanted.length, left: 0 }
}

/** The vectors of a library in one language, of length one. */
interface Embedded {
  readonly passages: readonly Embeddable[]
  readonly vectors: readonly (Float32Array | undefined)[]
}
/** What was read of a library; embedding more of it lets it be read again. */
const read = new WeakMap<Library, Map<string, Promise<Embedded>>>()

function embeddedOf(library: Library, language: Language, model: string, vectors: Vectors): Promise<Embedded> {
  const ofLibrary = read.get(library) ?? new Map<string, Promise<Embedded>>()
  read.set(library, ofLibrary)
  const key = `${language} ${model}`
  const made = ofLibrary.get(key) ?? load(library, language, model, vectors)
  ofLibrary.set(key, made)
  made.catch(() => ofLibrary.delete(key))
  return made
}

async function load(library: Library, language: Language, model: string, vectors: Vectors): Promise<Embedded> {
  const passages = embeddables(library, language, model)
  const kept = await vectors.get(passages.map(({ key }) => key))
  return { passages, vectors: passages.map(({ key }) => unit(kept.get(key))) }
}

function unit(vector: readonly number[] | undefined): Float32Array | undefined {
  if (!vector?.length) return undefined
  const length = Math.hypot(...vector)
  return length > 0 ? Float32Array.from(vector, (part) => part / length) : undefined
}

const MOST_HITS = 10

/** The articles whose passages are nearest in meaning, best first; none where there are no vectors or the model is silent. */
export async function nearest(
  question: string,
  language: Language,
  library: Library,
  help: Help,
  model: string,
  vectors: Vectors,
): Promise<readonly Hit[]> {
  const told = await help.embed?.([question])
  const asked = told?.is === 'told' ? unit(told.value[0]) : undefined
  if (!asked) return []
  const { passages, vectors: all } = await embeddedOf(library, language, model, vectors)
  const best = new Map<string, Hit>()
  passages.forEach(({ article, passage }, at) => {
    const score = likeness(asked, all[at])
    if (score > (best.get(article)?.score ?? 0)) best.set(article, { article, passage, score })
  })
  return [...best.values()].sort((one, other) => other.score - one.score).slice(0, MOST_HITS)
}

/** The cosine of two vectors of length one. */
function likeness(one: Float32Array, other: Float32Array | undefined): number {
  if (other?.length !== one.length) return 0
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}
