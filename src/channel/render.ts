import type { Activity } from 'botbuilder'
import { MACHINE_WORDS } from '../answer/machine-words.ts'
import type { Choice, PlanOutline, Reply } from '../conversation/channel.ts'
import { LOCALE } from '../language/languages.ts'
import { typeset } from '../language/typography.ts'
import { choicesCard } from './cards.ts'
import { markActions } from './marks.ts'
import { planCard } from './plan-card.ts'

/** How the assistant is called on every channel; never a human name. */
export const ASSISTANT = { id: 'passerelle', name: 'Passerelle' } as const

/**
 * A reply as an activity of the Bot Framework, without what the channel itself adds (ids, times, addresses).
 * Teams does not show suggested actions everywhere, nor link definitions: there, choices are a card.
 * `answers`: the position of the question that it answers, so that the answer can be marked.
 */
export function renderReply(reply: Reply, channel: string, answers?: number): Partial<Activity> {
  const inTeams = channel === 'msteams'
  const actions = markActions(reply, channel, answers)
  if (inTeams && reply.plan) return planInTeams(reply, reply.plan)
  const rendered = {
    type: 'message',
    textFormat: 'markdown',
    locale: LOCALE[reply.language],
    inputHint: 'acceptingInput',
    text: textOf(reply, inTeams),
    ...(reply.counsellor
      ? { from: { id: `counsellor:${reply.counsellor}`, name: reply.counsellor, role: 'bot' } }
      : {}),
    channelData: { passerelle: channelDataOf(reply) },
    ...(reply.choices?.length ? { suggestedActions: suggestedActions(reply.choices) } : {}),
    ...(reply.choices?.length && inTeams ? { attachments: [choicesCard(reply.choices, reply.language)] } : {}),
    ...(reply.citations?.length || reply.byModel || actions.length
      ? { entities: [messageEntity(reply, actions)] }
      : {}),
  }
  return rendered as Partial<Activity>
}

/** In Teams a plan is a card, which says all that its text does; what a notification shows is its first words. */
function planInTeams(reply: Reply, plan: PlanOutline): Partial<Activity> {
  return {
    type: 'message',
    locale: LOCALE[reply.language],
    inputHint: 'acceptingInput',
    summary: plan.intro.replaceAll('*', ''),
    attachments: [planCard(plan, reply)],
    channelData: { passerelle: channelDataOf(reply) },
  }
}

function suggestedActions(choices: readonly Choice[]): Record<string, unknown> {
  return {
    to: [],
    actions: choices.map(({ label, says }) => ({ type: 'imBack', title: label, value: says ?? label })),
  }
}

/** The contract's view of a reply, for those who build on it. */
export function channelDataOf(reply: Reply): Record<string, unknown> {
  if (reply.status === 'counsellor') return { status: 'counsellor' }
  return {
    status: reply.status,
    articles: reply.articles,
    publication: reply.publication,
    ...(reply.dialog ? { dialog: reply.dialog } : {}),
    ...(reply.question ? { question: reply.question } : {}),
    ...(reply.answering ? { answering: reply.answering } : {}),
  }
}

/** What is read: a counsellor's words, and under them their translation, plainly as a machine's. */
function textOf(reply: Reply, inTeams: boolean): string {
  const text = typeset(inTeams ? reply.text : withReferences(reply), reply.language)
  if (!reply.translation) return text
  const { language, text: translated } = reply.translation
  return [text, `*${MACHINE_WORDS[language].translated}*`, typeset(translated, language)].join('\n\n')
}

/** The text with link definitions behind it, as Web Chat shows citations (its CITATION.md). */
function withReferences({ text, citations }: Reply): string {
  if (!citations?.length) return text
  const definitions = citations.map(
    ({ position, address, title }) => `[${position}]: ${address} "${title.replace(/["\\]/g, "'")}"`,
  )
  return `${text}\n\n${definitions.join('\n')}`
}

/** The schema.org entity by which Web Chat and Teams show what an answer rests on, and take whether it helped. */
function messageEntity(
  { citations = [], byModel }: Reply,
  actions: readonly Record<string, string>[],
): Record<string, unknown> {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(byModel ? { additionalType: ['AIGeneratedContent'] } : {}),
    ...(actions.length ? { potentialAction: actions } : {}),
    citation: citations.map(({ position, title, address, abstract }) => ({
      '@type': 'Claim',
      '@id': address,
      position,
      appearance: {
        '@type': 'DigitalDocument',
        name: clip(title, 80),
        url: address,
        abstract: clip(abstract || title, 160),
      },
    })),
  }
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
