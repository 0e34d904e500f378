import { readSituation } from '../answer/read-situation.ts'
import { SKIPPED } from '../dialog/situation.ts'
import { detectLanguage } from '../language/detect.ts'
import { tokens } from '../language/text.ts'
import type { Conversation, Offer } from './conversation.ts'
import { inOneLine, toldOf } from './plan-words.ts'
import { houseReply, type Outcome, offering, type Resources } from './responder.ts'

/** With fewer words a message is no story. */
const STORY_WORDS = 6
/** So many answers make a story worth asking about. */
const TOLD_ENOUGH = 2

/**
 * With a model: reads the first words of a person into answers to a dialog's questions, and asks whether they were
 * understood. Nothing is made of them before the person says so. What was `spotted` without a model stands.
 */
export async function readStory(
  text: string,
  dialog: string,
  spotted: Readonly<Record<string, string>>,
  conversation: Conversation,
  resources: Resources,
): Promise<Outcome | undefined> {
  const { library, phrases, model } = resources
  const isFirst = conversation.lastAsked === undefined && !conversation.dialog && !knowsSomething(conversation)
  if (!model || !isFirst || tokens(text).length < STORY_WORDS || detectLanguage(text) === 'other') return undefined
  const { language } = conversation
  const read = await readSituation(
    text,
    askings(dialog, conversation, resources),
    model.help({ conversation: conversation.id }),
    library,
  )
  if ('because' in read) return undefined
  const told = { ...read.values, ...tradeIn(read.words, dialog, conversation, resources), ...spotted }
  const lines = toldOf(Object.keys(told), told, language, resources)
  if (lines.length < TOLD_ENOUGH) return undefined
  const what = lines.map((line) => inOneLine(line, language, resources)).join(' · ')
  const offers: Offer[] = [
    { label: phrases.say('rate.yes', language), to: 'story', dialog, told },
    { label: phrases.say('rate.no', language), to: 'story', dialog, told: {} },
  ]
  const offered = offering(conversation, offers)
  return {
    conversation: offered.conversation,
    replies: [
      houseReply(phrases.say('dialog.read-back', language, { what }), language, resources, {
        status: 'dialog',
        dialog,
        choices: offered.choices,
      }),
    ],
  }
}

/** What was told of oneself: that one attests or passes a question over tells nothing. */
function knowsSomething({ situation }: Conversation): boolean {
  return Object.entries(situation).some(([name, value]) => name !== 'attestation' && value !== SKIPPED)
}

function askings(dialog: string, { language }: Conversation, { shelf }: Resources) {
  return Object.entries(shelf.dialogs.get(dialog)?.questions ?? {}).map(([name, { options }]) => {
    const words = shelf.question(dialog, name, language)
    return {
      name,
      ask: words.ask,
      options: options.map((value) => ({ value, label: words.options[value]?.label ?? value })),
    }
  })
}

/** Words that name a trade count where we know it for sure. */
function tradeIn(
  words: Readonly<Record<string, string>>,
  dialog: string,
  { language }: Conversation,
  { shelf }: Resources,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, said]) => {
      if (shelf.dialogs.get(dialog)?.questions[name]?.kind !== 'occupation') return []
      const recognised = shelf.occupations.recognise(said, language)
      return recognised.is === 'sure' ? [[name, recognised.id]] : []
    }),
  )
}
