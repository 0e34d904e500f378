import { leadTo } from '../answer/quote.ts'
import { articlesOf, type Plan } from '../dialog/plan.ts'
import { showWhom } from '../knowledge/passages.ts'
import type { Citation, PlanOutline } from './channel.ts'
import type { Conversation } from './conversation.ts'
import { shownPlan } from './plan-changes.ts'
import { inOneLine, type PlanInWords, planInWords, type StepInWords } from './plan-words.ts'
import { houseReply, type Outcome, offering, type Resources } from './responder.ts'

/** How many steps of a stage are told at once; the printable page holds them all. Where there is no page, all are told. */
const TOLD = 5
/** How many ways on are offered under a plan. */
const WAYS_ON = 4

/**
 * A plan as a reply: steps now, next and later, each with its reason and whom to contact; what was ruled out; what
 * could not be told; the way to the whole of it. The conversation remembers which texts it rested on.
 */
export function planReply(plan: Plan, dialog: string, conversation: Conversation, resources: Resources): Outcome {
  const { language, situation } = conversation
  const { library, phrases } = resources
  const articles = articlesOf(plan)
  const words = planInWords(plan, situation, language, resources, ['program'])
  const outline = outlineOf(words, conversation, resources)
  const numbering = new Map<string, Citation>()
  const parts = outline.stages.map(({ heading, steps, more }, stage) => {
    const lines = steps.map((step, index) => {
      const number = referenceTo(words.stages[stage]?.steps[index], numbering)
      const beneath = [step.why && `*${step.why}*`, step.contact].filter(Boolean).join(' ')
      return `${index + 1}. **${step.title}** — ${step.summary}${number}${beneath && `  \n   ${beneath}`}`
    })
    return [`**${heading}**`, lines.join('\n'), ...(more ? [more] : [])].join('\n\n')
  })
  const printable = outline.page && phrases.say('plan.printable', language, { link: outline.page.address })
  const text = [outline.intro, ...parts, ...(printable ? [printable] : []), ...outline.notes].join('\n\n')
  const offered = offering(conversation, [
    ...articles.slice(0, WAYS_ON).flatMap((id) => leadTo(id, language, library)),
    { label: phrases.say('person.ask', language), to: 'person' },
  ])
  return {
    conversation: {
      ...offered.conversation,
      subject: { question: articles[0] ?? dialog, articles: articles.slice(0, 3) },
      plan: shownPlan(dialog, articles, library),
    },
    replies: [
      {
        ...houseReply(text, language, resources, {
          status: 'dialog',
          dialog,
          articles,
          choices: offered.choices,
          citations: [...numbering.values()],
        }),
        plan: outline,
      },
    ],
  }
}

/** What is said of a plan at once, part by part. */
function outlineOf(words: PlanInWords, conversation: Conversation, resources: Resources): PlanOutline {
  const { id, language, lastHeardAt } = conversation
  const { phrases, planLink } = resources
  const say = (name: string, slots: Record<string, string | number> = {}) =>
    phrases.say(`plan.${name}`, language, slots)
  const told = planLink ? TOLD : Number.POSITIVE_INFINITY
  return {
    intro: say('intro'),
    stages: words.stages.map(({ stage, steps }) => ({
      heading: say(stage),
      steps: steps.slice(0, told).map((step) => outlineOfStep(step, conversation, resources)),
      ...(steps.length > told ? { more: say('more', { more: steps.length - told }) } : {}),
    })),
    notes: [
      ...listed(
        say('ruled-out'),
        words.ruledOut.map(({ title, because }) =>
          withReasons(
            title,
            because.map((told) => inOneLine(told, language, resources)),
          ),
        ),
      ),
      ...listed(
        say('untold'),
        words.untold.map(({ title, missing }) => withReasons(title, missing)),
      ),
      say('not-a-decision'),
      ...(language === 'fr' ? [] : [phrases.say('answer.unofficial', language)]),
    ],
    ...(planLink ? { page: { label: say('open-page'), address: planLink(id, lastHeardAt) } } : {}),
  }
}

function outlineOfStep(
  step: StepInWords,
  { language }: Conversation,
  resources: Resources,
): PlanOutline['stages'][number]['steps'][number] {
  const { phrases } = resources
  const reasons = step.because.map((told) => inOneLine(told, language, resources)).join(' · ')
  return {
    title: step.title,
    summary: step.summary,
    ...(reasons ? { why: phrases.say('plan.because', language, { reasons }) } : {}),
    ...(step.contact ? { contact: phrases.say('plan.contact', language, { contact: step.contact }) } : {}),
    ...(step.source ? { source: { title: showWhom(step.source.cited), address: step.source.cited.address } } : {}),
  }
}

function withReasons(title: string, reasons: readonly string[]): string {
  return reasons.length ? `${title} (${reasons.join(' · ')})` : title
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length ? [`**${heading}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`] : []
}

/** ` [n]`, the number of the source of a step's summary; a source keeps its number. */
function referenceTo(step: StepInWords | undefined, numbering: Map<string, Citation>): string {
  if (!step?.source) return ''
  const { passage, cited } = step.source
  const known = numbering.get(cited.address)
  const position = known?.position ?? numbering.size + 1
  if (!known) {
    numbering.set(cited.address, {
      position,
      passage: passage.id,
      digest: passage.digest,
      title: `${showWhom(cited)} — ${cited.title}`,
      address: cited.address,
      abstract: passage.title,
    })
  }
  return ` [${position}]`
}
