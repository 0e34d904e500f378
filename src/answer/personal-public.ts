import type { Fact } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import { findPersonal } from './personal.ts'

const known = new WeakMap<Library, ReadonlySet<string>>()

/** The telephones, e-mails and postal addresses that the library shows itself: a person who repeats one gives nothing away. */
export function publicOf(library: Library): (normalised: string) => boolean {
  let shown = known.get(library)
  if (!shown) {
    shown = new Set(
      [...factsOf(library)]
        .flatMap(writtenIn)
        .flatMap((text) => findPersonal(text).map(({ normalised }) => normalised)),
    )
    known.set(library, shown)
  }
  const all = shown
  return (normalised) => all.has(normalised)
}

function* factsOf(library: Library): Iterable<Fact> {
  for (const { about } of library.articles.values()) yield* Object.values(about.facts ?? {})
  for (const topic of [...library.scope.emergencies, ...library.scope.outOfScope])
    yield* Object.values(topic.facts ?? {})
}

function writtenIn(fact: Fact): string[] {
  if ('text' in fact) return Object.values(fact.text)
  return ['phone' in fact ? fact.phone : 'email' in fact ? fact.email : fact.place]
}
