import type { JSX } from 'preact'
import { answersIn, inOneLine, planInWords, type Told, toldOf } from '../conversation/plan-words.ts'
import { makePlan } from '../dialog/plan.ts'
import type { Shelf } from '../dialog/shelf.ts'
import type { Situation } from '../dialog/situation.ts'
import type { Kind } from '../knowledge/article.ts'
import type { Stage } from '../knowledge/concern.ts'
import type { Library } from '../knowledge/library.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { type Drawing, framed } from './frame.tsx'
import { longDate } from './plan-date.ts'
import { PlanHead } from './plan-head.tsx'
import { withMarksJoined } from './plan-marks.ts'
import { type PrintedStep, printedStep, SourceList, type Sources, sourcesIn } from './plan-sources.tsx'
import { Step } from './plan-step.tsx'

/** A printable plan: the situation that it is made of, and when. */
export interface PrintablePlan {
  readonly drawing: Drawing
  /** The style of this page, besides that of all pages. */
  readonly style: string
  /** The assistant's phrases: a plan bears the same headings on paper as in the conversation. */
  readonly phrases: Phrases
  readonly library: Library
  readonly shelf: Shelf
  /** What is known of the person, with what follows from it. */
  readonly situation: Situation
  readonly today: Date
  readonly closes: Date
}

/** Which articles are named where they were ruled out, or could not be told. */
const NAMED: readonly Kind[] = ['program', 'step', 'francization']

/** The button is of no use without a script, so a script shows it. */
const PRINT = 'const b=document.getElementById(`print`);b.hidden=false;b.onclick=()=>print()'

/** The whole plan of a person, to read and to print: in their language, then in French where that is another one. */
export function planPage(plan: PrintablePlan): string {
  const { drawing } = plan
  const { language, words, nonce } = drawing
  const languages: readonly Language[] = language === ORIGINAL ? [ORIGINAL] : [language, ORIGINAL]
  const versions = languages.map((each) => versionOf(plan, each))
  const sources = sourcesIn(versions.flatMap(({ stages }) => stages.flatMap(({ steps }) => steps)))
  const html = framed({
    title: `${words.say('plan.title', language)} – Passerelle`,
    drawing,
    kind: 'paper',
    skip: { to: 'plan', words: words.say('plan.title', language) },
    head: <PlanHead style={plan.style} nonce={nonce} />,
    children: (
      <main class="wide plan" id="plan" tabindex={-1}>
        {versions.map((version, index) => (
          <VersionShown key={version.language} plan={plan} version={version} sources={sources} isFirst={index === 0} />
        ))}
        <SourceList sources={sources} languages={languages} words={words} />
        <p class="screen">
          <a href={`/?lang=${language}`}>{words.say('back', language)}</a>
        </p>
        <script nonce={nonce}>{PRINT}</script>
      </main>
    ),
  })
  return withMarksJoined(html)
}

/** A plan in one language, ready to be drawn. */
interface Version {
  readonly language: Language
  readonly answers: readonly Told[]
  readonly stages: readonly { readonly stage: Stage; readonly steps: readonly PrintedStep[] }[]
  readonly ruledOut: readonly Grouped[]
  readonly untold: readonly Grouped[]
  reason(told: Told): string
}

/** Titles of articles under the reason that they share. */
interface Grouped {
  readonly reason: string
  readonly titles: readonly string[]
}

function versionOf({ drawing, library, shelf, phrases, situation }: PrintablePlan, language: Language): Version {
  const resources = { library, shelf, phrases }
  const plan = makePlan(library, situation)
  const inWords = planInWords(plan, situation, language, resources, NAMED)
  const reason = (told: Told) => inOneLine(told, language, resources)
  const missing = (names: readonly string[]) =>
    drawing.words.say('plan.missing', language, { names: names.join(' · ') })
  return {
    language,
    reason,
    answers: toldOf(answersIn(situation, library), situation, language, resources),
    stages: inWords.stages.map(({ stage, steps }) => ({
      stage,
      steps: steps.map((step) => printedStep(step, language, library)),
    })),
    ruledOut: grouped(inWords.ruledOut.map(({ title, because }) => [because.map(reason).join(' · '), title])),
    untold: grouped(inWords.untold.map((each) => [missing(each.missing), each.title])),
  }
}

function grouped(lines: readonly (readonly [reason: string, title: string])[]): Grouped[] {
  const groups = new Map<string, string[]>()
  for (const [reason, title] of lines) groups.set(reason, [...(groups.get(reason) ?? []), title])
  return [...groups].map(([reason, titles]) => ({ reason, titles }))
}

interface InVersion {
  readonly plan: PrintablePlan
  readonly version: Version
  readonly sources: Sources
  /** The version in the page's language bears the page's heading; the other one stands below it. */
  readonly isFirst: boolean
}

function VersionShown({ plan, version, sources, isFirst }: InVersion): JSX.Element {
  const { words } = plan.drawing
  const { language, reason } = version
  const [Heading, Sub] = isFirst ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const)
  const say = (name: string, slots: Record<string, string> = {}) => words.say(`plan.${name}`, language, slots)
  const heading = (name: string) => plan.phrases.say(`plan.${name}`, language)
  return (
    <article
      id={`plan-${language}`}
      class={isFirst ? 'version' : 'version other'}
      lang={LOCALE[language]}
      dir={direction(language)}
    >
      <Heading>{isFirst ? say('title') : `${say('title')} (${say('french')})`}</Heading>
      <p class="quiet">{say('made', { date: longDate(plan.today, language) })}</p>
      {language === ORIGINAL ? null : <p class="quiet">{words.say('unofficial', language)}</p>}
      <p class="decision">{say('decision')}</p>
      {isFirst ? <Tools plan={plan} /> : null}
      <section>
        <Sub>{say('answers')}</Sub>
        <dl class="answers">
          {version.answers.map(({ name, answer }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
        <p class="screen quiet">{say('change')}</p>
      </section>
      {version.stages.map(({ stage, steps }) => (
        <section key={stage} class={`stage ${stage}`}>
          <Sub>{heading(stage)}</Sub>
          <ol class="steps">
            {steps.map((step) => (
              <Step key={step.article} {...{ step, isFirst, sources, say, reason }} />
            ))}
          </ol>
        </section>
      ))}
      <Others heading={heading('ruled-out')} Heading={Sub} groups={version.ruledOut} />
      <Others heading={heading('untold')} Heading={Sub} groups={version.untold} />
    </article>
  )
}

/** What is of use on a screen only: to print, to go to the French, to know how long the link holds. */
function Tools({ plan: { drawing, closes } }: { plan: PrintablePlan }): JSX.Element {
  const { words, language } = drawing
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

interface InOthers {
  readonly heading: string
  readonly Heading: 'h2' | 'h3'
  readonly groups: readonly Grouped[]
}

/** What is not in the plan, under the answer that rules it out or would be needed. */
function Others({ heading, Heading, groups }: InOthers): JSX.Element | null {
  if (groups.length === 0) return null
  return (
    <section class="others">
      <Heading>{heading}</Heading>
      {groups.map(({ reason, titles }) => (
        <div key={reason}>
          <p class="quiet">{reason}</p>
          <ul>
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
