import type { Attachment } from 'botbuilder'
import type { Choice, PlanOutline, Reply } from '../conversation/channel.ts'
import { direction } from '../language/languages.ts'
import { typeset } from '../language/typography.ts'

/** How many buttons a card shows: more are refused by hosts that keep to the default. */
const MOST_BUTTONS = 5

type Element = Readonly<Record<string, unknown>>
type Stage = PlanOutline['stages'][number]
/** Makes a block of text, in the card's language. */
type Words = (text: string, more?: Element) => Element

/**
 * A plan as an Adaptive Card 1.5, for Teams: a container for each stage, then what else is to be known. Its buttons open
 * the printable page, or say the label of a first step as if the person had typed it.
 */
export function planCard(
  plan: PlanOutline,
  { language, choices = [] }: Pick<Reply, 'language' | 'choices'>,
): Attachment {
  const words: Words = (text, more = {}) => ({ type: 'TextBlock', text: typeset(text, language), wrap: true, ...more })
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      rtl: direction(language) === 'rtl',
      fallbackText: inPlainText(plan),
      body: [
        words(plan.intro),
        ...plan.stages.map((stage, index) => container(stage, index === 0, words)),
        ...plan.notes.map((text) => note(text, words)),
      ],
      actions: [
        ...(plan.page ? [{ type: 'Action.OpenUrl', title: plan.page.label, url: plan.page.address }] : []),
        ...fitting(choices, plan.page ? MOST_BUTTONS - 1 : MOST_BUTTONS).map(saying),
      ],
    },
  }
}

/** Choices for which there is room: the first ones, and the last, which leads to a person. */
function fitting(choices: readonly Choice[], room: number): readonly Choice[] {
  return choices.length > room ? [...choices.slice(0, room - 1), ...choices.slice(-1)] : choices
}

function container({ heading, steps, more }: Stage, isFirst: boolean, words: Words): Element {
  return {
    type: 'Container',
    style: isFirst ? 'emphasis' : 'default',
    separator: true,
    spacing: 'medium',
    items: [
      words(heading, { size: 'medium', weight: 'bolder' }),
      ...steps.flatMap(({ title, why, contact, source }, at) => [
        words(`${at + 1} · ${title}`, { weight: 'bolder', spacing: 'medium' }),
        ...(why ? [words(why, { isSubtle: true, spacing: 'none' })] : []),
        ...(contact ? [words(contact, { spacing: 'none' })] : []),
        ...(source ? [words(`[${source.title}](${source.address})`, { size: 'small', spacing: 'none' })] : []),
      ]),
      ...(more ? [words(more, { isSubtle: true })] : []),
    ],
  }
}

function note(text: string, words: Words): Element {
  return { type: 'Container', separator: true, spacing: 'medium', items: [words(text, { size: 'small' })] }
}

function saying({ label, says }: Choice): Element {
  const value = says ?? label
  return { type: 'Action.Submit', title: label, data: { says: value, msteams: { type: 'imBack', value } } }
}

/** What is shown where no card can be: the steps by their titles, and where the whole plan is. */
function inPlainText({ intro, stages, page }: PlanOutline): string {
  const steps = stages.map(({ heading, steps }) =>
    [heading, ...steps.map(({ title }, at) => `${at + 1}. ${title}`)].join('\n'),
  )
  return [intro.replaceAll('*', ''), ...steps, ...(page ? [`${page.label} : ${page.address}`] : [])].join('\n\n')
}
