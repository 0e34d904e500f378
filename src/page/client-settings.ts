import { LANGUAGES, type Language, LOCALE, OWN_NAME } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { AnsweringWords } from './browser/answering.ts'
import type { SpeakerWords } from './browser/speaker.ts'
import type { Drawing } from './frame.tsx'

/** What the page tells its client script. */
export interface ClientSettings {
  readonly language: Language
  /** What a conversation is opened with, so that its welcome is in the page's language. */
  readonly locale: string
  /** The nearest language that Web Chat speaks. */
  readonly webChatLocale: string
  readonly embedded: boolean
  readonly notices: Readonly<Record<'lost' | 'left' | 'interrupted' | 'busy', string>>
  readonly answering: AnsweringWords
  readonly speakers: SpeakerWords
  /** What tells the assistant to go on in the page's language. */
  readonly inLanguage: string
  /** What the assistant says once everything is erased, in every language. */
  readonly forgotten: readonly string[]
  /** Web Chat's words that we say in our own. */
  readonly strings: Readonly<Record<string, string>>
}

/** Web Chat knows no Canadian French: ours are said over the French ones. */
const WEB_CHAT_LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-US', es: 'es-ES', ar: 'ar-SA' }

export const WEB_CHAT_STRINGS = [
  'ACTIVITY_BOT_SAID_ALT',
  'ACTIVITY_YOU_SAID_ALT',
  'ACTIVITY_BOT_ATTACHED_ALT',
  'ACTIVITY_STATUS_SEND_FAILED_RETRY',
  'CONNECTIVITY_STATUS_ALT_FATAL',
  'CONNECTIVITY_STATUS_ALT_RECONNECTING',
  'CONNECTIVITY_STATUS_ALT_RENDER_ERROR',
  'KEYBOARD_HELP_CHAT_HISTORY_HEADER',
  'KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER',
  'KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER',
  'KEYBOARD_HELP_CHAT_WINDOW_HEADER',
  'KEYBOARD_HELP_HEADER',
  'MARKDOWN_EXTERNAL_LINK_ALT',
  'SUGGESTED_ACTIONS_LABEL_ALT',
  'TEXT_INPUT_ALT',
  'TEXT_INPUT_PLACEHOLDER',
  'TRANSCRIPT_ARIA_LABEL_ALT',
  'TRANSCRIPT_ARIA_ROLE_ALT',
  'TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT',
  'TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT',
  'TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT',
  'TRANSCRIPT_TERMINATOR_TEXT',
  'TYPING_INDICATOR_SINGLE_TEXT',
  'VOTE_DISLIKE_ALT',
  'VOTE_LIKE_ALT',
] as const

export function settingsFor({ language, words, embedded }: Drawing, phrases: Phrases): ClientSettings {
  const say = (name: string) => words.say(name, language)
  return {
    language,
    locale: LOCALE[language],
    webChatLocale: WEB_CHAT_LOCALE[language],
    embedded,
    notices: {
      lost: say('notice.lost'),
      left: say('notice.left'),
      interrupted: say('notice.interrupted'),
      busy: say('notice.busy'),
    },
    answering: {
      assistant: say('conversation.automated'),
      nobodyYet: say('conversation.waiting'),
      person: say('conversation.person'),
      namedPerson: say('conversation.named-person'),
    },
    speakers: {
      assistantSaid: say('web-chat.ACTIVITY_BOT_SAID_ALT'),
      personSaid: say('counsellor.said'),
      person: say('counsellor.name'),
    },
    inLanguage: OWN_NAME[language],
    forgotten: LANGUAGES.map((each) => phrases.say('forgotten', each)),
    strings: Object.fromEntries(WEB_CHAT_STRINGS.map((name) => [name, say(`web-chat.${name}`)])),
  }
}
