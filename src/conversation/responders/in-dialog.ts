import { SKIPPED } from '../../dialog/situation.ts'
import {
  isAnswerAsItStands,
  isQuestion,
  numberOf,
  plain,
  spotAnswers,
  understandAnswer,
} from '../../dialog/understand.ts'
import { walk } from '../../dialog/walk.ts'
import { LANGUAGES } from '../../language/languages.ts'
import type { Conversation } from '../conversation.ts'
import {
  answerWith,
  closed,
  dialogOf,
  goOn,
  knownOf,
  openDialog,
  passed,
  questionReply,
  reopen,
} from '../dialog-step.ts'
import { toPerson } from '../request.ts'
import { houseReply, type Outcome, type Resources, type Responder } from '../responder.ts'
import { sayingBack } from '../understood.ts'

/** A message with this many words may hold several answers. */
const SEVERAL = 4

/** While a dialog is open: orders about it, an answer to its question, several answers at once, an old button. */
export const inDialog: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'message') return undefined
  const dialog = dialogOf(conversation, resources)
  if (!dialog) return changesPlan(said.text, conversation, resources)
  const standing = walk(dialog, knownOf(conversation, resources))
  if (standing.at !== 'question') return undefined
  const { question: name } = standing
  const question = dialog.questions[name]
  if (!question) return undefined

  const ordered = ORDERS.find(([order]) => isSaid(order, said.text, resources))
  if (ordered) return ordered[1](name, conversation, resources)
  const changed = changedQuestion(said.text, conversation, resources)
  if (changed) return reopen(changed, conversation, resources)
  if (isAskedAgain(said.text, name, conversation, resources)) return goOn(conversation, resources)

  const confirming = conversation.dialog?.confirming
  if (confirming) {
    const chosen = confirming.find((value, index) => {
      const label = labelOf(value, name, conversation, resources)
      return plain(label) === plain(said.text) || plain(said.text) === String(index + 1)
    })
    if (chosen) return answerWith(name, chosen, conversation, resources)
  }
  const number = numberOf(plain(said.text))
  const shown = confirming ?? question.options
  if (number === shown.length + 1) return answerWith(name, SKIPPED, conversation, resources)
  if (number === shown.length + 2) return toPerson(conversation, resources, 'asked')
  const place = { dialog: dialog.id, name, question }
  const asItStands = isAnswerAsItStands(said.text, place, conversation.language, resources.shelf)
  const several = asItStands ? undefined : takeSeveral(said.text, conversation, resources)
  if (several) return several
  const understood = understandAnswer(said.text, place, conversation.language, resources.shelf)
  if (understood.is === 'value') return answerWith(name, understood.value, conversation, resources)
  if (understood.is === 'perhaps') return confirm(name, understood.values, conversation, resources)
  return oldButton(said.text, conversation, resources)
}

type Order = (question: string, conversation: Conversation, resources: Resources) => Outcome

/** What may be ordered at every question, by the name of the phrases that order it. */
const ORDERS: readonly (readonly [string, Order])[] = [
  ['told.skip', (question, conversation, resources) => answerWith(question, SKIPPED, conversation, resources)],
  ['told.why', explain],
  [
    'told.back',
    (_question, conversation, resources) => {
      const last = passed(conversation, resources).at(-1)
      return last ? reopen(last, conversation, resources) : goOn(conversation, resources)
    },
  ],
  [
    'told.restart',
    (_question, conversation, resources) =>
      openDialog(conversation.dialog?.id ?? '', { ...conversation, situation: {} }, resources),
  ],
  [
    'told.leave',
    (_question, conversation, resources) => ({
      conversation: closed(conversation),
      replies: [
        houseReply(resources.phrases.say('dialog.left', conversation.language), conversation.language, resources),
      ],
    }),
  ],
]

function explain(question: string, conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const { why } = resources.shelf.question(conversation.dialog?.id ?? '', question, language)
  const said = houseReply(why, language, resources, { status: 'dialog', dialog: conversation.dialog?.id, question })
  const again = goOn(conversation, resources)
  return { ...again, replies: [said, ...again.replies] }
}

/** « modifier mon métier » under a plan, as the plan itself tells: its dialog is opened at that question. */
function changesPlan(text: string, conversation: Conversation, resources: Resources): Outcome | undefined {
  if (!conversation.plan) return undefined
  const reopened: Conversation = { ...conversation, dialog: { id: conversation.plan.dialog, unclear: 0 } }
  const changed = dialogOf(reopened, resources) && changedQuestion(text, reopened, resources)
  return changed ? reopen(changed, reopened, resources) : undefined
}

/** « modifier mon métier », "change my trade": the question that is to be asked again. */
function changedQuestion(text: string, conversation: Conversation, resources: Resources): string | undefined {
  return passed(conversation, resources).find((name) => isAskedAgain(text, name, conversation, resources))
}

/** Whether a question is asked for again by its name. */
function isAskedAgain(text: string, question: string, conversation: Conversation, resources: Resources): boolean {
  const said = plain(text)
  return LANGUAGES.some((language) => {
    const verb = resources.phrases
      .list('told.change', language)
      .map(plain)
      .find((way) => said.startsWith(`${way} `))
    if (!verb) return false
    const what = said.slice(verb.length).trim()
    const words = resources.shelf.question(conversation.dialog?.id ?? '', question, language)
    return [words.name, ...words.also].some((way) => what === plain(way) || what.endsWith(` ${plain(way)}`))
  })
}

/** Takes every answer that a longer message holds; only what is missing is asked. */
function takeSeveral(text: string, conversation: Conversation, resources: Resources): Outcome | undefined {
  const dialog = dialogOf(conversation, resources)
  if (!dialog || isQuestion(text) || plain(text).split(' ').length < SEVERAL) return undefined
  const told = spotted(text, dialog.id, conversation, resources)
  if (Object.keys(told).length < 2) return undefined
  const next = goOn({ ...conversation, situation: { ...conversation.situation, ...told } }, resources)
  return sayingBack(told, next, conversation, resources)
}

/** The answers that a message holds to questions of a dialog that are not answered yet. */
export function spotted(
  text: string,
  dialogId: string,
  { situation, language }: Conversation,
  { shelf }: Resources,
): Record<string, string> {
  const places = Object.entries(shelf.dialogs.get(dialogId)?.questions ?? {}).map(([name, question]) => ({
    dialog: dialogId,
    name,
    question,
  }))
  const told = spotAnswers(text, places, language, shelf)
  return Object.fromEntries(Object.entries(told).filter(([name]) => situation[name] === undefined))
}

function confirm(
  question: string,
  values: readonly string[],
  conversation: Conversation,
  resources: Resources,
): Outcome {
  const { language, dialog } = conversation
  const labels = [
    ...values.map((value) => labelOf(value, question, conversation, resources)),
    resources.phrases.say('dialog.skip', language),
  ]
  const text = resources.phrases.say('dialog.confirm', language)
  return {
    conversation: {
      ...conversation,
      offers: [],
      dialog: { id: dialog?.id ?? '', asked: question, confirming: values, unclear: 0 },
    },
    replies: [questionReply(text, labels, dialog?.id ?? '', question, conversation, resources)],
  }
}

function labelOf(value: string, question: string, { language, dialog }: Conversation, { shelf }: Resources): string {
  const kind = shelf.dialogs.get(dialog?.id ?? '')?.questions[question]?.kind
  if (kind === 'occupation') return shelf.occupations.name(value, language)
  return shelf.question(dialog?.id ?? '', question, language).options[value]?.label ?? value
}

/** A label of an earlier question was pressed: that question is asked again, so that nothing changes unseen. */
function oldButton(text: string, conversation: Conversation, resources: Resources): Outcome | undefined {
  const said = plain(text)
  const { shelf, phrases } = resources
  const { language } = conversation
  const earlier = passed(conversation, resources).find((name) =>
    Object.values(shelf.question(conversation.dialog?.id ?? '', name, language).options).some(
      ({ label }) => plain(label) === said,
    ),
  )
  if (!earlier) return undefined
  const again = reopen(earlier, conversation, resources)
  const notice = houseReply(phrases.say('dialog.reopened', language), language, resources, { status: 'dialog' })
  return { ...again, replies: [notice, ...again.replies] }
}

function isSaid(name: string, text: string, { phrases }: Resources): boolean {
  const said = plain(text)
  return LANGUAGES.some((language) => phrases.list(name, language).some((way) => plain(way) === said))
}
