import { leadTo } from '../answer/quote.ts'
import { articlesOf, type Plan, type PlanStep } from '../dialog/plan.ts'
import { STAGES } from '../knowledge/concern.ts'
import { showFact, showWhom } from '../knowledge/passages.ts'
import type { Source } from '../knowledge/article.ts'
import type { Language } from '../language/languages.ts'
import type { Citation } from './channel.ts'
import type { Conversation } from './conversation.ts'
import { houseReply, type Outcome, offering, type Resources } from './responder.ts'

/** How many steps of a stage are told at once; the printable page holds them all. */
const TOLD = 5
/** How many ways on are offered under a plan. */
const WAYS_ON = 4

/** A plan as a reply: steps now, next and later, each with its reason and whom to contact; what was ruled out; what could not be told. */
export function planReply(plan: Plan, dialog: string, conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const { library, phrases } = resources
  const articles = articlesOf(plan)
  const numbering = new Map<string, Citation>()
  const parts = STAGES.filter((stage) => plan.steps[stage].length).map((stage) => {
    const steps = plan.steps[stage].slice(0, TOLD).map((step, index) => stepText(step, index + 1, numbering, conversation, resources))
    const more = plan.steps[stage].length - TOLD
    return [
      `**${phrases.say(`plan.${stage}`, language)}**`,
      steps.join('\n'),
      ...(more > 0 ? [phrases.say('plan.more', language, { more })] : []),
    ].join('\n\n')
  })
  const text = [
    phrases.say('plan.intro', language),
    ...parts,
    ...ruledOutText(plan, conversation, resources),
    ...untoldText(plan, conversation, resources),
    phrases.say('plan.not-a-decision', language),
    ...(language === 'fr' ? [] : [phrases.say('answer.unofficial', language)]),
  ].join('\n\n')
  const offered = offering(conversation, [
    ...articles.slice(0, WAYS_ON).flatMap((id) => leadTo(id, language, library)),
    { label: phrases.say('person.ask', language), to: 'person' },
  ])
  return {
    conversation: { ...offered.conversation, subject: { question: articles[0] ?? dialog, articles: articles.slice(0, 3) } },
    replies: [
      houseReply(text, language, resources, {
        status: 'dialog',
        dialog,
        articles,
        choices: offered.choices,
        citations: [...numbering.values()],
      }),
    ],
  }
}

function stepText(
  step: PlanStep,
  number: number,
  numbering: Map<string, Citation>,
  conversation: Conversation,
  resources: Resources,
): string {
  const { language } = conversation
  const { library, phrases } = resources
  const text = library.articles.get(step.article)?.texts[language]
  const reasons = step.because.flatMap((name) => reasonOf(name, conversation, resources))
  const because = reasons.length ? ` *${phrases.say('plan.because', language, { reasons: [...new Set(reasons)].join(' · ') })}*` : ''
  const contact = contactOf(step.article, language, resources)
  const source = firstSource(step.article, language, numbering, resources)
  return `${number}. **${text?.title ?? step.article}** — ${text?.summary ?? ''}${source}${because}${contact}`
}

/** An answer as a reason: « métier : infirmière ». What follows from the trade is told as the trade. */
export function reasonOf(name: string, conversation: Conversation, { shelf }: Resources): string[] {
  const { language, situation } = conversation
  const question = name === 'order' || name === 'regulator' ? 'trade' : name
  const said = situation[question]
  const words = shelf.anyQuestion(question, language)
  if (said === undefined || !words) return []
  const label = question === 'trade' ? shelf.occupations.name(said, language) : (words.options[said]?.label ?? said)
  return [`${words.name} : ${label}`]
}

function contactOf(article: string, language: Language, { library, phrases }: Resources): string {
  const contact = library.articles.get(article)?.about.contacts[0]
  const holder = contact === undefined ? undefined : library.articles.get(contact)
  if (!holder) return ''
  const phone = Object.values(holder.about.facts ?? {}).find((fact) => 'phone' in fact)
  const title = holder.texts[language]?.title ?? holder.id
  return ` ${phrases.say('plan.contact', language, { contact: phone ? `${title}, ${showFact(phone, language)}` : title })}`
}

function firstSource(article: string, language: Language, numbering: Map<string, Citation>, { library }: Resources): string {
  const passage = library.passages(article, language)[0]
  const source: Source | undefined = passage?.sources[0]
  if (!passage || !source) return ''
  const known = numbering.get(source.address)
  const position = known?.position ?? numbering.size + 1
  if (!known) {
    numbering.set(source.address, {
      position,
      passage: passage.id,
      digest: passage.digest,
      title: `${showWhom(source)} — ${source.title}`,
      address: source.address,
      abstract: passage.title,
    })
  }
  return ` [${position}]`
}

function ruledOutText(plan: Plan, conversation: Conversation, resources: Resources): string[] {
  const { language } = conversation
  const { library, phrases } = resources
  const lines = plan.ruledOut.filter(({ article }) => library.articles.get(article)?.kind === 'program').map(({ article, because }) => {
    const [reason = ''] = reasonOf(because, conversation, resources)
    return `- ${library.articles.get(article)?.texts[language]?.title ?? article}${reason ? ` (${reason})` : ''}`
  })
  return lines.length ? [`**${phrases.say('plan.ruled-out', language)}**\n\n${lines.join('\n')}`] : []
}

function untoldText(plan: Plan, conversation: Conversation, resources: Resources): string[] {
  const { language } = conversation
  const { library, phrases, shelf } = resources
  const lines = plan.untold
    .filter(({ article }) => library.articles.get(article)?.kind === 'program')
    .map(({ article, missing }) => {
      const names = missing.flatMap((name) => shelf.anyQuestion(name === 'order' || name === 'regulator' ? 'trade' : name, language)?.name ?? [])
      return `- ${library.articles.get(article)?.texts[language]?.title ?? article}${names.length ? ` (${[...new Set(names)].join(', ')})` : ''}`
    })
  return lines.length ? [`**${phrases.say('plan.untold', language)}**\n\n${lines.join('\n')}`] : []
}
