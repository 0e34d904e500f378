import type { Opened } from '../../../desk/desk.ts'
import { CLOSINGS, type Escalation } from '../../../desk/escalation.ts'
import { typeset } from '../../../language/typography.ts'
import { isFromTeams } from './counsellor.ts'
import { BUTTONS, CONSENTS_GIVEN, LANGUAGE_NAMES, OUTCOMES_SAID, REASONS } from './words.ts'

export type Element = Readonly<Record<string, unknown>>

/** The longest text of a person on a card, in characters: a message of Teams holds about 100 KB. */
const LONGEST = 1500

/**
 * A request as an Adaptive Card 1.5: who has it, and the brief as far as the consent lets it through; the buttons are
 * those that its standing leaves. Once closed it says nothing of the person any more.
 */
export function requestCard({ escalation, brief, deliveries }: Opened, publicUrl: string): Element {
  const { standing, reason, language } = escalation
  const isClosed = standing.is === 'closed'
  const failed = deliveries.filter(({ is }) => is === 'failed').length
  const title = isClosed ? 'Demande close' : reason === 'distress' ? 'Demande d’aide : détresse' : 'Demande d’aide'
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'fr',
    fallbackText: `${title} (${LANGUAGE_NAMES[language]})`,
    body: [
      words(title, { size: 'medium', weight: 'bolder', ...(reason === 'distress' ? { color: 'attention' } : {}) }),
      words(standingIn(escalation), { wrap: true, isSubtle: isClosed }),
      ...(failed && !isClosed ? [words(UNDELIVERED, { color: 'attention' })] : []),
      ...(isClosed ? [] : briefIn(escalation, brief)),
      ...(isHeldInTeams(escalation) ? [outcomeChoice()] : []),
    ],
    actions: [...buttonsOf(escalation), ...(isClosed ? [] : [openAction(escalation, publicUrl)])],
  }
}

const UNDELIVERED = 'Un message n’a pas pu être remis à la personne. Ouvrez le bureau pour l’envoyer de nouveau.'

function standingIn({ standing, wanted }: Escalation): string {
  if (standing.is === 'held') return `Prise en charge par ${plain(standing.by.name)}`
  if (standing.is === 'closed') {
    const by = standing.by ? ` par ${plain(standing.by.name)}` : ''
    return `Close${by} : ${OUTCOMES_SAID[standing.outcome]}`
  }
  if (!wanted) return 'En attente'
  return 'counsellor' in wanted
    ? `En attente, réservée à ${plain(wanted.counsellor.name)}`
    : `En attente de quelqu’un qui parle ${LANGUAGE_NAMES[wanted.language]}`
}

function briefIn({ reason, language, askedAt }: Escalation, brief: Opened['brief']): Element[] {
  const asked = askedAt.toISOString().replace(/\.\d+Z$/, 'Z')
  const facts = [
    { title: 'Motif', value: REASONS[reason] },
    { title: 'Langue', value: LANGUAGE_NAMES[language] },
    { title: 'Partage', value: CONSENTS_GIVEN[brief.consent] },
    ...(brief.region ? [{ title: 'Région', value: brief.region }] : []),
    ...brief.situation.map(({ name, answer }) => ({ title: plain(name), value: plain(answer) })),
  ].map(({ title, value }) => ({ title: typeset(title, 'fr'), value: typeset(value, 'fr') }))
  const tried = brief.tried.map(({ title }) => `- ${plain(title)}`).join('\n')
  return [
    words(`Demandée le {{DATE(${asked},SHORT)}} à {{TIME(${asked})}}`, { isSubtle: true, spacing: 'none' }),
    { type: 'FactSet', facts },
    ...(brief.distress?.words ? said('Message de détresse', brief.distress.words) : []),
    ...said('Question', brief.question),
    ...(brief.message ? said('Message laissé', brief.message) : []),
    ...(brief.callBack ? said('Pour la joindre', brief.callBack) : []),
    ...(tried ? [words('Fiches déjà montrées', { weight: 'bolder', spacing: 'medium' }), words(tried)] : []),
  ]
}

/** A person's words, under a heading: in runs of text, where no mark of theirs becomes a link or a heading. */
function said(heading: string, text: string): Element[] {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return [
    words(heading, { weight: 'bolder', spacing: 'medium' }),
    { type: 'RichTextBlock', spacing: 'none', inlines: [{ type: 'TextRun', text: shown }] },
  ]
}

function words(text: string, more: Element = {}): Element {
  return { type: 'TextBlock', text: typeset(text, 'fr'), wrap: true, ...more }
}

function outcomeChoice(): Element {
  const choices = CLOSINGS.map((outcome) => ({ title: OUTCOMES_SAID[outcome], value: outcome }))
  return { type: 'Input.ChoiceSet', id: 'outcome', label: 'Issue', style: 'compact', value: 'answered', choices }
}

function isHeldInTeams({ standing }: Escalation): boolean {
  return standing.is === 'held' && isFromTeams(standing.by)
}

function buttonsOf(escalation: Escalation): Element[] {
  const verbs =
    escalation.standing.is === 'waiting'
      ? (['claim'] as const)
      : isHeldInTeams(escalation)
        ? (['close', 'hand-back', 'give-back'] as const)
        : []
  return verbs.map((verb) => button(verb, escalation.id))
}

/** Where a client cannot do Action.Execute, the same by Action.Submit. */
function button(verb: Exclude<keyof typeof BUTTONS, 'open'>, escalation: string): Element {
  const title = BUTTONS[verb]
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: { escalation },
    fallback: { type: 'Action.Submit', title, data: { verb, escalation } },
  }
}

function openAction({ id }: Escalation, publicUrl: string): Element {
  return { type: 'Action.OpenUrl', title: BUTTONS.open, url: `${publicUrl}/desk/${id}` }
}

/** Without the marks of Markdown, where a card would read them. */
function plain(text: string): string {
  return text
    .replace(/[[\]*_`~<>#|\\{}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
