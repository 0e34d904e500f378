import { LANGUAGES, type Language, LOCALE, OWN_NAME } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Drawing } from './frame.tsx'

/** What the page tells its client script. */
export interface ClientSettings {
  readonly language: Language
  /** What a conversation is opened with, so that its welcome is in the page's language. */
  readonly locale: string
  /** The nearest language that Web Chat speaks. */
  readonly webChatLocale: string
  readonly embedded: boolean
  readonly notices: { readonly lost: string; readonly interrupted: string; readonly busy: string }
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
  'VOTE_DISLIKE_ALT',
  'VOTE_LIKE_ALT',
] as const

export function settingsFor({ language, words, embedded }: Drawing, phrases: Phrases): ClientSettings {
  const notice = (name: string) => words.say(`notice.${name}`, language)
  return {
    language,
    locale: LOCALE[language],
    webChatLocale: WEB_CHAT_LOCALE[language],
    embedded,
    notices: { lost: notice('lost'), interrupted: notice('interrupted'), busy: notice('busy') },
    inLanguage: OWN_NAME[language],
    forgotten: LANGUAGES.map((each) => phrases.say('forgotten', each)),
    strings: Object.fromEntries(WEB_CHAT_STRINGS.map((name) => [name, words.say(`web-chat.${name}`, language)])),
  }
}
