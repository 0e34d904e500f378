import type { JSX } from 'preact'
import { answersIn, inOneLine, planInWords, type Told, toldOf } from '../conversation/plan-words.ts'
import { makePlan } from '../dialog/plan.ts'
import type { Shelf } from '../dialog/shelf.ts'
import type { Situation } from '../dialog/situation.ts'
import type { Kind, Source } from '../knowledge/article.ts'
import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { type Drawing, framed } from './frame.tsx'
import { Markdown } from './plan-markdown.tsx'
import { type PrintedStep, printedStep, type Sources, sourcesIn } from './plan-sources.ts'

/** A printable plan: the situation that it is made of, and when. */
export interface PrintablePlan {
  readonly drawing: Drawing
  /** The style of this page, besides that of all pages. */
  readonly style: string
  /** The assistant's phrases: a plan bears the same headings on paper as in the conversation. */
  readonly phrases: Phrases
  readonly library: Library
  readonly shelf: Shelf
  readonly situation: Situation
  readonly today: Date
  readonly closes: Date
}

/** Which articles are named where they were ruled out, or could not be told. */
const NAMED: readonly Kind[] = ['program', 'step', 'francization']

/** The whole plan of a person, to read and to print: in their language, then in French where that is another one. */
export function planPage(plan: PrintablePlan): string {
  const { drawing } = plan
  const { language, words, nonce } = drawing
  const versions: readonly Language[] = language === ORIGINAL ? [ORIGINAL] : [language, ORIGINAL]
  return framed({
    title: `${words.say('plan.title', language)} – Passerelle`,
    drawing,
    kind: 'paper',
    skip: { to: 'plan', words: words.say('plan.title', language) },
    head: <PlanHead style={plan.style} nonce={nonce} />,
    children: (
      <main class="wide plan" id="plan" tabindex={-1}>
        {versions.map((each, index) => (
          <Version key={each} plan={plan} language={each} isFirst={index === 0} />
        ))}
        <p class="screen">
          <a href={`/?lang=${language}`}>{words.say('back', language)}</a>
        </p>
        <script nonce={nonce}>{PRINT}</script>
      </main>
    ),
  })
}

/** What pages about a plan have in their head: a style of their own, and that no index takes them. */
export function PlanHead({ style, nonce }: { style: string; nonce: string }): JSX.Element {
  return (
    <>
      <meta name="robots" content="noindex, nofollow" />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet */}
      <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
    </>
  )
}

/** The button is of no use without a script, so a script shows it. */
const PRINT = 'const b=document.getElementById(`print`);b.hidden=false;b.onclick=()=>print()'

interface InVersion {
  readonly plan: PrintablePlan
  readonly language: Language
  /** The version of the page's language bears the page's heading, the other one stands below it. */
  readonly isFirst: boolean
}

function Version({ plan, language, isFirst }: InVersion): JSX.Element {
  const { drawing, library, shelf, phrases, situation } = plan
  const resources = { library, shelf, phrases }
  const inWords = planInWords(
    makePlan(library, shelf.occupations.derive(situation)),
    situation,
    language,
    resources,
    NAMED,
  )
  const stages = inWords.stages.map(({ stage, steps }) => ({
    stage,
    steps: steps.map((step) => printedStep(step, language, library)),
  }))
  const sources = sourcesIn(stages.flatMap(({ steps }) => steps))
  const [H, Sub] = isFirst ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const)
  const say = (name: string, slots: Record<string, string> = {}) => drawing.words.say(`plan.${name}`, language, slots)
  const reason = (told: Told) => inOneLine(told, language, resources)
  return (
    <article
      id={`plan-${language}`}
      class={isFirst ? 'version' : 'version other'}
      lang={LOCALE[language]}
      dir={direction(language)}
    >
      <H>{isFirst ? say('title') : `${say('title')} (${say('french')})`}</H>
      <p class="made">{say('made', { date: longDate(plan.today, language) })}</p>
      {language === ORIGINAL ? null : <p class="made">{drawing.words.say('unofficial', language)}</p>}
      <p class="decision">{say('decision')}</p>
      {isFirst ? <Tools plan={plan} language={language} /> : null}
      <section>
        <Sub>{say('answers')}</Sub>
        <Answers told={toldOf(answersIn(situation, library), situation, language, resources)} />
        <p class="screen quiet">{say('change')}</p>
      </section>
      {stages.map(({ stage, steps }) => (
        <section key={stage} class={`stage ${stage}`}>
          <Sub>{phrases.say(`plan.${stage}`, language)}</Sub>
          <ol class="steps">
            {steps.map((step) => (
              <Step
                key={step.article}
                step={step}
                isFirst={isFirst}
                sources={sources}
                language={language}
                say={say}
                reason={reason}
              />
            ))}
          </ol>
        </section>
      ))}
      <Listed
        heading={phrases.say('plan.ruled-out', language)}
        Heading={Sub}
        lines={inWords.ruledOut.map(({ title, because }) => ({ title, reasons: because.map(reason).join(' · ') }))}
      />
      <Listed
        heading={phrases.say('plan.untold', language)}
        Heading={Sub}
        lines={inWords.untold.map(({ title, missing }) => ({
          title,
          reasons: say('missing', { names: missing.join(' · ') }),
        }))}
      />
      <section class="sources">
        <Sub>{say('sources')}</Sub>
        <p class="quiet">{say('check')}</p>
        <ol>
          {sources.all.map((source, index) => (
            <SourceLine
              key={source.address}
              source={source}
              id={`source-${language}-${index + 1}`}
              language={language}
              say={say}
            />
          ))}
        </ol>
      </section>
    </article>
  )
}

type Say = (name: string, slots?: Record<string, string>) => string

function Tools({ plan: { drawing, closes }, language }: { plan: PrintablePlan; language: Language }): JSX.Element {
  const { words } = drawing
  return (
    <div class="tools screen">
      <button type="button" id="print" hidden>
        {words.say('plan.print', language)}
      </button>
      {language === ORIGINAL ? null : (
        <a href={`#plan-${ORIGINAL}`} lang={LOCALE[ORIGINAL]} dir="ltr">
          {words.say('plan.french', ORIGINAL)}
        </a>
      )}
      <p class="quiet">{words.say('plan.private', language, { date: longDate(closes, language) })}</p>
    </div>
  )
}

function Answers({ told }: { told: readonly Told[] }): JSX.Element {
  return (
    <dl class="answers">
      {told.map(({ name, answer }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}

interface InStep {
  readonly step: PrintedStep
  readonly isFirst: boolean
  readonly sources: Sources
  readonly language: Language
  readonly say: Say
  readonly reason: (told: Told) => string
}

function Step({ step, isFirst, sources, language, say, reason }: InStep): JSX.Element {
  const [H, Sub] = isFirst ? (['h3', 'h4'] as const) : (['h4', 'h5'] as const)
  const refer = (source: Source | undefined) => {
    const number = sources.numberOf(source)
    if (number === undefined) return ''
    return (
      <a class="reference" href={`#source-${language}-${number}`}>
        [{number}]
      </a>
    )
  }
  const quoted = (passage: Passage) => (
    <Markdown
      text={passage.text}
      reference={(number) => refer(passage.sources.find(({ position }) => position === number))}
    />
  )
  return (
    <li>
      <H>{step.title}</H>
      <p>
        {step.summary} {refer(step.source?.cited)}
      </p>
      {step.because.length ? (
        <p class="why">
          <strong>{say('why')}</strong> {step.because.map(reason).join(' · ')}
        </p>
      ) : null}
      {step.prepare.map((passage) => (
        <div key={passage.section}>
          <Sub>{say(passage.section === 'documents' ? 'prepare' : 'todo')}</Sub>
          {quoted(passage)}
        </div>
      ))}
      {step.reach || step.contact ? (
        <div class="reach">
          <Sub>{say('contact')}</Sub>
          {step.reach ? quoted(step.reach) : <Markdown text={step.contact ?? ''} />}
        </div>
      ) : null}
    </li>
  )
}

interface InList {
  readonly heading: string
  readonly Heading: 'h2' | 'h3'
  readonly lines: readonly { readonly title: string; readonly reasons: string }[]
}

function Listed({ heading, Heading, lines }: InList): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <section>
      <Heading>{heading}</Heading>
      <ul class="others">
        {lines.map(({ title, reasons }) => (
          <li key={title}>
            {title}
            {reasons ? <span class="why"> {reasons}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface InSource {
  readonly source: Source
  readonly id: string
  readonly language: Language
  readonly say: Say
}

function SourceLine({ source, id, language, say }: InSource): JSX.Element {
  const dates = [
    ...(source.date ? [say('dated', { date: shown(source.date, language) })] : []),
    say('consulted', { date: shown(source.consulted, language) }),
    ...(source.level === 'secondary' || source.old ? [say('doubtful')] : []),
  ]
  return (
    <li id={id}>
      <bdi>{source.publisher}</bdi>,{' '}
      <a href={source.address} rel="noopener noreferrer">
        <bdi>{source.title}</bdi>
      </a>{' '}
      <span class="quiet">({dates.join(', ')})</span>
      <span class="address" dir="ltr">
        {source.address}
      </span>
    </li>
  )
}

/** A day as it is read; what is only a month or a year stays as its source shows it. */
function shown(date: string, language: Language): string {
  return date.length === 10 ? longDate(new Date(`${date}T12:00:00Z`), language) : date
}

/** « 23 novembre 2026 », where the person is to be: in Québec. */
export function longDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(`${LOCALE[language]}-u-ca-gregory-nu-latn`, {
    dateStyle: 'long',
    timeZone: 'America/Toronto',
  }).format(date)
}
