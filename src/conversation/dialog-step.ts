import { leadTo } from '../answer/quote.ts'
import type { Dialog } from '../dialog/define.ts'
import { makePlan } from '../dialog/plan.ts'
import { type Situation, without } from '../dialog/situation.ts'
import { walk } from '../dialog/walk.ts'
import type { Reply } from './channel.ts'
import type { Conversation, Offer } from './conversation.ts'
import { contactOf } from './plan-contact.ts'
import { planReply } from './plan-reply.ts'
import { toPerson } from './request.ts'
import { houseReply, type Outcome, offering, type Resources } from './responder.ts'

/** Opens a dialog, with what is known already; the first question that is missing is asked. */
export function openDialog(id: string, conversation: Conversation, resources: Resources): Outcome {
  const { intro } = resources.shelf.words(id, conversation.language)
  const outcome = goOn({ ...conversation, dialog: { id, unclear: 0 } }, resources)
  const asks = outcome.replies[0]?.question !== undefined
  if (!intro || !asks) return outcome
  const said = houseReply(intro, conversation.language, resources, { status: 'dialog', dialog: id })
  return { ...outcome, replies: [said, ...outcome.replies] }
}

/** Opens a dialog again for somebody who has answered a part of it, or shows its ending where nothing is missing. */
export function resumeDialog(id: string, conversation: Conversation, resources: Resources): Outcome {
  const opened: Conversation = { ...conversation, dialog: { id, unclear: 0 } }
  if (passed(opened, resources).length === 0) return openDialog(id, conversation, resources)
  const outcome = goOn(opened, resources)
  if (outcome.replies[0]?.question === undefined) return outcome
  const { language } = conversation
  const said = houseReply(resources.phrases.say('dialog.resumed', language), language, resources, {
    status: 'dialog',
    dialog: id,
  })
  return { ...outcome, replies: [said, ...outcome.replies] }
}

/** The dialog that is open, or nothing where none is (or where a release took it away). */
export function dialogOf(conversation: Conversation, { shelf }: Resources): Dialog | undefined {
  return conversation.dialog && shelf.dialogs.get(conversation.dialog.id)
}

/**
 * What is known of the person, with what follows from it: their trade's regulator and order. A status in Canada counts
 * only in Québec, where it is asked: what was said before a change of place is stale.
 */
export function knownOf(
  { situation }: Pick<Conversation, 'situation'>,
  { shelf }: Pick<Resources, 'shelf'>,
): Situation {
  const isElsewhere = situation.where !== undefined && situation.where !== 'quebec'
  return shelf.occupations.derive(isElsewhere ? without(situation, 'status') : situation)
}

/** Asks the question where the person stands, or ends the dialog. */
export function goOn(conversation: Conversation, resources: Resources): Outcome {
  const dialog = dialogOf(conversation, resources)
  if (!dialog) return { conversation: closed(conversation), replies: [] }
  const standing = walk(dialog, knownOf(conversation, resources))
  if (standing.at === 'question') return ask(dialog.id, standing.question, conversation, resources)
  return end(dialog.id, standing.ending, conversation, resources)
}

function ask(dialog: string, question: string, conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const words = resources.shelf.question(dialog, question, language)
  const options = resources.shelf.dialogs.get(dialog)?.questions[question]?.options ?? []
  const labels = [
    ...options.map((option) => words.options[option]?.label ?? option),
    resources.phrases.say('dialog.skip', language),
  ]
  const aside = conversation.dialog?.aside ? { aside: true } : {}
  const next: Conversation = {
    ...conversation,
    offers: [],
    dialog: { id: dialog, asked: question, unclear: 0, ...aside },
  }
  return { conversation: next, replies: [questionReply(words.ask, labels, dialog, question, conversation, resources)] }
}

/** A question with its choices. */
export function questionReply(
  text: string,
  labels: readonly string[],
  dialog: string,
  question: string,
  conversation: Conversation,
  resources: Resources,
): Reply {
  return houseReply(text, conversation.language, resources, {
    status: 'dialog',
    dialog,
    question,
    choices: labels.map((label) => ({ label })),
  })
}

/** The open question again, after something else was answered. */
export function askAgain(outcome: Outcome, resources: Resources): Outcome {
  const again = goOn(outcome.conversation, resources)
  return { ...again, replies: [...outcome.replies, ...again.replies] }
}

function end(
  id: string,
  ending: Extract<ReturnType<typeof walk>, { at: 'ending' }>['ending'],
  conversation: Conversation,
  resources: Resources,
): Outcome {
  const over = closed(conversation)
  switch (ending.end) {
    case 'dialog':
      return openDialog(ending.dialog, over, resources)
    case 'counsellor':
      return toPerson(over, resources, 'dialog')
    case 'plan':
      return planReply(makePlan(resources.library, knownOf(conversation, resources), ending.kinds), id, over, resources)
    case 'articles':
      return articlesReply(id, ending.articles, over, resources)
  }
}

function articlesReply(
  id: string,
  articles: readonly string[],
  conversation: Conversation,
  resources: Resources,
): Outcome {
  const { language } = conversation
  const { library, phrases, shelf } = resources
  const shown = [...new Set(articles.map(library.idOf))].filter((article) => library.articles.has(article))
  const lines = shown.map((article) => {
    const text = library.articles.get(article)?.texts[language]
    const contact = isWhom(library.articles.get(article)?.kind)
      ? contactOf(article, language, library, phrases)
      : undefined
    const whom = contact ? `\n  ${phrases.say('plan.contact', language, { contact })}` : ''
    return `- **${text?.title ?? article}** — ${text?.summary ?? ''}${whom}`
  })
  const offers: Offer[] = [
    ...shown.flatMap((article) => leadTo(article, language, library)),
    { label: phrases.say('person.ask', language), to: 'person' },
  ]
  const offered = offering(conversation, offers)
  const intro = shelf.words(id, language).says.articles ?? phrases.say('dialog.articles', language)
  return {
    conversation: { ...offered.conversation, subject: { question: shelf.words(id, language).title, articles: shown } },
    replies: [
      houseReply([intro, lines.join('\n')].join('\n\n'), language, resources, {
        status: 'dialog',
        dialog: id,
        articles: shown,
        choices: offered.choices,
      }),
    ],
  }
}

/** An article about somebody who answers says at once how they are reached. */
function isWhom(kind: string | undefined): boolean {
  return kind === 'contact' || kind === 'order'
}

/** The conversation with no dialog open; what was said is kept. */
export function closed({ dialog: _, ...conversation }: Conversation): Conversation {
  return conversation
}

/** Takes an answer, says what the dialog has to say to it (`says: question.value`), and goes on. */
export function answerWith(question: string, value: string, conversation: Conversation, resources: Resources): Outcome {
  const { dialog, language, situation } = conversation
  if (!dialog) return goOn(conversation, resources)
  const next = goOn(
    { ...conversation, situation: { ...situation, [question]: value }, dialog: { id: dialog.id, unclear: 0 } },
    resources,
  )
  const word = resources.shelf.words(dialog.id, language).says[`${question}.${value}`]
  if (!word) return next
  const said = houseReply(word, language, resources, { status: 'dialog', dialog: dialog.id, question })
  return { ...next, replies: [said, ...next.replies] }
}

/** Takes an answer back, and asks again. */
export function reopen(question: string, conversation: Conversation, resources: Resources): Outcome {
  return goOn({ ...conversation, situation: without(conversation.situation, question) }, resources)
}

/** The questions of the open dialog that were passed, in order. */
export function passed(conversation: Conversation, resources: Resources): readonly string[] {
  const dialog = dialogOf(conversation, resources)
  return dialog ? walk(dialog, knownOf(conversation, resources)).asked : []
}
