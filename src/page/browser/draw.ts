import type { ClientSettings } from '../client-settings.ts'
import { showingCounsellors } from './counsellor.ts'
import { directed } from './direction.ts'
import { LOOK } from './look.ts'
import { showingTyping } from './reach.ts'
import { attributed } from './speaker.ts'
import type { DirectLine, Store } from './web-chat.ts'

/** What is drawn, and where; another `key` draws another conversation. */
export interface ToDraw {
  readonly key: number
  readonly line: DirectLine
  readonly store: Store
  readonly nonce: string
  readonly settings: ClientSettings
}

/** Draws a conversation with Web Chat, in our words and looks. */
export function draw({ key, line, store, nonce, settings }: ToDraw, chat: HTMLElement): void {
  const { WebChat } = window
  WebChat.renderWebChat(
    {
      key,
      directLine: line,
      store,
      nonce,
      locale: settings.webChatLocale,
      // Who said it is said with the words: Web Chat would say the same of a person as of the assistant.
      overrideLocalizedStrings: { ...settings.strings, ACTIVITY_BOT_SAID_ALT: ' ' },
      renderMarkdown: attributed(directed(WebChat.renderMarkdown), settings.speakers),
      ...showingCounsellors(settings.speakers),
      typingIndicatorMiddleware: showingTyping,
      sendTypingIndicator: false,
      styleOptions: LOOK,
    },
    chat,
  )
}
