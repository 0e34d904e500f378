import type { JSX } from 'preact'
import type { Told } from '../conversation/plan-words.ts'
import type { Passage } from '../knowledge/passages.ts'
import { Markdown } from './plan-markdown.tsx'
import { type PrintedStep, Reference, type Sources } from './plan-sources.tsx'

interface InStep {
  readonly step: PrintedStep
  /** In the page's first version, whose headings stand one level higher. */
  readonly isFirst: boolean
  readonly sources: Sources
  say(name: string): string
  reason(told: Told): string
}

/** One step on paper: what it is, why it is there, what to get ready, whom to reach; each with the numbers of its sources. */
export function Step({ step, isFirst, sources, say, reason }: InStep): JSX.Element {
  const [Heading, Sub] = isFirst ? (['h3', 'h4'] as const) : (['h4', 'h5'] as const)
  return (
    <li>
      <Heading>{step.title}</Heading>
      <p>
        {step.summary} <Reference number={sources.numberOf(step.source?.cited)} />
      </p>
      {step.because.length ? (
        <p class="why">
          <strong>{say('why')}</strong> {step.because.map(reason).join(' · ')}
        </p>
      ) : null}
      <div class="parts">
        <div>
          {step.prepare.map((passage) => (
            <div key={passage.section}>
              <Sub>{say(passage.section === 'documents' ? 'prepare' : 'todo')}</Sub>
              <Quoted passage={passage} sources={sources} />
            </div>
          ))}
        </div>
        {step.reach || step.contact ? (
          <div class="reach">
            <Sub>{say('contact')}</Sub>
            {step.reach ? <Quoted passage={step.reach} sources={sources} /> : <Markdown text={step.contact ?? ''} />}
          </div>
        ) : null}
      </div>
    </li>
  )
}

/** A passage as it stands in the library, its references numbered as the page numbers its sources. */
function Quoted({ passage, sources }: { passage: Passage; sources: Sources }): JSX.Element {
  const cited = (position: number) => passage.sources.find((source) => source.position === position)
  return (
    <Markdown text={passage.text} reference={(position) => <Reference number={sources.numberOf(cited(position))} />} />
  )
}
