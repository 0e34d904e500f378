import { isLanguage, LANGUAGES, type Language, OWN_NAME } from '../../language/languages.ts'
import type { Phrases } from '../../language/phrases.ts'
import { isAttesting } from '../attestation.ts'
import type { Conversation } from '../conversation.ts'
import { dialogOf, goOn, resumeDialog } from '../dialog-step.ts'
import type { EscalationReason } from '../handoff.ts'
import { toPerson } from '../request.ts'
import { houseReply, type Outcome, offering, type Resources, type Responder } from '../responder.ts'
import { asOrder as plain, toldIn } from '../told.ts'
import { MAIN } from './opens-dialog.ts'

type Doing = (conversation: Conversation, resources: Resources) => Outcome

/** What can be told to the assistant outright, by the name of the phrases that tell it. */
const DOINGS: Readonly<Record<string, Doing>> = {
  'told.person': (conversation, resources) => toPerson(conversation, resources, whatLedToIt(conversation)),
  'told.forget': (conversation, resources) => ({
    conversation,
    forget: true,
    replies: [says('forgotten', conversation, resources)],
  }),
  'told.plan': (conversation, resources) => resumeDialog(MAIN, conversation, resources),
  'told.help': (conversation, resources) => {
    const { conversation: next, choices } = offering(
      conversation,
      resources.phrases
        .list('welcome.examples', conversation.language)
        .map((words) => ({ label: words, to: 'words' as const, words })),
    )
    return { conversation: next, replies: [{ ...says('help', conversation, resources), choices }] }
  },
  'told.greeting': (conversation, resources) => ({
    conversation,
    replies: [says('greeting', conversation, resources)],
  }),
  'told.thanks': (conversation, resources) => ({
    conversation,
    replies: [says('you-are-welcome', conversation, resources)],
  }),
  'told.goodbye': (conversation, resources) => ({ conversation, replies: [says('goodbye', conversation, resources)] }),
  'told.who-are-you': (conversation, resources) => ({
    conversation,
    replies: [says('who-am-i', conversation, resources)],
  }),
}

/** Does what is told in so many words, in any of our languages: another language, a person, be forgotten, help, a greeting. */
export const doesAsTold: Responder = async (said, conversation, resources) => {
  const language = languageAskedFor(said.text, resources.phrases)
  if (language) return inLanguage(language, conversation, resources)
  for (const [name, doing] of Object.entries(DOINGS)) {
    const told = toldIn(name, said.text, resources.phrases)
    if (told) return doing(heardIn(told, conversation), resources)
  }
  return undefined
}

/** Whether a message is an order or a courtesy to the assistant, and so is never what a person leaves for people. */
export function isOrder(text: string, { phrases }: Pick<Resources, 'phrases'>): boolean {
  return (
    languageAskedFor(text, phrases) !== undefined ||
    Object.keys(DOINGS).some((name) => toldIn(name, text, phrases) !== undefined)
  )
}

/** Turns to another language because the person asked, and says so in it; an open question is itself said in it. */
export function inLanguage(language: Language, conversation: Conversation, resources: Resources): Outcome {
  const next: Conversation = { ...conversation, language, languageFrom: 'chosen', offers: [] }
  if (dialogOf(next, resources) && !isAttesting(next)) return goOn(next, resources)
  return { conversation: next, replies: [says('language-changed', next, resources)] }
}

/** A greeting or an order in a language is as good as words in it, until a language was chosen or settled. */
function heardIn(language: Language, conversation: Conversation): Conversation {
  const settled = conversation.languageFrom === 'chosen' || conversation.languageFrom === 'words'
  return settled ? conversation : { ...conversation, language, languageFrom: 'words' }
}

/** A person who was just offered because nothing was found, or nothing sure, is asked for because of that. */
function whatLedToIt({ offers }: Conversation): EscalationReason {
  return offers.flatMap((offer) => (offer.to === 'person' && offer.reason ? [offer.reason] : []))[0] ?? 'asked'
}

function languageAskedFor(text: string, phrases: Phrases): Language | undefined {
  const words = plain(text)
  const named = LANGUAGES.find((language) => plain(OWN_NAME[language]) === words || language === words)
  if (named) return named
  for (const asked of LANGUAGES) {
    for (const each of LANGUAGES) {
      if (phrases.list(`told.language.${asked}`, each).some((way) => plain(way) === words)) return asked
    }
  }
  return isLanguage(words) ? words : undefined
}

function says(name: string, conversation: Conversation, resources: Resources) {
  return houseReply(resources.phrases.say(name, conversation.language), conversation.language, resources)
}
