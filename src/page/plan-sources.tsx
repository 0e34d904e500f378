import type { JSX } from 'preact'
import type { StepInWords } from '../conversation/plan-words.ts'
import type { Source } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { longDate } from './plan-date.ts'

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

/** The sources of a whole plan, each numbered once: a number means the same in every language of the page. */
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

/** The number of a source where it is cited. */
export function Reference({ number }: { number: number | undefined }): JSX.Element | null {
  if (number === undefined) return null
  return (
    <a class="reference" href={`#source-${number}`}>
      [{number}]
    </a>
  )
}

interface InList {
  readonly sources: Sources
  readonly languages: readonly Language[]
  readonly words: Phrases
}

/** Every source with its address and its date, after the versions that cite it; titles are in the source's own language. */
export function SourceList({ sources, languages, words }: InList): JSX.Element {
  const consulted = sources.all.map((source) => source.consulted).sort()[0] ?? ''
  const doubtful = languages.map((language) => words.say('plan.doubtful', language)).join(' / ')
  return (
    <section class="sources">
      <h2>
        {languages.map((language, index) => (
          <span key={language} lang={LOCALE[language]}>
            {index ? ' · ' : ''}
            {words.say('plan.sources', language)}
          </span>
        ))}
      </h2>
      {languages.map((language) => (
        <p key={language} class="quiet" lang={LOCALE[language]} dir={direction(language)}>
          {words.say('plan.check', language, { date: longDate(new Date(`${consulted}T12:00:00Z`), language) })}
        </p>
      ))}
      <ol lang={LOCALE[ORIGINAL]} dir="ltr">
        {sources.all.map((source, index) => (
          <SourceLine key={source.address} source={source} number={index + 1} doubtful={doubtful} />
        ))}
      </ol>
    </section>
  )
}

function SourceLine({ source, number, doubtful }: { source: Source; number: number; doubtful: string }): JSX.Element {
  const about = [
    ...(source.date ? [source.date] : []),
    ...(source.level === 'secondary' || source.old ? [doubtful] : []),
  ]
  return (
    <li id={`source-${number}`}>
      {source.publisher},{' '}
      <a href={source.address} rel="noopener noreferrer">
        {source.title}
      </a>
      {about.length ? <span class="quiet"> ({about.join(', ')})</span> : null}
      <span class="address">{source.address}</span>
    </li>
  )
}
