import type { StepInWords } from '../conversation/plan-words.ts'
import type { Source } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import type { Language } from '../language/languages.ts'

/** A step of a plan with what its article says of getting ready and of whom to reach. */
export interface PrintedStep extends StepInWords {
  /** The article's « documents » and « next » sections, those that it has. */
  readonly prepare: readonly Passage[]
  readonly reach: Passage | undefined
}

export function printedStep(step: StepInWords, language: Language, library: Library): PrintedStep {
  const section = (name: string) => library.passage(step.article, name, language)
  return { ...step, prepare: ['documents', 'next'].flatMap((name) => section(name) ?? []), reach: section('contact') }
}

/** The sources of a whole plan, each numbered once, in the order in which its steps cite them. */
export interface Sources {
  readonly all: readonly Source[]
  /** The number of a source, from 1. */
  numberOf(source: Source | undefined): number | undefined
}

export function sourcesIn(steps: readonly PrintedStep[]): Sources {
  const byAddress = new Map<string, Source>()
  for (const { source, prepare, reach } of steps) {
    const passages = [...prepare, ...(reach ? [reach] : [])]
    for (const each of [...(source ? [source.cited] : []), ...passages.flatMap(({ sources }) => sources)]) {
      if (!byAddress.has(each.address)) byAddress.set(each.address, each)
    }
  }
  const addresses = [...byAddress.keys()]
  return {
    all: [...byAddress.values()],
    numberOf: (source) => (source ? addresses.indexOf(source.address) + 1 || undefined : undefined),
  }
}
